import { CreateBudgetCommand, type Notification } from '@aws-sdk/client-budgets';
import { expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { alike } from '../support/emulator/alike.ts';
import { budgetsOf, useEmulator } from '../support/emulator/clients.ts';
import { runPrinted } from '../support/emulator/printed-lines.ts';
import { newHome, type Ran, rootlock } from '../support/emulator/programs.ts';
import { ACCOUNT } from '../support/emulator/server.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();

/** Steps that an unattended run can finish. */
const ONLY = ['--only', 'cloudtrail,billing-alerts'];
/** A shell would run these addresses, or take them apart, if they were not quoted. */
const answers = {
  'cloudtrail.days': 400,
  'billing-alerts.addresses': "-o'kim$HOME`id`|&*!#?~@example.com, {a}=%/^@example.com",
};
const WRITES = [
  's3 CreateBucket',
  's3 PutPublicAccessBlock',
  's3 PutBucketEncryption',
  's3 PutBucketVersioning',
  's3 PutBucketLifecycleConfiguration',
  's3 PutBucketPolicy',
  'cloudtrail CreateTrail',
  'cloudtrail StartLogging',
  'budgets CreateBudget',
  'budgets CreateBudget',
];

const at = (region: string) => ({
  url: emulator().url,
  home: newHome(),
  env: { AWS_REGION: region },
});
const reportOf = ({ stdout }: Ran): Report => JSON.parse(stdout);
const secured = (where: ReturnType<typeof at>) =>
  rootlock([...ONLY, '--yes', '--json'], { ...where, answers });

it.each(['us-east-1', 'ap-northeast-2'])(
  'a new account in %s gets a trail and budgets, and is left alone the second time, from anywhere',
  async (region) => {
    const first = await secured(at(region));
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(reportOf(first)).toMatchObject({ secure: true });
    expect(writes(await emulator().requests())).toEqual(WRITES);

    const before = await emulator().state();
    for (const again of [at(region), at('eu-west-1')]) {
      const { code, stdout } = await rootlock(['status', ...ONLY, '--json'], again);
      expect([code, JSON.parse(stdout).secure]).toEqual([0, true]);
      expect(await secured(again)).toMatchObject({ code: 0 });
    }
    expect(writes(await emulator().requests())).toEqual(WRITES);
    expect(await emulator().state()).toEqual(before);
  },
);

it('the budgets of the console’s templates of today are warning enough', async () => {
  const budgets = budgetsOf(emulator());
  const template = (BudgetName: string, Amount: string, Notification: Notification) =>
    budgets.send(
      new CreateBudgetCommand({
        AccountId: ACCOUNT,
        Budget: {
          BudgetName,
          BudgetType: 'COST',
          TimeUnit: 'MONTHLY',
          BudgetLimit: { Amount, Unit: 'USD' },
          Metrics: ['UnblendedCost'],
          FilterExpression: {
            Not: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Credit', 'Refund'] } },
          },
        },
        NotificationsWithSubscribers: [
          {
            Notification,
            Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'kim@example.com' }],
          },
        ],
      }),
    );
  const above = { NotificationType: 'ACTUAL', ComparisonOperator: 'GREATER_THAN' } as const;
  await template('My Monthly Cost Budget', '10.0', { ...above, Threshold: 85 });
  await template('My Zero-Spend Budget', '1.0', {
    ...above,
    Threshold: 0.01,
    ThresholdType: 'ABSOLUTE_VALUE',
  });
  const only = ['--only', 'billing-alerts', '--json'];
  const ran = await rootlock(['--yes', ...only], { ...at('us-east-1'), answers });
  expect([ran.code, reportOf(ran).steps[0]?.now]).toEqual([
    0,
    'at 85 % of $10 a month; above $0.01',
  ]);
  expect(writes(await emulator().requests()).slice(2)).toEqual([]);
});

it.each(['us-east-1', 'ap-northeast-2'])(
  'the commands that are printed for %s make the same account in the AWS CLI',
  async (region) => {
    const where = at(region);
    await secured(where);
    const byRootlock = await emulator().state();

    await emulator().reset();
    const plan = await rootlock([...ONLY, '--dry-run', '--json'], { ...where, answers });
    expect(await runPrinted(plan, where)).toBe(WRITES.length);
    expect(alike(await emulator().state())).toEqual(alike(byRootlock));
  },
  // Each command of the AWS CLI takes seconds to start.
  180_000,
);
