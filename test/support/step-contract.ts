import { beforeAll, describe, expect, it } from 'vitest';
import type { Row, Step } from '../../src/engine/step.ts';
import { freshAccount } from '../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../src/practice/practice-account.ts';
import type { PracticeState } from '../../src/practice/state/account-state.ts';
import { steps as all } from '../../steps/index.ts';
import { comparable, type Fault, NOW, runSteps } from './accounts/run-steps.ts';
import { iamOf } from './clients.ts';

type Prepare = (iam: ReturnType<typeof iamOf>, state: PracticeState) => Promise<unknown>;

interface Worlds {
  /** The least strict answers that the questions take. */
  answers: Record<string, unknown>;
  /** Accounts that somebody or something began to secure, by what is the matter with them. */
  partiallySecured: Record<string, Prepare>;
  /** An account that is better than what this step would make of it. */
  hardened: Prepare;
  /** All of it is done by the owner, in the console. */
  sendsNothing?: true;
  /** Nothing of it can be read: it rests on the owner's word. */
  isAttested?: true;
}

/** Milliseconds: a whole run for each call of a run. */
const SLOW = 120_000;

/** What every step must do, whatever it is about: see "Tests" in CONTRIBUTING.md. */
export function contract(step: Step, worldsOf: Worlds): void {
  const { answers, partiallySecured, hardened, isAttested = false } = worldsOf;
  const sendsNothing = isAttested || worldsOf.sendsNothing === true;
  const steps = withNeeds(step);
  const done = (id: string) => (isAttested && id === step.id ? 'attested' : 'secure');
  const allDone = steps.map(({ id }) => `${id} ${done(id)}`);
  const worlds: [string, Prepare][] = [
    ['a fresh account', async () => undefined],
    ...Object.entries(partiallySecured),
  ];

  describe.each(worlds)(`${step.id}, from %s`, (_, prepare) => {
    /** With all that the step needs secured, by an undisturbed run. Made once: tests change a copy. */
    let ready: PracticeState;
    beforeAll(async () => {
      ready = await account(prepare);
      await runSteps(ready, steps.slice(0, -1), { answers });
    });
    const world = () => structuredClone(ready);

    /** What further runs make of an account, by what it holds: nothing else reaches them, so once for each is enough. */
    const settled = new Map<string, Promise<{ account: unknown; writes: string[] }>>();
    const settle = (state: PracticeState) =>
      once(settled, state, async () => {
        await runSteps(state, steps, { answers });
        const account = comparable(state);
        return { account, writes: (await runSteps(state, steps, { answers })).writes };
      });
    const truths = new Map<string, Promise<Row[]>>();
    const truthOf = (state: PracticeState) =>
      once(truths, state, async () => {
        const { rows } = await runSteps(state, steps, { answers, looksOnly: true });
        return rows;
      });

    it('is looked at without a write', async () => {
      const state = world();
      const before = structuredClone(state);
      const { writes, rows } = await runSteps(state, steps, { answers, looksOnly: true });
      expect(writes).toEqual([]);
      expect(comparable(state)).toEqual(comparable(before));
      expect(rows.find(({ id }) => id === step.id)?.state).toMatch(/pending|waiting/);
    });

    it('ends secure, and a second run sends nothing', async () => {
      const state = world();
      const first = await runSteps(state, steps, { answers });
      expect(statesOf(first)).toEqual(allDone);
      expect(first.writes.length === 0).toBe(sendsNothing);
      const after = structuredClone(state);
      const second = await runSteps(state, steps, { answers });
      expect([statesOf(second), second.writes]).toEqual([statesOf(first), []]);
      expect(comparable(state)).toEqual(comparable(after));
    });

    it('ends secure where AWS is slow to show what was done', async () => {
      const state = world();
      const run = await runSteps(state, steps, { answers, lag: 3 });
      expect(statesOf(run)).toEqual(allDone);
    });

    it.each(['crash before', 'crash after', 'lost'] as const)(
      'comes to the same account after each possible "%s"',
      async (kind) => {
        const undisturbed = await settle(world());
        let faults = 0;
        for (let at = 1; ; at++) {
          const state = world();
          const disturbed = await runSteps(state, steps, { answers, fault: { kind, at } });
          if (!disturbed.fired()) break;
          faults++;
          const { account, writes } = await settle(state);
          expect(account, `${kind} ${at}`).toEqual(undisturbed.account);
          expect(writes).toEqual([]);
        }
        expect(faults === 0).toBe(sendsNothing);
      },
      SLOW,
    );

    it(
      'blocks with a fix, whichever call is denied, and calls nothing secure that is not',
      async () => {
        let denials = 0;
        for (let at = 1; ; at++) {
          const state = world();
          const fault: Fault = { kind: 'denied', at };
          const { fired, rows } = await runSteps(state, steps, { answers, fault });
          if (!fired()) break;
          denials++;
          const blocked = rows.filter((row) => row.state === 'blocked');
          // A look that another look made up for may fail.
          const madeUp = rows.every((row) => row.state === 'secure');
          expect(blocked.length > 0 || madeUp, `call ${at}`).toBe(true);
          for (const { fix } of blocked) expect(fix?.length).toBeGreaterThan(0);
          const truth = await truthOf(state);
          for (const { id, state: said } of rows.filter((row) => row.state === 'secure')) {
            expect(truth.find((row) => row.id === id)?.state, `${id} at ${at}`).toBe(said);
          }
        }
        expect(denials > 0).toBe(!isAttested);
      },
      SLOW,
    );
  });

  it(`${step.id} leaves a hardened account alone`, async () => {
    const state = await account(hardened);
    const before = structuredClone(state);
    const { rows, writes } = await runSteps(state, steps, { answers });
    expect(rows.find(({ id }) => id === step.id)?.state).toBe(done(step.id));
    const own = rows.filter(({ id, state: said }) => id !== step.id && said !== 'secure');
    expect(own).toEqual([]);
    expect(writes).toEqual([]);
    expect(comparable(state)).toEqual(comparable(before));
  });
}

async function account(prepare: Prepare): Promise<PracticeState> {
  // Its time stands still: nothing that takes a while would ever show.
  const state = { ...freshAccount(NOW), evidenceDelay: 0 };
  await prepare(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  return state;
}

/** What comes of an account, worked out once for all that hold the same. */
function once<T>(
  known: Map<string, Promise<T>>,
  state: PracticeState,
  work: () => Promise<T>,
): Promise<T> {
  const held = holding(state);
  const found = known.get(held) ?? work();
  known.set(held, found);
  return found;
}

/** All that an account holds, but for what is random: each id by how many others came before it. */
function holding(state: PracticeState): string {
  const ids = new Map<string, number>();
  return JSON.stringify(state, (key, value) => (RANDOM.has(key) ? '' : value)).replace(
    /\b(A[A-Z]{3})[A-Z2-7]{16,17}\b/g,
    (id, kind) => {
      ids.set(id, ids.get(id) ?? ids.size);
      return `${kind}${ids.get(id)}`;
    },
  );
}

const RANDOM = new Set(['seed', 'salt', 'hash']);

const statesOf = ({ rows }: { rows: { id: string; state: string }[] }): string[] =>
  rows.map(({ id, state }) => `${id} ${state}`);

function withNeeds(step: Step): Step[] {
  const wanted = new Set([step.id]);
  for (const id of wanted) {
    for (const need of all.find((other) => other.id === id)?.needs ?? []) wanted.add(need);
  }
  return [...new Set([...all, step])].filter(({ id }) => wanted.has(id));
}
