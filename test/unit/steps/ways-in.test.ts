import { beforeAll, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { steps } from '../../../steps/index.ts';
import { NOW, normalized, runSteps } from '../../support/accounts/run-steps.ts';

const answers = {
  'admin-group.name': 'Owners',
  'admin-user.name': 'jun',
  'billing-alerts.addresses': 'jun@example.com',
};
const account = (): PracticeState => ({ ...freshAccount(NOW), evidenceDelay: 0 });

/** How somebody gets into the account with all rights, and the device that it takes. */
function waysIn({
  root,
  users,
  groups,
  devices,
  id,
}: PracticeState): { way: string; device: string }[] {
  const deviceOf = (owner: string) =>
    devices.find((device) => device.owner?.id === owner)?.serial ?? 'none';
  const isAdministrator = (names: string[]) =>
    groups.some(({ name, attached }) => names.includes(name) && attached.length > 0);
  return [
    ...root.keys.filter(({ active }) => active).map(() => ({ way: 'root key', device: 'none' })),
    { way: 'root password', device: deviceOf(id) },
    ...users
      .filter((user) => user.password && isAdministrator(user.groups))
      .map((user) => ({ way: `${user.name}'s password`, device: deviceOf(user.id) })),
  ];
}

/** What the account is after each write at which a run was killed. */
let lines: { after: string; state: PracticeState }[];
beforeAll(async () => {
  lines = [{ after: 'nothing', state: account() }];
  for (let at = 1; ; at++) {
    const state = account();
    const { fired, writes } = await runSteps(state, steps, {
      answers,
      fault: { kind: 'crash after', nth: at },
    });
    if (!fired()) break;
    lines.push({ after: writes.at(-1) ?? '', state });
  }
}, 120_000);

it('a run that is killed anywhere leaves the ways in that there were, and the next run finishes it', async () => {
  const undisturbed = account();
  await runSteps(undisturbed, steps, { answers });
  const told = lines.map(({ after, state }) => {
    const ways = waysIn(state).map(({ way, device }) => `${way} (${device.split('/').at(-1)})`);
    return `${after}: ${ways.join(', ')}`;
  });
  // The trail, its bucket and the budgets are no way in.
  const later = [
    'CreateBucket',
    'PutPublicAccessBlock',
    'PutBucketEncryption',
    'PutBucketVersioning',
    'PutBucketLifecycleConfiguration',
    'PutBucketPolicy',
    'CreateTrail',
    'StartLogging',
    'CreateBudget',
    'CreateBudget',
  ];
  expect(told).toEqual([
    'nothing: root key (none), root password (none)',
    'UpdateAccountPasswordPolicy: root key (none), root password (root-phone)',
    'CreateGroup: root key (none), root password (root-phone)',
    'AttachGroupPolicy: root key (none), root password (root-phone)',
    'CreateUser: root key (none), root password (root-phone)',
    'AddUserToGroup: root key (none), root password (root-phone)',
    'CreateVirtualMFADevice: root key (none), root password (root-phone)',
    'EnableMFADevice: root key (none), root password (root-phone)',
    "CreateLoginProfile: root key (none), root password (root-phone), jun's password (jun)",
    "CreateAccountAlias: root key (none), root password (root-phone), jun's password (jun)",
    ...later.map(
      (write) => `${write}: root key (none), root password (root-phone), jun's password (jun)`,
    ),
    "DeleteAccessKey: root password (root-phone), jun's password (jun)",
  ]);
  for (const { after, state: killed } of lines) {
    const state = structuredClone(killed);
    await runSteps(state, steps, { answers });
    expect(normalized(state), after).toEqual(normalized(undisturbed));
  }
}, 120_000);

it('at no time does a password alone open the account as administrator', () => {
  for (const { after, state } of lines) {
    const bare = waysIn(state).filter(
      ({ way, device }) => way.startsWith('jun') && device === 'none',
    );
    expect(bare, after).toEqual([]);
  }
});

it('before the root keys go, two ways in share no device', () => {
  const { state } = lines.at(-2) ?? { state: account() };
  const devices = waysIn(state).flatMap(({ device }) => (device === 'none' ? [] : [device]));
  expect(new Set(devices).size).toBe(2);
});
