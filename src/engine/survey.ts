import { placeholder } from '../text/placeholder.ts';
import { Blocked } from './errors.ts';
import { complaint, type Question, type Questions } from './questions.ts';
import { signedIn } from './reauthenticate.ts';
import { type Draft, type Found, isFresh, type Run, rowsOf } from './run-state.ts';
import type { Look, Reads, Step, World } from './step.ts';

/**
 * Looks at every step side by side. Sends no write: a dry run ends here.
 *
 * @throws SignedOut where the session has ended
 */
export async function survey(all: Step[], world: World): Promise<Run> {
  const steps = withNeeds(all, world.only);
  const run: Run = {
    steps,
    world,
    found: new Map(),
    skipped: new Set(world.skip),
    awaited: new Set(),
    answers: new Map(),
    attested: new Map(),
    happened: 0,
  };
  await signedIn(run, () => lookAt(run, steps));
  world.host.emit({ type: 'rows', rows: rowsOf(run) });
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
export async function lookAt(run: Run, steps: Step[]): Promise<void> {
  const reads = run.world.reads();
  await Promise.all(
    steps.map((step) =>
      inspect(run, step, { reads }).catch((error: unknown) => {
        if (!(error instanceof Blocked)) throw error;
        block(run, step, error);
      }),
    ),
  );
}

/** Keeps what was seen before: a failed look changes what is known, not what was. */
export function block(run: Run, { id }: Step, error: Blocked): void {
  const { seen } = run.found.get(id) ?? {};
  run.found.set(id, { seen, changes: [], error });
}

/** An offer that came to nothing: the step is as secure as it was. */
export function remark(run: Run, { id }: Step, error: Blocked): void {
  const { seen, changes = [] } = run.found.get(id) ?? {};
  run.found.set(id, { seen, changes, remark: error });
}

type Looked = Found & { asked: ReadonlySet<string> };

/** What is known of a step; looks again where something has happened since the last look. */
export async function upToDate(run: Run, step: Step, draft?: Draft): Promise<Looked> {
  const { asked, ...found } = run.found.get(step.id) ?? { changes: [] };
  return asked && isFresh(run, step) ? { ...found, asked } : inspect(run, step, { draft });
}

interface Inspecting {
  reads?: Reads;
  /** The answers just given. Without them: those that are known, else the defaults. */
  draft?: Draft | undefined;
}

/** The one way to know a step: look, then plan. */
export async function inspect(
  run: Run,
  step: Step,
  { reads = run.world.reads(), draft }: Inspecting = {},
): Promise<Looked> {
  const asked = new Set<string>();
  const at = run.happened;
  const look: Look = {
    ...reads,
    account: run.world.account,
    known: (id) => {
      asked.add(id);
      return known(run, id);
    },
  };
  const seen: unknown = await step.observe(look);
  const changes = step.plan(seen, draft ?? guess(run, step, seen), run.world.account);
  const found = { seen, changes, asked, at };
  run.found.set(step.id, found);
  return found;
}

export const questionsOf = (run: Run, step: Step, seen: unknown): [string, Question][] =>
  Object.entries<Question>((step.questions?.(seen, run.world.account) ?? {}) as Questions);

/** A dry run asks nothing: an answer known before, else the default, else a placeholder that can't be sent. */
function guess(run: Run, step: Step, seen: unknown): Draft {
  const answers = questionsOf(run, step, seen).map(([key, question]) => {
    const id = `${step.id}.${key}`;
    return [key, remembered(run, id, question) ?? question.initial ?? placeholder(id)];
  });
  return Object.fromEntries(answers) as Draft;
}

const known = (run: Run, id: string): unknown => run.answers.get(id) ?? run.world.book.given(id);

/** What was answered before, if it is still an answer to the question. */
export function remembered(run: Run, id: string, question: Question): unknown {
  const value = known(run, id);
  return value === undefined || complaint(question, value) ? undefined : value;
}
