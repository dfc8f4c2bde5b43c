import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { steps } from '../../../steps/index.ts';
import supportRole from '../../../steps/support-role.ts';
import { callsOf } from '../../support/accounts/alerts.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { trustPolicy } from '../../support/accounts/policies.ts';
import { AS_JUN, provenAccount } from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

const POLICY = 'arn:aws:iam::aws:policy/AWSSupportAccess';

function giveRole(state: ReturnType<typeof newAccount>, more: Partial<Role> = {}): void {
  state.roles.push({
    id: 'AROAHELPDESK000000001',
    name: 'Helpdesk',
    path: '/',
    created: state.created,
    trust: trustPolicy({ AWS: `arn:aws:iam::${state.id}:root` }),
    inline: {},
    attached: [POLICY],
    tags: [],
    ...more,
  });
}

contract(supportRole, {
  answers: {},
  partiallySecured: {
    'a role of that name for something else': async (_, state) =>
      giveRole(state, { name: 'rootlock-support', attached: [] }),
    'the policy with a role that only a service takes': async (_, state) =>
      giveRole(state, { trust: trustPolicy({ Service: 'lambda.amazonaws.com' }) }),
  },
  hardened: async (_, state) => giveRole(state),
  traffic: { reads: 3, writes: 2, rounds: 5 },
});

describe('the role for AWS Support', () => {
  const look = async (state: ReturnType<typeof newAccount>) => {
    const { rows } = await runSteps(state, [supportRole], { observeOnly: true });
    const [row] = rows;
    if (!row) throw new Error('no row');
    return row;
  };

  it('is for people of this account with MFA, and can do nothing but open cases', async () => {
    const [create, attach] = callsOf((await look(newAccount())).changes);
    const { AssumeRolePolicyDocument = '' } = (create?.input ?? {}) as Record<string, string>;
    expect(JSON.parse(AssumeRolePolicyDocument)).toMatchObject({
      Statement: [
        {
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
      ],
    });
    expect(attach?.input).toEqual({ RoleName: 'rootlock-support', PolicyArn: POLICY });
  });

  it('is a danger if somebody else has a role of that name', async () => {
    const state = newAccount();
    giveRole(state, { name: 'rootlock-support', attached: [] });
    const { changes } = await look(state);
    expect(callsOf(changes).map(({ operation, danger }) => [operation, danger])).toEqual([
      ['UpdateAssumeRolePolicy', true],
      ['AttachRolePolicy', true],
    ]);
  });

  it('is no danger if a run was stopped between its two writes', async () => {
    const state = newAccount();
    const [create] = callsOf((await look(state)).changes);
    const { AssumeRolePolicyDocument = '' } = (create?.input ?? {}) as Record<string, string>;
    giveRole(state, { name: 'rootlock-support', trust: AssumeRolePolicyDocument, attached: [] });
    const { changes } = await look(state);
    expect(callsOf(changes).map(({ operation, danger }) => [operation, danger])).toEqual([
      ['AttachRolePolicy', undefined],
    ]);
  });

  it.each<[string, Partial<Role>]>([
    ['AdministratorAccess', { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] }],
    ['own', { attached: [], inline: { own: '{"Statement":[]}' } }],
  ])('opens no role of that name to more people that has other rights: %s', async (policy, has) => {
    const state = newAccount();
    giveRole(state, { name: 'rootlock-support', ...has });
    const row = await look(state);
    expect([row.state, row.changes]).toEqual(['blocked', []]);
    expect(row.message && say(row.message)).toBe(
      `The role rootlock-support is there already, with rights of its own: ${policy}`,
    );
  });

  it.each([
    ['a group that somebody is in', 'secure', ['kim']],
    ['a group that nobody is in', 'pending', []],
  ])('is not needed if the policy is with %s: %s', async (_, expected, members) => {
    const state = newAccount();
    state.groups.push({
      id: 'AGPAHELP00000000000001',
      name: 'help',
      path: '/',
      created: state.created,
      inline: {},
      attached: [POLICY],
    });
    for (const name of members) {
      state.users.push({
        id: 'AIDAKIM000000000000001',
        name,
        path: '/',
        created: state.created,
        inline: {},
        attached: [],
        tags: [],
        groups: ['help'],
        keys: [],
      });
    }
    const row = await look(state);
    expect(row.state).toBe(expected);
    expect(say(row.status)).toBe(members.length > 0 ? 'help' : 'none');
  });

  it('changes nothing about who counts as an administrator', async () => {
    const state = await provenAccount();
    const rows = async () =>
      (await runSteps(state, steps, { answers: AS_JUN, observeOnly: true })).rows
        .filter(({ id }) => id !== supportRole.id)
        .map(({ id, state: reported, evidence }) => [id, reported, evidence]);
    const before = await rows();
    await runSteps(state, [supportRole]);
    expect(state.roles.map(({ name }) => name)).toContain('rootlock-support');
    expect(await rows()).toEqual(before);
  });
});
