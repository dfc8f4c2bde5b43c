import { beforeAll, describe, expect, it } from 'vitest';
import type { Chapter, Row, Step } from '../../src/engine/step.ts';
import { createPracticeAccount } from '../../src/practice/practice-account.ts';
import type { PracticeState } from '../../src/practice/state/account-state.ts';
import { say, t } from '../../src/text/text.ts';
import { chapters as ofAccount } from '../../steps/index.ts';
import { memoized, notToBeShown, withNeeds } from './accounts/contract-accounts.ts';
import type { Fault } from './accounts/faults.ts';
import { isLikeAnother } from './accounts/like-another.ts';
import { NOW, newAccount, REGIONS } from './accounts/new-account.ts';
import { normalized, runSteps } from './accounts/run-steps.ts';
import { rounds } from './aws/rounds.ts';
import { iamOf } from './clients.ts';
import { expectPlanToFollow } from './engine/expect-plan-to-follow.ts';

type Prepare = (iam: ReturnType<typeof iamOf>, state: PracticeState) => Promise<unknown>;

interface StepScenarios {
  /** The list that the step is of. Absent: that of the account. */
  chapters?: Chapter[];
  /**
   * An account with something for the step to secure, if a new account has nothing: it stands for a fresh one here, and a new
   * account has to be left alone.
   */
  livedIn?: Prepare;
  /** The least strict answers that the questions accept. */
  answers: Record<string, unknown>;
  /** Accounts that are secured in part, by what is wrong with them. */
  partiallySecured: Record<string, Prepare>;
  /** An account that is stricter than the step requires. */
  hardened: Prepare;
  /**
   * Requests of the run that secures the step on a fresh account, if its needs are secured already. The number of
   * writes is exact; reads and rounds are limits. A round is one wait for the network: requests that are sent side by
   * side share it.
   */
  traffic: { reads: number; writes: number; rounds: number };
  /** Whatever may not be read is left out and named. The step then takes the careful way, and waits. */
  leavesOutDenied?: true;
  /**
   * Writes that the run makes many times, each time of another thing: a fault strikes the first, the second and the last of
   * them, because the others are like the second.
   */
  repeated?: string[];
  /** No API reads any of it: the step rests on the owner's word. */
  isAttested?: true;
}

/** Milliseconds: some tests make a whole run for each call of a run. */
const TIMEOUT_MS = 120_000;

