import { CreateUserCommand } from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { alerts, filter, form } from '../live/bills.ts';
import { oldCodes } from '../live/codes.ts';
import { lastUseOfOthers } from '../live/keys.ts';
import { accountPlan } from '../live/kinds.ts';
import { points } from '../live/points.ts';
import { actionsWithoutArn, managedPolicies, simulatedResources } from '../live/policies.ts';
import { regionOff, rootSession } from '../live/signing-in.ts';
import { trail } from '../live/trail.ts';
import { dateOfPassword } from '../live/way-in.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { startFront } from '../support/emulator/front.ts';
import { live, newHome } from '../support/emulator/programs.ts';
import { ACCOUNT, ROOT_SESSION } from '../support/emulator/server.ts';
import { fullWrites } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();
const rootEnv = { AWS_ACCESS_KEY_ID: ROOT_SESSION, AWS_SESSION_TOKEN: 'not checked' };
const tryAll = (url = emulator().url, env = {}) =>
  live({ url, home: newHome(), env: { ROOTLOCK_LIVE_ACCOUNT: ACCOUNT, ...rootEnv, ...env } });
const rowsOf = (stdout: string): string[][] =>
  stdout
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

it.each([
  ['no account', '', 'Set ROOTLOCK_LIVE_ACCOUNT to the twelve digits'],
  ['half of one', '123456', 'Set ROOTLOCK_LIVE_ACCOUNT to the twelve digits'],
  ['another one', '111122223333', `are for the account ${ACCOUNT}, not for 111122223333.`],
])('test:live begins nothing if %s is named', async (_, ROOTLOCK_LIVE_ACCOUNT, sentence) => {
  const ran = await tryAll(undefined, { ROOTLOCK_LIVE_ACCOUNT });
  expect(ran).toMatchObject({ code: 64, stdout: '' });
  expect(ran.stderr).toContain(sentence);
  expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  const called = (await emulator().requests()).map(({ operation }) => operation);
  expect(called).toEqual(ROOTLOCK_LIVE_ACCOUNT.length === 12 ? ['GetCallerIdentity'] : []);
});

it('test:live begins nothing in CI', async () => {
  const ran = await tryAll(undefined, { CI: 'true' });
  expect(ran).toMatchObject({ code: 64, stdout: '' });
  expect(ran.stderr).toContain('never in CI');
});

it('test:live says of each open point what it has seen, and leaves the account as it was', async () => {
  const before = await emulator().state();
  // A killed run has left this.
  await iamOf(emulator()).send(new CreateUserCommand({ UserName: 'rootlock-live-codes' }));
  const { code, stdout, stderr } = await tryAll();
  expect([code, stderr]).toEqual([0, '']);
  const rows = rowsOf(stdout);
  expect(rows.map(([, , about]) => about)).toEqual(points.map(({ about }) => about));
  const verdicts = rows.map((row) => row.at(-2));
  const tried = points.filter((_, n) => verdicts[n] === 'as expected');
  expect(tried).toEqual([
    rootSession,
    regionOff,
    accountPlan,
    oldCodes,
    trail,
    filter,
    form,
    alerts,
    managedPolicies,
    simulatedResources,
    actionsWithoutArn,
    dateOfPassword,
    lastUseOfOthers,
  ]);
  expect(new Set(verdicts)).toEqual(new Set(['as expected', 'not tried']));
  for (const row of rows) for (const cell of row.slice(1, -1)) expect(cell).not.toBe('');
  const sent = fullWrites(await emulator().requests());
  expect(sent.length).toBeGreaterThan(20);
  // No key or device of root's and no setting of the account is written.
  expect(sent.filter((one) => !JSON.stringify(one).includes('rootlock-live'))).toEqual([]);
  expect(await emulator().state()).toEqual(before);
});

it('test:live leaves the account as it was, even if something on the way breaks it off', async () => {
  const before = await emulator().state();
  const front = await startFront(emulator().url);
  // A network answers in place of AWS while a user with a device exists, while both are removed, and while a bucket is made.
  const broken = new Set([22, 24, 37]);
  front.page((number) => broken.has(number));
  const { code, stdout } = await tryAll(front.url);
  await front.stop();
  expect(code).toBe(2);
  const failed = rowsOf(stdout).filter((row) => row.at(-2) === 'failed');
  expect(failed.map(([, , about]) => about)).toEqual([oldCodes.about, trail.about]);
  expect(stdout).not.toContain('Not cleaned up');
  expect(await emulator().state()).toEqual(before);
});
