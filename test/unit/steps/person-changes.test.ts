import { describe, expect, it } from 'vitest';
import { requestsOf } from '../../../src/engine/change.ts';
import type { Row } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { requireMfaDocument } from '../../../steps/people/require-mfa-policy.ts';
import { policyFor, problemWithPolicy } from '../../../steps/person/aws-policies.ts';
import { person, playbook } from '../../../steps/person/index.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { ADMINISTRATOR_ACCESS, allowAll } from '../../support/accounts/policies.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf } from '../../support/clients.ts';

const steps = (name = 'kim') => person(name).flatMap((chapter) => chapter.steps);
type Iam = ReturnType<typeof iamOf>;

async function accountWith(prepare: (iam: Iam, state: PracticeState) => Promise<unknown>) {
  const state = newAccount();
  await prepare(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  return state;
}

/** What a look plans, by step, as `CreateUser kim`. */
async function planned(state: PracticeState, answers: Record<string, unknown> = {}) {
  const { rows } = await runSteps(state, steps(), { answers, observeOnly: true });
  return changesIn(rows);
}

const changesIn = (rows: Row[]) =>
  rows.flatMap(({ changes }) =>
    changes.map((change) => ({
      does: requestsOf(change)
        .map(({ operation }) => operation)
        .join(),
      summary: say(change.summary),
      danger: change.danger === true,
    })),
  );

async function inGroup(iam: Iam, group: string, ...names: string[]) {
  await iam.createGroup({ GroupName: group });
  for (const UserName of names) {
    await iam.createUser({ UserName });
    await iam.addUserToGroup({ GroupName: group, UserName });
  }
}

describe('the group of a person', () => {
  it('requires MFA if the account has a policy for it, and lets them choose a password if nothing else does', async () => {
    const plain = await planned(newAccount());
    expect(plain.map(({ summary }) => summary)).toContain(
      'Give the group Developers IAMUserChangePassword',
    );
    const required = await accountWith((iam) =>
      iam.createPolicy({
        PolicyName: 'rootlock-require-mfa',
        PolicyDocument: requireMfaDocument({ partition: 'aws' }),
      }),
    );
    const summaries = (await planned(required)).map(({ summary }) => summary);
    expect(summaries).toContain('Require MFA of everybody in the group Developers');
    expect(summaries.join()).not.toContain('IAMUserChangePassword');
    const lenient = await accountWith((iam) =>
      iam.updateAccountPasswordPolicy({ AllowUsersToChangePassword: true }),
    );
    expect((await planned(lenient)).map(({ summary }) => summary).join()).not.toMatch(
      /IAMUserChangePassword|Require MFA/,
    );
  });

  it('is changed only as a danger that names its members, and joined as one if it gives more', async () => {
    const state = await accountWith(async (iam) => {
      await inGroup(iam, 'developers', 'lee');
      await iam.attachGroupPolicy({ GroupName: 'developers', PolicyArn: ADMINISTRATOR_ACCESS });
    });
    const changes = await planned(state);
    expect(changes.filter(({ danger }) => danger).map(({ summary }) => summary)).toEqual([
      'Give the group developers and its members lee PowerUserAccess',
      'Add kim to the group developers',
    ]);
  });

  it('is joined as a danger by a user that was there before, and that somebody signs in with', async () => {
    const state = await accountWith(async (iam) => {
      await iam.createUser({ UserName: 'kim', Tags: [{ Key: 'managed-by', Value: 'rootlock' }] });
    });
    const joins = async () =>
      (await planned(state)).filter(({ does }) => does === 'AddUserToGroup')[0]?.danger;
    expect(await joins()).toBe(false);
    const iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
    await iam.createLoginProfile({ UserName: 'kim', Password: 'Practice-makes-1-perfect' });
    expect(await joins()).toBe(true);
  });

  it('stays as it is until the owner says otherwise', async () => {
    const state = await accountWith((iam) => inGroup(iam, 'Interns', 'kim'));
    expect((await planned(state)).map(({ does }) => does)).not.toContain('AddUserToGroup');
    const moved = await planned(state, {
      'person-group.job': 'Billing',
      'person-group.leave': true,
    });
    expect(moved.map(({ does }) => does).join()).toContain('AddUserToGroup,RemoveUserFromGroup');
  });

  it('is another one once the owner says that it changes, from Developers too', async () => {
    const state = await accountWith((iam) => inGroup(iam, 'Developers', 'kim'));
    const answers = { 'person-group.change': true };
    const changes = await planned(state, answers);
    expect(changes.map(({ summary }) => summary)).toContain('Add kim to the group Security');
    await runSteps(state, steps().slice(0, 2), { answers });
    expect(state.users.find(({ name }) => name === 'kim')?.groups).toEqual(['Security']);
  });

  it('is not left by the last administrator', async () => {
    const state = await accountWith(async (iam) => {
      await inGroup(iam, 'Owners', 'kim');
      await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
    });
    const answers = { 'person-group.job': 'Billing', 'person-group.leave': true };
    expect((await planned(state, answers)).map(({ does }) => does)).not.toContain(
      'RemoveUserFromGroup',
    );
    const iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
    await iam.createUser({ UserName: 'lee' });
    await iam.addUserToGroup({ GroupName: 'Owners', UserName: 'lee' });
    // Nobody can sign in as lee.
    expect((await planned(state, answers)).map(({ does }) => does)).not.toContain(
      'RemoveUserFromGroup',
    );
    await iam.createLoginProfile({ UserName: 'lee', Password: 'Practice-makes-1-perfect' });
    expect((await planned(state, answers)).map(({ does }) => does)).toContain(
      'RemoveUserFromGroup',
    );
  });
});

describe("AWS's policies", () => {
  const all = ['AmazonS3FullAccess', 'AmazonS3ReadOnlyAccess', 'ReadOnlyAccess'].map((name) => ({
    name,
    arn: `arn:aws:iam::aws:policy/${name}`,
  }));

  it.each([
    ['s3 read', 'AmazonS3ReadOnlyAccess'],
    ['readonlyaccess', 'ReadOnlyAccess'],
    ['AmazonS3FullAccess', 'AmazonS3FullAccess'],
  ])('are found by "%s"', (typed, name) => {
    expect(policyFor(typed, all)?.name).toBe(name);
    expect(problemWithPolicy(typed, all)).toBeUndefined();
  });

  it.each(['s3', 'nothing', ' '])('are not guessed from "%s"', (typed) => {
    expect(policyFor(typed, all)).toBeUndefined();
    expect(problemWithPolicy(typed, all)).toBeDefined();
  });
});

describe('the password of a person', () => {
  it('is set as a danger for a user that was there before', async () => {
    const state = await accountWith(async (iam, account) => {
      await inGroup(iam, 'Interns', 'kim');
      giveMfa(account, 'kim');
    });
    expect((await planned(state)).filter(({ danger }) => danger)).toEqual([
      expect.objectContaining({ does: 'CreateLoginProfile' }),
    ]);
  });

  it('must be changed at the first sign-in, and only where that is possible', async () => {
    const profiles = async (state: PracticeState) => {
      await runSteps(state, steps());
      return state.users.map(({ password }) => password?.reset);
    };
    expect(await profiles(newAccount())).toEqual([true]);
    const stuck = await accountWith((iam) => inGroup(iam, 'Interns', 'kim'));
    expect(await profiles(stuck)).toEqual([false]);
  });
});

describe('rootlock person', () => {
  it('plans MFA as the owner’s word if they set it up by themselves', async () => {
    const answers = { 'person-mfa.device': 'later' };
    const { rows, writes } = await runSteps(newAccount(), steps(), { answers });
    expect(rows.map(({ state }) => state)).toEqual(['secure', 'secure', 'attested', 'secure']);
    expect(writes).not.toContain('EnableMFADevice');
    const [, , , last] = rows;
    const note = playbook.note?.('kim', rows, { id: '111122223333', partition: 'aws' } as never);
    expect(note?.map(say).join('\n')).toContain('MFA: set it up right after signing in.');
    expect(last?.handover?.map(([label]) => say(label))).toEqual([
      'sign-in page',
      'username',
      'password',
    ]);
  });

  it('finds the user in whatever case AWS has the name', async () => {
    const state = await accountWith((iam) => inGroup(iam, 'Interns', 'Kim'));
    const changes = await planned(state);
    expect(changes.map(({ does }) => does)).not.toContain('CreateUser');
    expect(changes.map(({ summary }) => summary)).toContain('Set up an authenticator app for Kim');
  });

  it('sends just the calls that "rootlock permissions person" allows', async () => {
    const all = new Set<string>();
    const note = async (state: PracticeState, answers: Record<string, unknown>) => {
      const { calls, rows } = await runSteps(state, steps(), { answers });
      const shown = rows.flatMap(({ changes }) => changes).flatMap(requestsOf);
      for (const { service, operation } of shown) all.add(`${service} ${operation}`);
      for (const call of calls) all.add(call);
    };
    // A device that was never enrolled, a policy that AWS's simulator has to judge, and other work afterwards.
    const state = await accountWith(async (iam, { users }) => {
      await iam.createUser({ UserName: 'lee' });
      const inOffice = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
      for (const user of users) user.inline = { office: allowAll({ Condition: inOffice }) };
      await iam.createVirtualMFADevice({
        VirtualMFADeviceName: 'kim',
        Tags: [{ Key: 'managed-by', Value: 'rootlock' }],
      });
    });
    await note(state, { 'person-group.job': 'policy', 'person-group.policy': 'IAMReadOnly' });
    await note(state, { 'person-group.job': 'Billing', 'person-group.leave': true });
    const atFirst = ['iam GetAccountAuthorizationDetails'];
    expect([...all].filter((call) => !atFirst.includes(call)).sort()).toEqual([...playbook.calls]);
  });
});

describe('what a policy says', () => {
  it('stands with the change that gives it, for each job and for a policy that was found by its name', async () => {
    const textsOf = async (answers: Record<string, unknown>) => {
      const { events } = await runSteps(newAccount(), steps(), { answers });
      const made = events.flatMap((event) => (event.type === 'doing' ? event.changes : []));
      return new Set(made.flatMap(({ policyText }) => policyText ?? []));
    };
    const [powerUser = ''] = await textsOf({});
    expect(JSON.parse(powerUser).Statement).toHaveLength(2);
    const found = { 'person-group.job': 'policy', 'person-group.policy': 'iam readonly' };
    expect([...(await textsOf(found))].join()).toContain('iam:Get*');
  });

  it('is no reason to stop if it may not be read', async () => {
    const options = { deniedOperation: 'GetPolicyVersion' };
    const { rows } = await runSteps(newAccount(), steps(), options);
    expect(rows.map(({ state }) => state)).toEqual(['secure', 'secure', 'secure', 'secure']);
  });
});
