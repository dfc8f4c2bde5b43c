import { describe, expect, it } from 'vitest';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { leave, playbook } from '../../../steps/leave/index.ts';
import { giveLeaver, LEAVER, leaverIn } from '../../support/accounts/leaver.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveMachine, giveOwner } from '../../support/accounts/owner-account.ts';
import { ADMINISTRATOR_ACCESS, allowAll, trustPolicy } from '../../support/accounts/policies.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf } from '../../support/clients.ts';

type Prepare = (iam: ReturnType<typeof iamOf>, state: PracticeState) => Promise<unknown>;

const steps = (name = LEAVER) =>
  leave(name)
    .flatMap((chapter) => chapter.steps)
    .filter(({ onComputer }) => !onComputer);

async function accountWith(prepare: Prepare): Promise<PracticeState> {
  const state = newAccount();
  await prepare(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  return state;
}

/** An administrator whom one user alone may become. */
const giveAdministratorRole = (state: PracticeState, user: string) => {
  const [role] = state.roles;
  if (!role) throw new Error('The practice account has no role to copy.');
  const trust = trustPolicy({ AWS: `arn:aws:iam::${state.id}:user/${user}` });
  const name = `admin-of-${user}`;
  state.roles.push({ ...role, id: name, name, path: '/', trust, attached: [ADMINISTRATOR_ACCESS] });
};

const statesOf = ({ rows }: Awaited<ReturnType<typeof runSteps>>) =>
  Object.fromEntries(rows.map(({ id, state }) => [id, state]));

describe('nobody is taken out', () => {
  const blocked = async (state: PracticeState, name: string, signedInAs?: string) => {
    const run = await runSteps(state, steps(name), signedInAs ? { signedInAs } : {});
    expect(run.writes).toEqual([]);
    const [first] = run.rows;
    return first?.state === 'blocked' ? first.message?.en : first?.state;
  };

  it('who is signed in, in whatever case they are named', async () => {
    const state = await accountWith(async (iam, account) => {
      await giveLeaver(iam, account);
    });
    const kim = leaverIn(state);
    expect(await blocked(state, 'KIM', kim.id)).toMatch(/^You are signed in as/);
  });

  it('who is the last administrator', async () => {
    const state = await accountWith((iam, account) => giveOwner(iam, account, 'jun'));
    expect(await blocked(state, 'jun')).toMatch(/is the last administrator besides/);
  });

  it('if the only other administrator has nothing to sign in with', async () => {
    const state = await accountWith(async (iam, account) => {
      await giveOwner(iam, account, 'jun');
      giveMachine(account, 'terraform');
      for (const user of account.users) if (user.name === 'terraform') user.keys = [];
    });
    expect(await blocked(state, 'jun')).toMatch(/is the last administrator besides/);
  });

  it('if the only other administrator has a key that is switched off', async () => {
    const state = await accountWith(async (iam, account) => {
      await giveOwner(iam, account, 'jun');
      giveMachine(account, 'terraform');
      for (const { keys } of account.users) for (const key of keys) key.active = false;
    });
    expect(await blocked(state, 'jun')).toMatch(/is the last administrator besides/);
  });

  it('if the only other administrator is a role that nobody else comes in by', async () => {
    const state = await accountWith(async (iam, account) => {
      await giveOwner(iam, account, 'jun');
      giveAdministratorRole(account, 'jun');
    });
    expect(await blocked(state, 'jun')).toMatch(/is the last administrator besides/);
  });

  it('who alone comes in by the only role that is administrator', async () => {
    const state = await accountWith(async (iam, account) => {
      await iam.createUser({ UserName: LEAVER });
      await iam.createLoginProfile({ UserName: LEAVER, Password: 'Practice-makes-1-perfect' });
      giveAdministratorRole(account, LEAVER);
    });
    expect(await blocked(state, LEAVER)).toMatch(/is the last administrator besides/);
    const other = iamOf(createPracticeAccount(state, { now: () => NOW }));
    await other.createUser({ UserName: 'lee' });
    await other.createLoginProfile({ UserName: 'lee', Password: 'Practice-makes-1-perfect' });
    giveAdministratorRole(state, 'lee');
    const run = await runSteps(state, steps());
    expect(statesOf(run)['leave-user']).toBe('secure');
  });

  it('who may be the last administrator, or not', async () => {
    const state = await accountWith(async (iam, account) => {
      await giveOwner(iam, account, 'jun');
      const [jun] = account.users;
      if (!jun) return;
      const isOdd = { StringEquals: { 'aws:PrincipalTag/team': 'blue' } };
      Object.assign(jun, { groups: [], inline: { odd: allowAll({ Condition: isOdd }) } });
    });
    expect(await blocked(state, 'jun')).toMatch(/^Nobody can tell whether/);
  });

  it('but an administrator is, if another one can sign in', async () => {
    const state = await accountWith(async (iam, account) => {
      await giveLeaver(iam, account);
      leaverIn(account).attached = [ADMINISTRATOR_ACCESS];
      delete leaverIn(account).boundary;
    });
    const run = await runSteps(state, steps());
    expect(statesOf(run)['leave-user']).toBe('secure');
  });

  it('by the name of the root user, nor by one that AWS does not have', () => {
    expect(playbook.problemWith('root')?.en).toMatch(/^The root user cannot leave/);
    expect(playbook.problemWith('<root_account>')?.en).toMatch(/^The root user cannot leave/);
    expect(playbook.problemWith('kim lee')?.en).toMatch(/^Use only/);
    expect(playbook.problemWith('kim')).toBeUndefined();
  });
});
