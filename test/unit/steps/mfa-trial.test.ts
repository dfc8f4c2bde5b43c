import { describe, expect, it } from 'vitest';
import { Leave } from '../../../src/engine/errors.ts';
import type { InteractiveChange } from '../../../src/engine/step.ts';
import { recordSignIn } from '../../../src/practice/services/cloudtrail/events.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import directPolicies from '../../../steps/direct-policies.ts';
import everyonesMfa from '../../../steps/everyones-mfa.ts';
import { REQUIRE_MFA } from '../../../steps/people/require-mfa-policy.ts';
import requireMfa from '../../../steps/require-mfa.ts';
import {
  developers,
  lookAtRequireMfa,
  plannedIn,
  trying,
} from '../../support/accounts/developers.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveGroup, giveUser } from '../../support/accounts/people.ts';
import { provenAccount } from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const account = { id: '111122223333', partition: 'aws', identity: { arn: '' } } as never;

describe('MFA that one of a group tries first', () => {
  const before = (minutes: number) => NOW.getTime() - minutes * 60_000;
  const signsIn = (state: PracticeState, minutes: number, mfa = true) =>
    recordSignIn(state, state.users[0], mfa, new Date(before(minutes)));
  const tester = (minutes: number) => ({
    sent: { 'require-mfa.tester.kim': before(minutes) },
    observeOnly: true,
  });
  /** Somebody who has been there for an hour. */
  const anHourOld = (state: PracticeState) => {
    const created = new Date(before(60)).toISOString();
    if (state.users[0]?.password) state.users[0].password.created = created;
    for (const { owner } of state.devices) if (owner) owner.since = created;
  };

  it('is required of that member, and of the group once they have signed in with MFA', async () => {
    const state = newAccount();
    developers(state);
    expect(plannedIn(await lookAtRequireMfa(state))).toEqual([
      'Create the policy rootlock-require-mfa',
      'Require MFA of kim alone, who tries it first | danger',
      'Require MFA of everybody in the group Developers | later | danger',
    ]);
    const { writes } = await runSteps(state, [everyonesMfa, requireMfa]);
    expect(writes).toEqual([
      'CreatePolicy',
      'AttachUserPolicy',
      'AttachGroupPolicy',
      'DetachUserPolicy',
    ]);
    expect(state.events.map(({ name, user }) => [name, user.name])).toEqual([
      ['ConsoleLogin', 'kim'],
    ]);
  });

  it('is tried by whom the owner chooses, or by nobody', async () => {
    const state = newAccount();
    developers(state);
    const seen = (await lookAtRequireMfa(state)).seen as never;
    const { tester } = requireMfa.questions?.(seen, account) ?? {};
    expect(tester?.choices.map(({ value }) => value)).toEqual(['kim', 'lee', 'nobody first']);
    const plannedFor = (who: string) =>
      plannedIn({ changes: requireMfa.plan(seen, { tester: who } as never, account) }).slice(1);
    expect(plannedFor('lee')[0]).toBe('Require MFA of lee alone, who tries it first | danger');
    expect(plannedFor('nobody first')).toEqual([
      'Require MFA of everybody in the group Developers | danger',
    ]);
  });

  it('is required of all if the owner wants no more of the trial', async () => {
    const state = newAccount();
    trying(state);
    const row = await lookAtRequireMfa(state, {
      answers: { 'require-mfa.tester': 'nobody first' },
    });
    expect(plannedIn(row)).toEqual([
      'Require MFA of everybody in the group Developers | danger',
      'Detach rootlock-require-mfa from kim, who has it by a group',
    ]);
  });

  it('is taken from the member if an earlier run has been cut short after the group got it', async () => {
    const state = newAccount();
    trying(state);
    state.groups[0]?.attached.push(`arn:aws:iam::${state.id}:policy/${REQUIRE_MFA}`);
    expect(plannedIn(await lookAtRequireMfa(state))[0]).toBe(
      'Detach rootlock-require-mfa from kim, who has it by a group',
    );
  });

  it.each([
    ['before they had it', 30, true],
    ['without MFA', 5, false],
  ])('is not proven by a sign-in %s', async (_, minutes, mfa) => {
    const state = newAccount();
    trying(state);
    anHourOld(state);
    signsIn(state, minutes, mfa);
    const row = await lookAtRequireMfa(state, tester(20));
    expect(say(row.status)).toBe('required of kim first; not in Developers yet');
    expect(plannedIn(row)).toEqual([
      'kim signs in again, with MFA',
      'Require MFA of everybody in the group Developers | later | danger',
      'Detach rootlock-require-mfa from kim, who has it by a group | later',
    ]);
  });

  it('is proven by a sign-in since, which the owner sees on the card', async () => {
    const state = newAccount();
    trying(state);
    anHourOld(state);
    signsIn(state, 5);
    const row = await lookAtRequireMfa(state, tester(20));
    expect(plannedIn(row)).toEqual([
      'Require MFA of everybody in the group Developers | danger',
      'Detach rootlock-require-mfa from kim, who has it by a group',
    ]);
    expect(row.changes[0]?.diff?.at(-1)?.map(say)).toEqual([
      'kim, who tried it first',
      'signed in with MFA at 2026-11-22 11:55 UTC',
      'unchanged',
    ]);
  });

  describe('and that another group comes to later', () => {
    const arn = `arn:aws:iam::111122223333:policy/${REQUIRE_MFA}`;
    /** Kim has tried it, and the group of kim is held to it. */
    const twoGroups = () => {
      const state = newAccount();
      trying(state);
      anHourOld(state);
      const [kim] = state.users;
      if (kim) kim.attached = [];
      state.groups[0]?.attached.push(arn);
      giveGroup(state, 'Accounting');
      giveUser(state, 'min', { signsIn: true, groups: ['Accounting'], mfa: true });
      return state;
    };

    it('is not tried again: the policy is the same', async () => {
      const state = twoGroups();
      signsIn(state, 5);
      const row = await lookAtRequireMfa(state, tester(20));
      expect(plannedIn(row)).toEqual(['Require MFA of everybody in the group Accounting | danger']);
      expect(requireMfa.questions?.(row.seen as never, account)).toEqual({});
      expect(row.changes[0]?.diff?.at(-1)?.map(say)[0]).toBe('kim, who tried it first');
    });

    it.each([
      ['nobody has signed in since it was tried', 30],
      ['it was never tried', undefined],
    ])('is tried if %s', async (_, minutes) => {
      const state = twoGroups();
      signsIn(state, minutes ?? 5);
      const row = await lookAtRequireMfa(
        state,
        minutes === undefined ? { observeOnly: true } : tester(20),
      );
      expect(plannedIn(row)[0]).toBe('Require MFA of min alone, who tries it first | danger');
    });
  });

  it.each([
    ['CloudTrail may not be read', { deniedOperation: 'LookupEvents', ...tester(20) }],
    ['nothing tells when they got it', {}],
  ])('rests on the word of the owner if %s', async (_, more) => {
    const state = newAccount();
    trying(state);
    anHourOld(state);
    const row = await lookAtRequireMfa(state, more);
    expect(row.changes.map(({ kind }) => kind)).toEqual(['attest', 'call', 'call']);
  });

  it('is no policy of their own that a group should give them', async () => {
    const state = newAccount();
    trying(state);
    const { rows } = await runSteps(state, [directPolicies], { observeOnly: true });
    expect(rows.map((row) => row.state)).toEqual(['secure']);
  });

  it('is, of administrators, tried by one of them, and taken back from them whatever happens meanwhile', async () => {
    const state = await provenAccount();
    const [offer] = (await lookAtRequireMfa(state)).changes as [InteractiveChange];
    const taken = async (ask: () => Promise<unknown>) => {
      const sent: string[] = [];
      const send = async ({ operation }: { operation: string }) => void sent.push(operation);
      const outcome = await offer
        .run(send as never, ask as never, () => 0)
        .then(
          () => 'required',
          () => 'left',
        );
      return [outcome, ...sent];
    };
    const trial = ['CreatePolicy', 'AttachUserPolicy', 'DetachUserPolicy'];
    expect(await taken(async () => true)).toEqual(['required', ...trial, 'AttachGroupPolicy']);
    expect(await taken(() => Promise.reject(new Leave('back')))).toEqual(['left', ...trial]);
  });
});
