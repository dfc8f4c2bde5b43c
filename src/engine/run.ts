import type { Answers, Change, Row, State, Step, World } from './contract.ts';
import type { Blocked } from './errors.ts';
import { t } from './text.ts';

/** What the last look at a step found. */
export interface Found {
  seen?: unknown;
  /** Everything planned, offers and attested changes included. */
  changes: Change[];
  error?: Blocked;
}

/** A run: the steps, the world they are seen in, and what is known of each so far. */
export interface Run {
  /** The chosen steps and all that they need, in order. */
  steps: Step[];
  world: World;
  found: Map<string, Found>;
  /** Skipped by flag, or by the owner in this run. */
  skipped: Set<string>;
  /** The owner did it; AWS takes minutes or days to show it. */
  awaited: Set<string>;
  /** Answers of this run by id: what `look.known` knows before the book does. */
  answers: Map<string, unknown>;
}

/** Two changes are one if they would do the same, whatever words they say it in. */
export function same(a: Change, b: Change): boolean {
  const key = (change: Change) => {
    switch (change.kind) {
      case 'call':
        return [change.service, change.operation, change.region, change.input];
      case 'exchange':
        // What comes before the last call only clears the way for it, and differs with what is in the way.
        return change.calls.at(-1);
      default:
        return [change.kind, change.id];
    }
  };
  return JSON.stringify(key(a)) === JSON.stringify(key(b));
}

const isAttested = ({ world }: Run, { id }: Step, change: Change): boolean =>
  change.kind === 'attest' && world.book.attested(`${id}.${change.id}`);

/** What keeps the step from being secure: no offers, and nothing that the owner has attested. */
export const missing = (run: Run, step: Step): Change[] =>
  changesOf(run, step).filter((change) => !change.offer && !isAttested(run, step, change));

/** What a secure step has to offer beyond that. */
export const offersOf = (run: Run, step: Step): Change[] =>
  changesOf(run, step).filter((change) => change.offer && !isAttested(run, step, change));

const changesOf = (run: Run, { id }: Step): Change[] => run.found.get(id)?.changes ?? [];

const needsOf = (run: Run, step: Step): Step[] =>
  run.steps.filter(({ id }) => step.needs?.includes(id));

/** The first state that fits, in this order. */
export function stateOf(run: Run, step: Step): State {
  const { error, changes } = run.found.get(step.id) ?? { changes: [] };
  if (error) return 'blocked';
  if (changes.every((change) => change.offer)) return 'secure';
  if (missing(run, step).length === 0) return 'attested';
  if (run.skipped.has(step.id)) return 'skipped';
  if (unmet(run, step).length > 0 || run.awaited.has(step.id)) return 'waiting';
  return 'pending';
}

const unmet = (run: Run, step: Step): Step[] =>
  needsOf(run, step).filter((need) => !['secure', 'attested'].includes(stateOf(run, need)));

/** May the walk stop at this step? What the chosen steps need is surveyed, and no more. */
export const isChosen = ({ world }: Run, { id }: Step): boolean => world.only?.has(id) ?? true;

export const rowsOf = (run: Run): Row[] =>
  run.steps.filter((step) => isChosen(run, step)).map((step) => rowOf(run, step));

function rowOf(run: Run, step: Step): Row {
  const { seen, error, changes } = run.found.get(step.id) ?? { changes: [] };
  const { id, title, why, cost, optional = false } = step;
  const row = { id, title, why, ...(cost && { cost }), optional, state: stateOf(run, step) };
  if (error) {
    const now = t('could not be looked at');
    const left = seen === undefined ? { now } : { now: step.now(seen), evidence: seen };
    return { ...row, ...left, changes, message: error.text, fix: error.fix };
  }
  const message = row.state === 'waiting' ? waitsFor(run, step) : undefined;
  const after = ['secure', 'attested'].includes(row.state)
    ? step.after?.(seen, run.world.account)
    : undefined;
  const now = step.now(seen);
  return {
    ...row,
    now,
    evidence: seen,
    changes,
    ...(after && { after }),
    ...(message && { message }),
  };
}

function waitsFor(run: Run, step: Step) {
  const [first] = unmet(run, step);
  if (first) return t('After {step}.', { step: first.title });
  return missing(run, step).some(({ kind, slow }) => kind === 'console' && slow)
    ? t('Done by you. AWS takes a while to show it; run Rootlock again later.')
    : t('Begun. Run Rootlock again in some days: it goes on from here.');
}

/** Answers as `plan` wants them. */
export type Draft = Answers<any>;
