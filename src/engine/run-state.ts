import { type Text, t } from '../text/text.ts';
import type { Blocked } from './errors.ts';
import type { Answers, Change, Row, State, Step, World } from './step.ts';

/** What the last look at a step found. */
export interface Found {
  seen?: unknown;
  /** Everything planned, offers and attested changes included. */
  changes: Change[];
  /** The answers that the look asked for, by id. */
  asked?: ReadonlySet<string>;
  /** What had happened when the look began: see `Run`. */
  at?: number;
  error?: Blocked;
  /** What went wrong with an offer: the step is none the less secure. */
  remark?: Blocked;
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
  /** The owner's word for this run alone, and when it was given. */
  attested: Map<string, string>;
  /** Counts what may make a look old: answers, for which time passes, and what was changed. */
  happened: number;
}

/** Has nothing happened since it was last looked at? */
export const isFresh = (run: Run, { id }: Step): boolean => run.found.get(id)?.at === run.happened;

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

/** When the owner gave their word, ISO 8601. What opens a gate holds for one run. */
function attestedAt(run: Run, { id }: Step, change: Change): string | undefined {
  if (change.kind !== 'attest') return undefined;
  const key = `${id}.${change.id}`;
  return change.once ? run.attested.get(key) : run.world.book.attested(key);
}

const isAttested = (run: Run, step: Step, change: Change): boolean =>
  attestedAt(run, step, change) !== undefined;

/** What keeps the step from being secure: no offers, and nothing that the owner has attested. */
export const missing = (run: Run, step: Step): Change[] =>
  changesOf(run, step).filter((change) => !change.offer && !isAttested(run, step, change));

/** What a secure step has to offer beyond that. */
export const offersOf = (run: Run, step: Step): Change[] =>
  changesOf(run, step).filter((change) => change.offer && !isAttested(run, step, change));

const changesOf = (run: Run, step: Step): Change[] => foundOf(run, step).changes;

/** What was never looked at has no state, and is not secure by having no changes. */
function foundOf(run: Run, { id }: Step): Found {
  const found = run.found.get(id);
  if (!found) throw new Error(`${id} was not looked at`);
  return found;
}

const needsOf = (run: Run, step: Step): Step[] =>
  run.steps.filter(({ id }) => step.needs?.includes(id));

/** The first state that fits, in this order. */
export function stateOf(run: Run, step: Step): State {
  const { error, changes } = foundOf(run, step);
  if (error) return 'blocked';
  if (changes.every((change) => change.offer)) return 'secure';
  if (missing(run, step).length === 0) return 'attested';
  if (run.skipped.has(step.id)) return 'skipped';
  if (hiddenError(run, step)) return 'blocked';
  if (unmet(run, step).length > 0 || run.awaited.has(step.id)) return 'waiting';
  return 'pending';
}

/** What is the matter with a step that it needs, where that has no row of its own to say so. */
function hiddenError(run: Run, step: Step): Blocked | undefined {
  const hidden = unmet(run, step).filter((need) => !isChosen(run, need));
  const errors = hidden.map((need) => foundOf(run, need).error ?? hiddenError(run, need));
  return errors.find((error) => error !== undefined);
}

/** A need counts as met only where its own needs are: what was proven once may since have lost what it stood on. */
const unmet = (run: Run, step: Step): Step[] =>
  needsOf(run, step).filter((need) => {
    const state = stateOf(run, need);
    return !['secure', 'attested'].includes(state) || unmet(run, need).length > 0;
  });

/** May the walk stop at this step? What the chosen steps need is surveyed, and no more. */
export const isChosen = ({ world }: Run, { id }: Step): boolean => world.only?.has(id) ?? true;

export const rowsOf = (run: Run): Row[] =>
  run.steps.filter((step) => isChosen(run, step)).map((step) => rowOf(run, step));

function rowOf(run: Run, step: Step): Row {
  const { seen, error, remark, changes } = foundOf(run, step);
  const { id, title, why, cost, optional = false } = step;
  const row = { id, title, why, ...(cost && { cost }), optional, state: stateOf(run, step) };
  if (error) {
    const now = t('could not be looked at');
    const left = seen === undefined ? { now } : { now: step.now(seen), evidence: seen };
    return { ...row, ...left, changes, message: error.text, fix: error.fix };
  }
  const problem = remark ?? (row.state === 'blocked' ? hiddenError(run, step) : undefined);
  const message = problem?.text ?? messageOf(run, step, row.state);
  const after = ['secure', 'attested'].includes(row.state)
    ? step.after?.(seen, run.world.account)
    : undefined;
  const now = step.now(seen);
  return {
    ...row,
    now,
    ...(problem && { fix: problem.fix }),
    evidence: seen,
    changes,
    ...(after && { after }),
    ...(message && { message }),
  };
}

function messageOf(run: Run, step: Step, state: State): Text | undefined {
  if (state === 'waiting') return waitsFor(run, step);
  if (state !== 'attested') return undefined;
  const days = changesOf(run, step).flatMap((change) => attestedAt(run, step, change) ?? []);
  return t('Your word of {day}.', { day: days.sort().at(-1)?.slice(0, 10) ?? '' });
}

function waitsFor(run: Run, step: Step): Text {
  const [first] = unmet(run, step);
  if (first) return t('After {step}.', { step: first.title });
  return missing(run, step).some(({ kind, slow }) => kind === 'console' && slow)
    ? t('Done by you. AWS takes a while to show it; run Rootlock again later.')
    : t('Begun. Run Rootlock again in some days: it goes on from here.');
}

/** Answers as `plan` wants them. */
export type Draft = Answers<any>;
