import { placeholder } from '../text/placeholder.ts';
import { Blocked } from './errors.ts';
import { problemWith, type Question, type Questions, questionId } from './questions.ts';
import { withReauthentication } from './reauthenticate.ts';
import { type Draft, isFresh, type Observation, type RunState, rowsOf } from './run-state.ts';
import type { Look, Reads, RunContext, Step } from './step.ts';

/**
 * Looks at every step side by side. Sends no write: a dry run ends here.
 *
 * @throws SignedOut where the session has ended
 */
export async function survey(all: Step[], context: RunContext): Promise<RunState> {
  const steps = withNeeds(all, context.only);
  const run: RunState = {
    steps,
    context,
    observations: new Map(),
    skipped: new Set(context.skip),
    awaitingAws: new Set(),
    answers: new Map(),
    attested: new Map(),
    revision: 0,
  };
  await withReauthentication(run, () => observeSteps(run, steps));
  context.host.emit({ type: 'rows', rows: rowsOf(run) });
  return run;
}

function withNeeds(all: Step[], only: ReadonlySet<string> | undefined): Step[] {
  if (!only) return all;
  const wanted = new Set(only);
  // A set's loop visits what is added to it on the way.
  for (const id of wanted) {
    for (const need of all.find((step) => step.id === id)?.needs ?? []) wanted.add(need);
  }
  return all.filter((step) => wanted.has(step.id));
}

/** Looks at some steps side by side, sharing equal reads. One that fails is blocked, the others are not. */
export async function observeSteps(run: RunState, steps: Step[]): Promise<void> {
  const reads = run.context.reads();
  await Promise.all(
    steps.map((step) =>
      observeStep(run, step, { reads }).catch((error: unknown) => {
        if (!(error instanceof Blocked)) throw error;
        block(run, step, error);
      }),
    ),
  );
}

/** Keeps what was seen before: a failed look changes what is known, not what was. */
export function block(run: RunState, { id }: Step, error: Blocked): void {
  const { seen } = run.observations.get(id) ?? {};
  run.observations.set(id, { seen, changes: [], error });
}

/** An offer that came to nothing: the step is as secure as it was. */
export function recordOfferError(run: RunState, { id }: Step, error: Blocked): void {
  const { seen, changes = [] } = run.observations.get(id) ?? {};
  run.observations.set(id, { seen, changes, offerError: error });
}

type Looked = Observation & { answersRead: ReadonlySet<string> };

/** What is known of a step; looks again where something has happened since the last look. */
export async function refreshIfStale(run: RunState, step: Step, draft?: Draft): Promise<Looked> {
  const { answersRead, ...found } = run.observations.get(step.id) ?? { changes: [] };
  return answersRead && isFresh(run, step)
    ? { ...found, answersRead }
    : observeStep(run, step, { draft });
}

interface Inspecting {
  reads?: Reads;
  /** The answers just given. Without them: those that are known, else the defaults. */
  draft?: Draft | undefined;
}

/** The one way to know a step: look, then plan. */
export async function observeStep(
  run: RunState,
  step: Step,
  { reads = run.context.reads(), draft }: Inspecting = {},
): Promise<Looked> {
  const answersRead = new Set<string>();
  const revision = run.revision;
  const look: Look = {
    ...reads,
    account: run.context.account,
    known: (id) => {
      answersRead.add(id);
      return known(run, id);
    },
  };
  const seen: unknown = await step.observe(look);
  const changes = step.plan(seen, draft ?? guess(run, step, seen), run.context.account);
  const found = { seen, changes, answersRead, revision };
  run.observations.set(step.id, found);
  return found;
}

export const questionsOf = (run: RunState, step: Step, seen: unknown): [string, Question][] =>
  Object.entries<Question>((step.questions?.(seen, run.context.account) ?? {}) as Questions);

/** A dry run asks nothing: an answer known before, else the default, else a placeholder that can't be sent. */
function guess(run: RunState, step: Step, seen: unknown): Draft {
  const answers = questionsOf(run, step, seen).map(([key, question]) => {
    const id = questionId(step.id, key);
    return [key, remembered(run, id, question) ?? question.initial ?? placeholder(id)];
  });
  return Object.fromEntries(answers) as Draft;
}

const known = (run: RunState, id: string): unknown =>
  run.answers.get(id) ?? run.context.answerStore.get(id);

/** What was answered before, if it is still an answer to the question. */
export function remembered(run: RunState, id: string, question: Question): unknown {
  const value = known(run, id);
  return value === undefined || problemWith(question, value) ? undefined : value;
}
