import { CreateOrganizationCommand } from '@aws-sdk/client-organizations';
import { expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { organizationsOf, useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';
import { ACCOUNT } from '../support/emulator/server.ts';

const emulator = useEmulator();
const LOOK = ['status', '--only', 'password-policy'];
const FREE = {
  accountPlanType: 'FREE',
  accountPlanStatus: 'ACTIVE',
  accountPlanRemainingCredits: { amount: 100, unit: 'USD' },
  accountPlanExpirationDate: '2027-05-20T10:00:00Z',
};

/** The plan in the document of `--json`, and what `status` says. */
async function statusOf(plan: object) {
  await emulator().plan(plan);
  const at = { url: emulator().url, home: newHome() };
  const { stdout } = await rootlock([...LOOK, '--json'], at);
  const { account } = JSON.parse(stdout) as Report;
  const said = await rootlock(LOOK, at);
  return { plan: account.accountKind?.plan, said: said.stdout.replace(/\s+/g, ' ') };
}

it('status tells the FREE plan over HTTP: its end, its credits, and that it is left alone', async () => {
  const { plan, said } = await statusOf(FREE);
  expect(plan).toEqual({ type: 'free', ends: '2027-05-20T10:00:00.000Z', credits: 100 });
  expect(said).toContain(
    'on the FREE plan until 2027-05-20, with 100 USD of credits left: Rootlock never does anything that ends the free plan.',
  );
  const requests = await emulator().requests();
  const asked = requests.filter(({ service }) => service === 'freetier');
  expect(asked).toMatchObject(
    [1, 2].map(() => ({ operation: 'GetAccountPlanState', region: 'us-east-1', status: 200 })),
  );
});

it('status tells a FREE plan that has ended', async () => {
  const { plan, said } = await statusOf({ ...FREE, accountPlanStatus: 'EXPIRED' });
  expect(plan).toMatchObject({ type: 'free', hasEnded: true });
  expect(said).toContain('The FREE plan of this account has ended');
});

it('status says nothing of the paid plan, and nothing of a plan that AWS does not know', async () => {
  const paid = await statusOf({ accountPlanType: 'PAID', accountPlanStatus: 'ACTIVE' });
  expect(paid.plan).toEqual({ type: 'paid' });
  const none = await statusOf({});
  expect(none.plan).toEqual({ type: 'unknown' });
  for (const { said } of [paid, none]) expect(said).not.toContain('plan');
});

it('status tells the account that manages an organization what that means', async () => {
  await organizationsOf(emulator()).send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const at = { url: emulator().url, home: newHome() };
  const { stdout } = await rootlock([...LOOK, '--json'], at);
  const { account } = JSON.parse(stdout) as Report;
  expect(account.accountKind).toMatchObject({
    membership: 'management',
    managementAccount: ACCOUNT,
  });
  const said = await rootlock(LOOK, at);
  expect(said.stdout.replace(/\s+/g, ' ')).toContain('This account manages an organization:');
});

it('status goes on without the plan if AWS denies to tell it', async () => {
  await emulator().deny('freetier:GetAccountPlanState', 'because it is so');
  const { plan, said } = await statusOf(FREE);
  expect(plan).toEqual({ type: 'unknown' });
  expect(said).not.toContain('FREE plan');
});
