import { describe, expect, it } from 'vitest';
import type { ApiCall } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { say } from '../../../src/text/text.ts';
import everyonesMfa from '../../../steps/everyones-mfa.ts';
import { readOwnSession } from '../../../steps/people/own-session.ts';
import { REQUIRE_MFA } from '../../../steps/people/require-mfa-policy.ts';
import requireMfa from '../../../steps/require-mfa.ts';
import { callsOf } from '../../support/accounts/alerts.ts';
import {
  developers,
  givePolicy,
  lookAtRequireMfa,
  plannedIn,
  recordTrial,
  trying,
} from '../../support/accounts/developers.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveGroup, giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { provenAccount } from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

contract(requireMfa, {
  answers: {},
  livedIn: async (_, state) => developers(state),
  partiallySecured: {
    'a policy that is not attached yet, a machine among the people, and no device': async (
      _,
      state,
    ) => {
      developers(state);
      givePolicy(state);
      giveUser(state, 'deploy', { key: true, groups: ['Developers'] });
      giveUser(state, 'park', { signsIn: true, groups: ['Developers'] });
    },
    'a member who tries it, and whose group is not held yet': async (_, state) => {
      trying(state);
      recordTrial(state);
    },
    'a policy of the same name that says something else': async (_, state) => {
      developers(state);
      givePolicy(state, REQUIRE_MFA, allowAll());
    },
  },
  hardened: async (_, state) => {
    developers(state);
    // Somebody else's, from AWS's documentation: it names other actions.
    const Condition = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
    const document = JSON.parse(allowAll({ Effect: 'Deny', Condition }));
    document.Statement[0].NotAction = ['iam:EnableMFADevice', 'iam:ListMFADevices'];
    delete document.Statement[0].Action;
    for (const group of state.groups) group.inline.ForceMFA = JSON.stringify(document);
  },
  // One member has it first, and no longer than until the group has it.
  traffic: { reads: 160, writes: 4, rounds: 60 },
});

/** The answer that needs nobody's sign-in. */
const AT_ONCE = { answers: { 'require-mfa.tester': 'nobody first' } };

