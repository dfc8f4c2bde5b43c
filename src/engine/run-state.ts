import { type Text, t } from '../text/text.ts';
import type { Blocked } from './errors.ts';
import type { Answers, Change, Questions, Row, RunContext, State, Step } from './step.ts';

/** What the last look at a step found. */
export interface Observation {
  seen?: unknown;
  /** Everything planned, offers and attested changes included. */
  changes: Change[];
  /** The answers that the look asked for, by id. */
  answersRead?: ReadonlySet<string>;
  /** What had happened when the look began: see `Run`. */
  revision?: number;
  error?: Blocked;
  /** What went wrong with an offer: the step is none the less secure. */
  offerError?: Blocked;
}

/** A run: the steps, the world they are seen in, and what is known of each so far. */
export interface RunState {
  /** The chosen steps and all that they need, in order. */
  steps: Step[];
  context: RunContext;
  observations: Map<string, Observation>;
  /** Skipped by flag, or by the owner in this run. */
  skipped: Set<string>;
  /** The owner did it; AWS takes minutes or days to show it. */
  awaitingAws: Set<string>;
  /** Answers of this run by id: what `look.known` knows before the book does. */
  answers: Map<string, unknown>;
  /** The owner's word for this run alone, and when it was given. */
  attested: Map<string, string>;
  /** Counts what may make a look old: answers, for which time passes, and what was changed. */
  revision: number;
}

/** Has nothing happened since it was last looked at? */
export const isFresh = (run: RunState, { id }: Step): boolean =>
  run.observations.get(id)?.revision === run.revision;

/** Two changes are one if they would do the same, whatever words they say it in. */
export function isSameChange(a: Change, b: Change): boolean {
  const key = (change: Change) => {
    switch (change.kind) {
      case 'call':
        return [change.service, change.operation, change.region, change.input];
      case 'exchange':
        // What comes before the last call only clears the way for it, and differs with what is in the way.
        return change.calls.at(-1);
      default:
        return [change.kind, change.id, change.kind === 'console' && change.user];
    }
  };
  return JSON.stringify(key(a)) === JSON.stringify(key(b));
}

/** When the owner gave their word, ISO 8601. What opens a gate holds for one run. */
function attestedAt(run: RunState, { id }: Step, change: Change): string | undefined {
  if (change.kind !== 'attest') return undefined;
  const key = `${id}.${change.id}`;
  return change.once ? run.attested.get(key) : run.context.answerStore.attested(key);
}

const isAttested = (run: RunState, step: Step, change: Change): boolean =>
  attestedAt(run, step, change) !== undefined;

/** What keeps the step from being secure: no offers, and nothing that the owner has attested. */
export const openChanges = (run: RunState, step: Step): Change[] =>
  changesOf(run, step).filter((change) => !isOffer(change) && !isAttested(run, step, change));

/** What a secure step has to offer beyond that. */
export const offersOf = (run: RunState, step: Step): Offer[] =>
  changesOf(run, step)
    .filter(isOffer)
    .filter((change) => !isAttested(run, step, change));

type Offer = Change & { offerId: string };

const isOffer = (change: Change): change is Offer => change.offerId !== undefined;

const changesOf = (run: RunState, step: Step): Change[] => foundOf(run, step).changes;

/** What was never looked at has no state, and is not secure by having no changes. */
function foundOf(run: RunState, { id }: Step): Observation {
  const found = run.observations.get(id);
  if (!found) throw new Error(`${id} was not looked at`);
  return found;
}

const needsOf = (run: RunState, step: Step): Step[] =>
  run.steps.filter(({ id }) => step.needs?.includes(id));

/** The first state that fits, in this order. */
export function stateOf(run: RunState, step: Step): State {
  const { error, changes } = foundOf(run, step);
  if (error) return 'blocked';
  if (changes.every(isOffer)) return 'secure';
  if (openChanges(run, step).length === 0) return 'attested';
  if (run.skipped.has(step.id)) return 'skipped';
  if (hiddenError(run, step)) return 'blocked';
  if (unmetNeeds(run, step).length > 0 || run.awaitingAws.has(step.id)) return 'waiting';
  return 'pending';
}

/** What is the matter with a step that it needs, where that has no row of its own to say so. */
function hiddenError(run: RunState, step: Step): Blocked | undefined {
  const hidden = unmetNeeds(run, step).filter((need) => !isChosen(run, need));
  const errors = hidden.map((need) => foundOf(run, need).error ?? hiddenError(run, need));
  return errors.find((error) => error !== undefined);
}

/** A need counts as met only where its own needs are: what was proven once may since have lost what it stood on. */
const unmetNeeds = (run: RunState, step: Step): Step[] =>
  needsOf(run, step).filter((need) => {
    const state = stateOf(run, need);
    return !['secure', 'attested'].includes(state) || unmetNeeds(run, need).length > 0;
  });

/** May the walk stop at this step? What the chosen steps need is surveyed, and no more. */
export const isChosen = ({ context }: RunState, { id }: Step): boolean =>
  context.only?.has(id) ?? true;

export const rowsOf = (run: RunState): Row[] =>
  run.steps.filter((step) => isChosen(run, step)).map((step) => rowOf(run, step));

function rowOf(run: RunState, step: Step): Row {
  const { seen, error, offerError, changes } = foundOf(run, step);
  const { id, title, why, cost, optional = false } = step;
  const accessKeys = seen === undefined ? undefined : step.accessKeys?.(seen);
  const row = {
    id,
    title,
    why,
    ...(cost && { cost }),
    optional,
    state: stateOf(run, step),
    ...(accessKeys && { accessKeys }),
  };
  if (error) {
    const status = t('could not be looked at');
    const left = seen === undefined ? { status } : { status: step.status(seen), evidence: seen };
    return { ...row, ...left, changes, message: error.text, fix: error.fix };
  }
  const problem = offerError ?? (row.state === 'blocked' ? hiddenError(run, step) : undefined);
  const message = problem?.text ?? messageOf(run, step, row.state);
  const after = ['secure', 'attested'].includes(row.state)
    ? step.handover?.(seen, run.context.account)
    : undefined;
  const status = step.status(seen);
  return {
    ...row,
    status,
    ...(problem && { fix: problem.fix }),
    evidence: seen,
    changes,
    ...(after && { handover: after }),
    ...(message && { message }),
  };
}

function messageOf(run: RunState, step: Step, state: State): Text | undefined {
  if (state === 'waiting') return waitsFor(run, step);
  if (state !== 'attested') return undefined;
  const days = changesOf(run, step).flatMap((change) => attestedAt(run, step, change) ?? []);
  return t('Your word of {day}.', { day: days.sort().at(-1)?.slice(0, 10) ?? '' });
}

function waitsFor(run: RunState, step: Step): Text {
  const [first] = unmetNeeds(run, step);
  if (first) return t('After {step}.', { step: first.title });
  return openChanges(run, step).some(({ kind, shownLate }) => kind === 'console' && shownLate)
    ? t('Done by you. AWS takes a while to show it; run Rootlock again later.')
    : t('Begun. Run Rootlock again in some days: it goes on from here.');
}

/** Answers as `plan` wants them. */
export type Draft = Answers<Questions>;
