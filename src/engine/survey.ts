import { practiceAddress, practiceText } from '../text/address.ts';
import { placeholder } from '../text/placeholder.ts';
import { applicable } from './applicable.ts';
import { Blocked } from './errors.ts';
import { openSteps } from './next-step.ts';
import { type Answers, type Question, questionId } from './questions.ts';
import { withReauthentication } from './reauthenticate.ts';
import { rowsSoFar } from './rows.ts';
import { type Observation, RunState } from './run-state.ts';
import type { Change, Chapter, Look, Reads, RunContext, Step } from './step.ts';
import { isEssential } from './step-state.ts';
import { firstMenu } from './welcome.ts';

/**
 * Observes the steps that apply to the account, and shows the list. Sends no write: a dry run ends here. If the list fills while the
 * menu is asked, it stops once an essential step is open, and leaves the others to `observeUnread`.
 *
 * @throws SignedOut if the session has ended and nobody signs in again
 */
export async function survey(all: Chapter[], context: RunContext): Promise<RunState> {
  const chapters = applicable(all, context);
  const run = new RunState(withNeeds(chapters, context.only), context);
  for (const steps of context.host.fills ? byUrgency(run) : [run.steps]) {
    await fill(run, steps);
    if (openSteps(run).length > 0) break;
  }
  context.host.emit({ type: 'rows', rows: rowsSoFar(run) });
  return run;
}

/** What decides where to start, first: the essential steps of the first chapter, all other essential steps, and the rest. */
function byUrgency({ chapters, steps }: RunState): Step[][] {
  const essential = steps.filter(isEssential);
  const begin = chapters.find((chapter) => chapter.steps.some(isEssential));
  const first = essential.filter((step) => begin?.steps.includes(step));
  return [
    first,
    essential.filter((step) => !first.includes(step)),
    steps.filter((step) => !isEssential(step)),
  ].filter((some) => some.length > 0);
}

/** Observes steps, and shows each in the list as it comes in. */
async function fill(run: RunState, steps: readonly Step[]): Promise<void> {
  let isOver = false;
  const show = () => {
    // A step that AWS has signed out may still come in after all the others.
    if (!isOver) showFilling(run);
  };
  await withReauthentication(run, () => observeSteps(run, steps, show));
  isOver = true;
}

/** Shows the list as far as it is known. `next`: the step that is taken once it is complete. */
export function showFilling(run: RunState, next?: Step): void {
  const { host, interactive } = run.context;
  // Only a person watches the list fill.
  if (!interactive) return;
  const menu = firstMenu(run);
  host.emit({ type: 'looking', rows: rowsSoFar(run), menu, ...(next && { next: next.id }) });
}

const unread = (run: RunState): Step[] => run.steps.filter((step) => !run.isObserved(step));

/** Observes the steps that the survey has left. `onEach`: see `observeSteps`. */
export const observeUnread = (run: RunState, onEach: () => void): Promise<void> =>
  observeSteps(run, unread(run), onEach);

function withNeeds(all: Chapter[], only: ReadonlySet<string> | undefined): Chapter[] {
  if (!only) return all;
  const steps = all.flatMap((chapter) => chapter.steps);
  const wanted = new Set(only);
  // Iterating over a set also visits what is added meanwhile.
  for (const id of wanted) {
    for (const need of steps.find((step) => step.id === id)?.needs ?? []) wanted.add(need);
  }
  return all.map((chapter) => ({
    ...chapter,
    steps: chapter.steps.filter((step) => wanted.has(step.id)),
  }));
}

/**
 * Observes steps side by side, so that they share equal reads. A step that fails is blocked, the others are not.
 *
 * @param onEach called once the first reads are on their way, and after each step
 */
export async function observeSteps(
  run: RunState,
  steps: readonly Step[],
  onEach: () => void = () => undefined,
): Promise<void> {
  const reads = run.context.reads();
  const observed = steps.map((step) =>
    observeStep(run, step, { reads })
      .catch((error: unknown) => {
        if (!(error instanceof Blocked)) throw error;
        run.block(step, error);
      })
      .then(onEach),
  );
  onEach();
  await Promise.all(observed);
}

/** Returns the last observation of a step. Observes the step again if that is stale. */
export const refreshIfStale = async (
  run: RunState,
  step: Step,
  answers?: Answers,
): Promise<Observation> =>
  run.isFresh(step)
    ? run.observationOf(step)
    : observeStep(run, step, answers ? { answers } : undefined);

interface ObserveOptions {
  reads?: Reads;
  /** The answers to plan with. By default those that a dry run assumes. */
  answers?: Answers;
}

/** Reads the account for a step, plans, and records both. */
export async function observeStep(
  run: RunState,
  step: Step,
  { reads = run.context.reads(), answers }: ObserveOptions = {},
): Promise<Observation> {
  const { revision } = run;
  const { account, computer } = run.context;
  const answersRead = new Set<string>();
  const look: Look = {
    ...reads,
    account,
    known: (id) => {
      answersRead.add(id);
      return run.knownAnswer(id);
    },
    lastSent: (id) => run.context.answerStore.lastSent(id),
    ...(run.context.keyPlace && { keyPlace: run.context.keyPlace }),
    ...(computer && step.onComputer && { computer }),
    ...(computer && { profiles: computer.profiles }),
  };
  const seen = await step.observe(look);
  const changes = planOf(run, step, seen, answers ?? assumedAnswers(run, step, seen));
  const observation = { seen, changes, answersRead, revision };
  run.record(step, observation);
  return observation;
}

/** Records what a step sees although nobody can look, and plans with it. */
export function recordUnobserved(
  run: RunState,
  step: Step,
  seen: unknown,
  answers = assumedAnswers(run, step, seen),
): void {
  const changes = planOf(run, step, seen, answers);
  run.record(step, { seen, changes, answersRead: new Set(), revision: run.revision });
}

/**
 * The step's plan. The console's pages exist even if the account does not, and whoever follows an address in practice would change
 * another account: so those addresses lead nowhere.
 */
export function planOf(
  { context }: RunState,
  step: Step,
  seen: unknown,
  answers: Answers,
): Change[] {
  const changes = step.plan(seen, answers, context.account);
  if (!context.account.practice) return changes;
  return changes.map(leadingNowhere);
}

function leadingNowhere(change: Change): Change {
  if (!('url' in change)) return change;
  const elsewhere = { ...change, url: practiceAddress(change.url) };
  if (elsewhere.kind !== 'console' || !elsewhere.byBrowser) return elsewhere;
  const { page, instructions } = elsewhere.byBrowser;
  return { ...elsewhere, byBrowser: { page, instructions: instructions.map(practiceText) } };
}

/** Returns a step's questions by key, in the order in which they are asked. */
export const questionsOf = (run: RunState, step: Step, seen: unknown): [string, Question][] =>
  Object.entries(step.questions?.(seen, run.context.account) ?? {});

/** For each question the known answer, else the default, else a placeholder: it shows in a plan, and is never sent. */
export function assumedAnswers(run: RunState, step: Step, seen: unknown): Answers {
  const answers = questionsOf(run, step, seen).map(([key, question]) => {
    const id = questionId(step.id, key);
    return [key, run.rememberedAnswer(id, question) ?? question.initial ?? placeholder(id)];
  });
  return Object.fromEntries(answers) as Answers;
}
