import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/engine/step.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import directPolicies from '../../../steps/direct-policies.ts';
import type { DirectRights } from '../../../steps/people/direct-rights.ts';
import { callsOf } from '../../support/accounts/alerts.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveGroup, giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const account = { id: '111122223333', partition: 'aws' } as never;
const FILES = allowAll({ Action: 's3:*' });

contract(directPolicies, {
  answers: {},
  livedIn: async (_, state) => {
    giveUser(state, 'kim', { signsIn: true, attached: [awsPolicy('ReadOnlyAccess')] });
  },
  partiallySecured: {
    'a policy of each kind, of a person and of a program, and a group that gives one of them':
      async (_, state) => {
        giveGroup(state, 'Readers', 'ReadOnlyAccess');
        giveUser(state, 'kim', {
          signsIn: true,
          groups: ['Readers'],
          attached: [awsPolicy('ReadOnlyAccess'), awsPolicy('SecurityAudit')],
          inline: { files: FILES },
        });
        giveUser(state, 'deploy', { key: true, inline: { files: FILES } });
      },
    'a group that was left empty': async (_, state) => {
      giveUser(state, 'kim', { signsIn: true, attached: [awsPolicy('ReadOnlyAccess')] });
      giveGroup(state, 'ReadOnlyAccess');
    },
  },
  hardened: async (_, state) => {
    giveGroup(state, 'Readers', 'ReadOnlyAccess');
    giveUser(state, 'kim', { signsIn: true, groups: ['Readers'] });
    giveUser(state, 'song', { attached: [awsPolicy('AWSCompromisedKeyQuarantineV3')] });
  },
  traffic: { reads: 30, writes: 4, rounds: 20 },
});