/** Tests that every step must pass. See "Tests" in CONTRIBUTING.md. */
export function contract(step: Step, scenarios: StepScenarios): void {
  const {
    answers,
    partiallySecured,
    hardened,
    traffic,
    isAttested = false,
    leavesOutDenied,
    repeated = [],
    chapters = ofAccount,
    livedIn,
  } = scenarios;
  // The owner does everything in the console.
  const sendsNothing = traffic.writes === 0;
  const steps = withNeeds(step, chapters);
  const finalState = (id: string) => (isAttested && id === step.id ? 'attested' : 'secure');
  const finalStates = steps.map(({ id }) => `${id} ${finalState(id)}`);
  const startingAccounts: [string, Prepare][] = [
    livedIn ? ['an account that was lived in', livedIn] : ['a fresh account', asItIs],
    ...Object.entries(partiallySecured),
  ];

  describe.each(startingAccounts)(`${step.id}, from %s`, (_, prepare) => {
    /** The account after an undisturbed run has secured the step's needs. Made once: tests change a copy. */
    let ready: PracticeState;
    beforeAll(async () => {
      ready = await openAccount(prepare);
      await runSteps(ready, steps.slice(0, -1), { answers });
    });
    const readyAccount = () => structuredClone(ready);

    /**
     * Outcomes of further runs, by the account they start from. Nothing else affects them, so one run for each account
     * is enough.
     */
    const outcomes = new Map<string, Promise<{ account: unknown; writes: string[] }>>();
    const outcomeOf = (state: PracticeState) =>
      memoized(outcomes, state, async () => {
        await runSteps(state, steps, { answers });
        const account = normalized(state);
        return { account, writes: (await runSteps(state, steps, { answers })).writes };
      });
    const actualRows = new Map<string, Promise<Row[]>>();
    const actualRowsOf = (state: PracticeState) =>
      memoized(actualRows, state, async () => {
        const { rows } = await runSteps(state, steps, { answers, observeOnly: true });
        return rows;
      });

    it('is observed without a write', async () => {
      const state = readyAccount();
      const before = structuredClone(state);
      const { writes, rows } = await runSteps(state, steps, { answers, observeOnly: true });
      expect(writes).toEqual([]);
      expect(normalized(state)).toEqual(normalized(before));
      expect(rows.find(({ id }) => id === step.id)?.state).toMatch(/pending|waiting/);
    });

    it('shows plain facts as evidence, without personal data and secrets', async () => {
      const state = readyAccount();
      const before = await runSteps(state, steps, { answers, observeOnly: true });
      const after = await runSteps(state, steps, { answers });
      for (const { rows } of [before, after]) {
        const { evidence, status } = rows.find(({ id }) => id === step.id) ?? {};
        // All of them are "all", and never "17 of 17".
        expect(say(status ?? t(''))).not.toMatch(/\b(\d+) of \1\b/);
        const shown = JSON.stringify(evidence);
        expect(JSON.parse(shown)).toEqual(evidence);
        for (const hidden of notToBeShown(state)) expect(shown).not.toContain(hidden);
      }
    });

    it('ends secure, and a second run sends nothing', async () => {
      const state = readyAccount();
      const first = await runSteps(state, steps, { answers, onAsk: expectPlanToFollow });
      expect(statesOf(first)).toEqual(finalStates);
      expect(first.writes.length === 0).toBe(sendsNothing);
      // All others are off in this account: AWS knows no credentials there.
      expect(first.requests.filter((call) => !isInRegionThatIsOn(call))).toEqual([]);
      const after = structuredClone(state);
      const second = await runSteps(state, steps, { answers });
      expect([statesOf(second), second.writes]).toEqual([statesOf(first), []]);
      expect(normalized(state)).toEqual(normalized(after));
    });

    it('ends secure if AWS shows writes late', async () => {
      const state = readyAccount();
      const run = await runSteps(state, steps, { answers, lag: 3 });
      expect(statesOf(run)).toEqual(finalStates);
    });

    it.each(['crash before', 'crash after', 'lost'] as const)(
      'comes to the same account after each possible "%s"',
      async (kind) => {
        const undisturbed = await outcomeOf(readyAccount());
        let faults = 0;
        const { writes: made } = await runSteps(readyAccount(), steps, { answers });
        for (let nth = 1; ; nth++) {
          if (isLikeAnother(made, nth - 1, repeated)) continue;
          const state = readyAccount();
          const disturbed = await runSteps(state, steps, { answers, fault: { kind, nth } });
          if (!disturbed.fired()) break;
          faults++;
          const { account, writes } = await outcomeOf(state);
          expect(account, `${kind} ${nth}`).toEqual(undisturbed.account);
          expect(writes).toEqual([]);
        }
        expect(faults === 0).toBe(sendsNothing);
      },
      TIMEOUT_MS,
    );

    it(
      'blocks with a fix if any call is denied, and reports nothing as secure that is not',
      async () => {
        // Reads that are remembered come back in another order than those that are sent: with all of them remembered, the
        // n-th call is the same one in each run.
        await runSteps(readyAccount(), steps, { answers });
        let denials = 0;
        const { calls } = await runSteps(readyAccount(), steps, { answers });
        const operations = calls.map((call) => call.split(' ').at(-1) ?? '');
        for (let nth = 1; ; nth++) {
          if (isLikeAnother(operations, nth - 1, repeated)) continue;
          const state = readyAccount();
          const fault: Fault = { kind: 'denied', nth };
          const { fired, rows } = await runSteps(state, steps, { answers, fault });
          if (!fired()) break;
          denials++;
          const blocked = rows.filter((row) => row.state === 'blocked');
          // The denial does not show if another observation succeeded later.
          const recovered = rows.every((row) => row.state === 'secure');
          const waits = leavesOutDenied && rows.some((row) => row.state === 'waiting');
          expect(blocked.length > 0 || recovered || waits, `call ${nth}`).toBe(true);
          for (const { fix } of blocked) expect(fix?.length).toBeGreaterThan(0);
          const actual = await actualRowsOf(state);
          for (const { id, state: reported } of rows.filter((row) => row.state === 'secure')) {
            expect(actual.find((row) => row.id === id)?.state, `${id} at ${nth}`).toBe(reported);
          }
        }
        expect(denials > 0).toBe(!isAttested);
      },
      TIMEOUT_MS,
    );

    it.each(REGIONS.slice(1))(
      'goes on without %s if the organization closes it, and names it',
      async (region) => {
        const fault: Fault = { kind: 'closed by the organization', region, nth: 1, lasts: true };
        const look = await runSteps(readyAccount(), steps, { answers, fault, observeOnly: true });
        const run = await runSteps(readyAccount(), steps, { answers, fault });
        const blocked = [...look.rows, ...run.rows].filter((row) => row.state === 'blocked');
        // The owner's things in that region cannot be seen.
        for (const { fix } of blocked) expect(fix?.length).toBeGreaterThan(0);
        const isKeptThere = ready.buckets.some((bucket) => bucket.region === region);
        if (!isKeptThere) expect(blocked).toEqual([]);
        if (!look.fired() || blocked.length > 0) return;
        expect(look.rows.map(({ evidence }) => JSON.stringify(evidence)).join()).toContain(region);
      },
    );
  });

  it(`${step.id} sends no more than its declared traffic`, async () => {
    const state = await openAccount(livedIn ?? asItIs);
    await runSteps(state, steps.slice(0, -1), { answers });
    // The first call of a service loads its client. The time that takes would count as a round.
    await runSteps(state, steps, { answers, observeOnly: true });
    const waits = rounds();
    const run = await runSteps(state, steps, { answers, beforeCall: waits.hold });
    expect(run.writes, 'writes').toHaveLength(traffic.writes);
    const reads = run.calls.length - run.writes.length;
    expect(reads, 'reads').toBeLessThanOrEqual(traffic.reads);
    expect(waits.count(), 'rounds').toBeLessThanOrEqual(traffic.rounds);
  });

  it.each([
    ['a hardened account', hardened],
    ...(livedIn ? [['a new account', asItIs] as [string, Prepare]] : []),
  ])(`${step.id} leaves %s alone`, async (_, prepare) => {
    const state = await openAccount(prepare);
    const before = structuredClone(state);
    const { rows, writes } = await runSteps(state, steps, { answers });
    expect(rows.find(({ id }) => id === step.id)?.state).toBe(finalState(step.id));
    const unfinished = rows.filter(
      ({ id, state: reported }) => id !== step.id && reported !== 'secure',
    );
    expect(unfinished).toEqual([]);
    expect(writes).toEqual([]);
    expect(normalized(state)).toEqual(normalized(before));
  });
}

const isInRegionThatIsOn = (call: object): boolean =>
  'region' in call && REGIONS.includes(String(call.region));

const asItIs: Prepare = async () => undefined;

async function openAccount(prepare: Prepare): Promise<PracticeState> {
  // The account's clock stands still, so delayed evidence would never show.
  const state = newAccount();
  await prepare(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  return state;
}

const statesOf = ({ rows }: { rows: { id: string; state: string }[] }): string[] =>
  rows.map(({ id, state }) => `${id} ${state}`);
