import type { AttestedChange, Change } from './change.ts';
import type { RunContext, UserSession } from './context.ts';
import type { Blocked } from './errors.ts';
import { problemWith, type Question, questionId } from './questions.ts';
import type { Chapter, Step } from './step.ts';

/** What is known of a step since it was last observed. */
export interface Observation {
  /** What the step saw. `undefined` if it could never be read. */
  seen?: unknown;
  /** Everything planned, including offers and what is attested already. */
  changes: Change[];
  /** Ids of the answers that `observe` depends on. */
  answersRead: ReadonlySet<string>;
  /** The run's revision when the step was read. Absent after an error: then the step must be read again. */
  revision?: number;
  /** The step is blocked. */
  error?: Blocked;
  /** An offer failed. The step is as secure as before. */
  offerError?: Blocked;
}

/** A session that is at hand besides the run's own. */
interface Standby {
  user: string;
  takeOver: NonNullable<UserSession['takeOver']>;
  /** The step that is secure once AWS shows how the user has signed in. */
  step: Step;
  /** When AWS was last asked for that, in milliseconds of AWS's clock. */
  lookedAt: number;
}

/** What a run knows so far: what was observed, and what the owner answered, attested and skipped. */
export class RunState {
  readonly chapters: readonly Chapter[];
  /** The steps to walk and those that they need, in the order of the list. */
  readonly steps: readonly Step[];
  readonly context: RunContext;
  readonly #observations = new Map<string, Observation>();
  readonly #answers = new Map<string, unknown>();
  /** Attestations that hold for this run only, by id. The values are dates as ISO 8601. */
  readonly #attested = new Map<string, string>();
  /** What to leave alone, by id of the step, with the questions without an answer that are the reason. */
  readonly #skipped: Map<string, readonly string[]>;
  readonly #awaitingAws = new Set<string>();
  /** Set while the run may go on as a user who has signed in besides its own session. */
  standby: Standby | undefined;
  #revision = 0;

  constructor(chapters: Chapter[], context: RunContext) {
    this.chapters = chapters;
    this.steps = chapters.flatMap(({ steps }) => steps);
    this.context = context;
    this.#skipped = new Map([...context.skip].map((id) => [id, []]));
  }

  /** Grows whenever observations may have become stale. Observations with the current revision are fresh. */
  get revision(): number {
    return this.#revision;
  }

  /** Call it if the account may look different by now: something was changed, or time has passed. */
  invalidate(): void {
    this.#revision++;
  }

  isFresh({ id }: Step): boolean {
    return this.#observations.get(id)?.revision === this.#revision;
  }

  isObserved({ id }: Step): boolean {
    return this.#observations.has(id);
  }

  /** @throws if the step was never observed: without changes, it would pass for secure */
  observationOf({ id }: Step): Observation {
    const observation = this.#observations.get(id);
    if (!observation) throw new Error(`${id} was never observed`);
    return observation;
  }

  record({ id }: Step, observation: Observation): void {
    this.#observations.set(id, observation);
  }

  /** Keeps what the last observation saw, unless it may be wrong by now. */
  block({ id }: Step, error: Blocked, keepsSeen = true): void {
    const seen = keepsSeen ? this.#observations.get(id)?.seen : undefined;
    this.#observations.set(id, { seen, changes: [], answersRead: new Set(), error });
  }

  recordOfferError(step: Step, offerError: Blocked): void {
    const { seen, changes } = this.observationOf(step);
    this.record(step, { seen, changes, answersRead: new Set(), offerError });
  }

  /** The answer of this run, or else of the answers file or an earlier run. */
  knownAnswer(id: string): unknown {
    return this.#answers.get(id) ?? this.context.answerStore.get(id);
  }

  /** The known answer, if the question still accepts it. */
  rememberedAnswer(id: string, question: Question): unknown {
    const value = this.knownAnswer(id);
    return value === undefined || problemWith(question, value) ? undefined : value;
  }

  /** Remembers an answer. Observations that depend on it become stale. `isKept`: for the next run as well. */
  answer(id: string, value: unknown, isKept = true): void {
    const observations = [...this.#observations.values()];
    if (observations.some(({ answersRead }) => answersRead.has(id))) this.invalidate();
    this.#answers.set(id, value);
    if (isKept) this.context.answerStore.set(id, value);
  }

  /** No later run proposes the answer. */
  forgetAnswer(id: string): void {
    this.#answers.delete(id);
    this.context.answerStore.set(id, undefined);
  }

  attest({ id }: Step, change: AttestedChange): void {
    const key = questionId(id, change.id);
    if (change.once) this.#attested.set(key, new Date().toISOString());
    else this.context.answerStore.attest(key);
  }

  /** When the owner attested the change, as ISO 8601. `undefined` if they did not, or if it is of another kind. */
  attestedAt({ id }: Step, change: Change): string | undefined {
    if (change.kind !== 'attest') return undefined;
    const key = questionId(id, change.id);
    return change.once ? this.#attested.get(key) : this.context.answerStore.attested(key);
  }

  /** Leaves the step alone for the rest of the run. `unanswered`: ids of the questions that lack an answer for it. */
  skip({ id }: Step, unanswered: readonly string[] = []): void {
    this.#skipped.set(id, unanswered);
  }

  unansweredOf({ id }: Step): readonly string[] {
    return this.#skipped.get(id) ?? [];
  }

  /** The owner has chosen the step again, whatever kept it from being walked. */
  takeUp({ id }: Step): void {
    this.#skipped.delete(id);
    this.#awaitingAws.delete(id);
  }

  isSkipped({ id }: Step): boolean {
    return this.#skipped.has(id);
  }

  /** The user has signed in for this step. `at`: in milliseconds of AWS's clock. */
  noteUserSession(step: Step, user: string, { takeOver }: UserSession, at: number): void {
    this.standby = takeOver && { user, takeOver, step, lookedAt: at };
  }

  /** The owner has made a change that AWS shows late. The step waits until `stopAwaitingAws`. */
  awaitAws({ id }: Step): void {
    this.#awaitingAws.add(id);
  }

  stopAwaitingAws({ id }: Step): void {
    this.#awaitingAws.delete(id);
  }

  isAwaitingAws({ id }: Step): boolean {
    return this.#awaitingAws.has(id);
  }
}