describe('policies of users', () => {
  const lookAt = async (state: PracticeState) => {
    const { rows, seen } = await runSteps(state, [directPolicies], { observeOnly: true });
    const [row] = rows;
    if (!row) throw new Error('no row');
    return { ...row, seen: seen[directPolicies.id] as DirectRights };
  };
  /** What is planned if the owner names this group. */
  const choosing = async (state: PracticeState, group: string) => {
    const { seen } = await lookAt(state);
    const [[key, question] = []] = Object.entries(directPolicies.questions?.(seen, account) ?? {});
    const problem = question?.validate?.(group);
    const changes = directPolicies.plan(seen, { [`${key}`]: group }, account);
    return {
      problem: problem && say(problem),
      changes: changes.filter(({ gated, afterShown }) => !gated && !afterShown),
    };
  };
  const planned = ({ changes }: Row) =>
    changes.map(({ summary, gated, danger, afterShown }) =>
      [
        say(summary),
        ...(gated ? ['later'] : []),
        ...(afterShown ? ['once the rest shows'] : []),
        ...(danger ? ['danger'] : []),
      ].join(' | '),
    );

  it('go to a group before they leave the user, so that nobody loses anything meanwhile', async () => {
    const state = newAccount();
    giveUser(state, 'kim', { signsIn: true, attached: [awsPolicy('ReadOnlyAccess')] });
    expect(planned(await lookAt(state))).toEqual([
      'Create the group ReadOnlyAccess',
      'Add kim to the group ReadOnlyAccess',
      'Give the group ReadOnlyAccess the policy ReadOnlyAccess',
      'Detach ReadOnlyAccess from kim, who has it by a group | once the rest shows',
    ]);
    const kim = () => state.users.find(({ name }) => name === 'kim');
    const held: boolean[] = [];
    const asked: string[] = [];
    await runSteps(state, [directPolicies], {
      // AWS shows each write late.
      lag: 2,
      onAsk: (id) => asked.push(id),
      onWrite: () => {
        const byGroup = state.groups.some(
          ({ name, attached }) => kim()?.groups.includes(name) && attached.length > 0,
        );
        held.push(byGroup || (kim()?.attached.length ?? 0) > 0);
      },
    });
    expect(held).toEqual([true, true, true, true]);
    expect(kim()).toMatchObject({ attached: [], groups: ['ReadOnlyAccess'] });
    // The group, and whether to do it: by a key, both are one.
    expect(asked).toEqual(['direct-policies.group.kim', 'direct-policies.apply']);
  });

  it('stay with the user if AWS never shows that the group gives them', async () => {
    const state = newAccount();
    giveUser(state, 'kim', { signsIn: true, attached: [awsPolicy('ReadOnlyAccess')] });
    const { rows, writes } = await runSteps(state, [directPolicies], { lag: 1000 });
    expect(rows[0]?.state).toBe('blocked');
    expect(writes).toEqual(['CreateGroup', 'AddUserToGroup', 'AttachGroupPolicy']);
  });

  it('go to the group that an answer names for this user alone', async () => {
    const state = newAccount();
    for (const name of ['kim', 'lee']) {
      giveUser(state, name, { signsIn: true, attached: [awsPolicy('SecurityAudit')] });
    }
    const answers = { 'direct-policies.group.kim': 'Team' };
    const { rows } = await runSteps(state, [directPolicies], { answers, observeOnly: true });
    const joined = rows[0]?.changes.flatMap((change) =>
      change.kind === 'call' && change.operation === 'AddUserToGroup' ? [change.input] : [],
    );
    expect(joined).toEqual([
      { GroupName: 'Team', UserName: 'kim' },
      { GroupName: 'SecurityAudit', UserName: 'lee' },
    ]);
  });

  it('are asked about one user at a time', async () => {
    const state = newAccount();
    for (const name of ['kim', 'lee']) {
      giveUser(state, name, { signsIn: true, attached: [awsPolicy('SecurityAudit')] });
    }
    const plans = planned(await lookAt(state));
    expect(plans.filter((one) => /lee/.test(one) && !/later/.test(one))).toEqual([]);
    const { rows } = await runSteps(state, [directPolicies]);
    expect(rows[0]?.state).toBe('secure');
    // The second one joins the group of the first: it gives exactly the same.
    expect(state.groups.map(({ name }) => name)).toEqual(['SecurityAudit']);
  });

  it('are a danger where somebody gets something new by it', async () => {
    const state = newAccount();
    giveGroup(state, 'Team', 'PowerUserAccess');
    giveUser(state, 'lee', { signsIn: true, groups: ['Team'] });
    giveUser(state, 'kim', { signsIn: true, attached: [awsPolicy('ReadOnlyAccess')] });
    const { changes } = await choosing(state, 'Team');
    expect(changes.map(({ danger, diff }) => [danger, diff?.map((row) => row.map(say))])).toEqual([
      [true, [['kim', 'without it', 'has PowerUserAccess']]],
      [true, [['lee', 'without it', 'has ReadOnlyAccess']]],
    ]);
  });

  it.each([
    ['a program to people', { key: true }, 'People', /has people in it/],
    ['a person to programs', { signsIn: true }, 'Programs', /has users of programs in it/],
  ])('never bring %s', async (_, has, group, problem) => {
    const state = newAccount();
    giveGroup(state, 'People');
    giveGroup(state, 'Programs');
    giveUser(state, 'lee', { signsIn: true, groups: ['People'] });
    giveUser(state, 'backup', { key: true, groups: ['Programs'] });
    giveUser(state, 'x', { ...has, attached: [awsPolicy('ReadOnlyAccess')] });
    expect((await choosing(state, group)).problem).toMatch(problem);
  });

  it('keep what AWS has denied to a user whose key was found', async () => {
    const state = newAccount();
    const quarantine = awsPolicy('AWSCompromisedKeyQuarantineV3');
    giveUser(state, 'song', { signsIn: true, attached: [quarantine, awsPolicy('SecurityAudit')] });
    await runSteps(state, [directPolicies]);
    expect(state.users[0]?.attached).toEqual([quarantine]);
  });

  it('of the same name and another text do not overwrite each other', async () => {
    const state = newAccount();
    giveGroup(state, 'Team');
    const [team] = state.groups;
    if (team) team.inline.files = allowAll({ Action: 'ec2:*' });
    giveUser(state, 'kim', { signsIn: true, groups: ['Team'], inline: { files: FILES } });
    const { problem, changes } = await choosing(state, 'team');
    expect([problem, callsOf(changes).map(({ input }) => input)]).toEqual([
      undefined,
      [{ GroupName: 'Team', PolicyName: 'files-2', PolicyDocument: FILES }],
    ]);
  });
});