describe('MFA required of groups of people', () => {
  it('lists the keys of the members, and prints the way back', async () => {
    const state = newAccount();
    developers(state);
    state.users[0]?.keys.push({ id: 'AKIAKIM0000000000001', active: true, created: state.created });
    state.users[1]?.keys.push({
      id: 'AKIALEE0000000000001',
      active: false,
      created: state.created,
    });
    const { changes } = await lookAtRequireMfa(state, AT_ONCE);
    const [, attach] = callsOf(changes) as ApiCall[];
    expect(attach?.danger).toBe(true);
    expect(attach && say(attach.summary)).toBe(
      'Require MFA of everybody in Developers, and stop programs that use the keys of kim',
    );
    expect(attach?.diff?.map((row) => row.map(say))).toEqual([
      [
        'kim, lee without MFA',
        'everything that the group allows',
        'only setting up MFA (checked by the policy simulator)',
      ],
      [
        'programs with the key AKIAKIM0000000000001 of kim',
        'running',
        'stopped, until they use GetSessionToken with a code',
      ],
    ]);
    expect(attach?.undo && say(attach.undo)).toBe(
      `as root: aws iam detach-group-policy --group-name Developers --policy-arn arn:aws:iam::111122223333:policy/${REQUIRE_MFA} --endpoint-url https://practice.invalid`,
    );
  });

  it('waits for who has no device, and names them', async () => {
    const state = newAccount();
    developers(state);
    giveUser(state, 'park', { signsIn: true, groups: ['Developers'] });
    const row = await lookAtRequireMfa(state);
    expect([row.state, say(row.status)]).toEqual([
      'waiting',
      'not required in Developers; no device yet: park',
    ]);
    expect(plannedIn(row)).toEqual([
      'Require MFA of everybody in the group Developers | later | danger',
    ]);
    expect(row.calls).not.toContain('iam SimulatePrincipalPolicy');
  });

  it('is never asked of a group with the user of a program', async () => {
    const state = newAccount();
    developers(state);
    giveUser(state, 'deploy', { key: true, groups: ['Developers'] });
    expect(plannedIn(await lookAtRequireMfa(state))).toEqual([
      'Move deploy out of Developers: users of programs cannot have MFA',
      'Require MFA of everybody in the group Developers | later | danger',
    ]);
  });

  it('names people in no group, whom no group can hold to it', async () => {
    const state = newAccount();
    developers(state);
    giveUser(state, 'park', { signsIn: true, mfa: true });
    const row = await lookAtRequireMfa(state);
    expect(say(row.status)).toBe('not required in Developers; in no group: park');
    expect(row.evidence).toMatchObject({ inNoGroup: ['park'] });
  });

  it('leaves groups without people alone', async () => {
    const state = newAccount();
    giveGroup(state, 'Programs', 'PowerUserAccess');
    giveUser(state, 'deploy', { key: true, groups: ['Programs'] });
    const row = await lookAtRequireMfa(state);
    expect([row.state, row.changes]).toEqual(['secure', []]);
  });

  it('becomes a policy of the group itself where no more can be attached', async () => {
    const state = newAccount();
    developers(state);
    const [group] = state.groups;
    const names = ['ReadOnlyAccess', 'SecurityAudit', 'IAMReadOnlyAccess', 'AWSSupportAccess'];
    const more = [...names, 'IAMFullAccess', 'IAMUserChangePassword', 'job-function/Billing'];
    group?.attached.push(
      ...[...more, 'job-function/ViewOnlyAccess', 'SignInLocalDevelopmentAccess'].map(
        (name) => `arn:aws:iam::aws:policy/${name}`,
      ),
    );
    expect(group?.attached).toHaveLength(10);
    const run = await runSteps(state, [everyonesMfa, requireMfa]);
    // With all that, they are administrators: it is an offer.
    expect(run.writes).toEqual([]);
    if (group)
      group.attached = group.attached.map((arn) =>
        arn.replace('IAMFullAccess', 'job-function/Billing'),
      );
    const second = await runSteps(state, [everyonesMfa, requireMfa], AT_ONCE);
    expect(second.writes).toEqual(['CreatePolicy', 'PutGroupPolicy']);
    expect(second.rows.map((row) => row.state)).toEqual(['secure', 'secure']);
  });

  it('is done for somebody whom AWS has quarantined as for the others', async () => {
    const state = newAccount();
    developers(state);
    state.users[0]?.attached.push('arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3');
    const { rows } = await runSteps(state, [everyonesMfa, requireMfa]);
    expect(rows.map((row) => row.state)).toEqual(['secure', 'secure']);
  });

  it('is blocked if the simulator says that somebody would still get through', async () => {
    const state = newAccount();
    developers(state);
    const [kim] = state.users;
    if (kim) kim.inline.odd = allowAll({ Effect: 'Deny', Action: 'iam:List*' });
    const row = await lookAtRequireMfa(state);
    expect(row.state).toBe('blocked');
    expect(row.message && say(row.message)).toContain('does not confirm');
    expect(row.message && say(row.message)).toContain('kim');
  });

  describe('of administrators', () => {
    it('is an offer to root, a danger, and nothing that is sent without it', async () => {
      const state = await provenAccount();
      const row = await lookAtRequireMfa(state);
      expect(row.state).toBe('secure');
      expect(plannedIn(row)).toEqual([
        'Require MFA of the administrators in Owners: stay signed in elsewhere meanwhile | offer | danger',
      ]);
      const { writes } = await runSteps(state, [everyonesMfa, requireMfa]);
      expect(writes).toEqual([]);
    });

    it.each([
      ['with MFA', true, true],
      ['without MFA', false, false],
      ['that CloudTrail does not show yet', undefined, false],
    ])('is offered in a session %s: %s', async (_, mfa, isOffered) => {
      const state = await provenAccount();
      const jun = state.users.find(({ name }) => name === 'jun');
      if (!jun) throw new Error('no jun');
      const practice = createPracticeAccount(state, { now: () => NOW });
      const { accessKeyId } = practice.signIn(jun.id);
      for (const one of state.sessions) if (one.accessKeyId === accessKeyId) one.mfa = mfa ?? true;
      if (mfa !== undefined) {
        state.calls.push({
          id: '0b5e0000-0000-4000-8000-000000000001',
          at: NOW.toISOString(),
          region: 'us-east-1',
          source: 'iam.amazonaws.com',
          name: 'CreateUser',
          user: {
            id: jun.id,
            name: 'jun',
            arn: `arn:aws:iam::${state.id}:user/jun`,
            accessKeyId,
            mfa,
            began: NOW.toISOString(),
          },
          resources: [],
          detail: {},
        });
      }
      const row = await lookAtRequireMfa(state, { signedInAs: jun.id });
      expect(row.state).toBe('secure');
      expect(plannedIn(row).length > 0).toBe(isOffered);
    });

    it.each([
      ['root', 'root', false, 'unaffected'],
      ['a role', 'role', false, 'unaffected'],
      ['a key, which it would stop', 'user', true, 'without MFA'],
    ] as const)('asks nothing about %s', async (_, kind, isLongTerm, answer) => {
      const account = { identity: { kind, isLongTerm } };
      expect(await readOwnSession({ account } as never)).toBe(answer);
    });
  });
});
