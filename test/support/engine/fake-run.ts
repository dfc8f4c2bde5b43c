import { SignedOut } from '../../../src/engine/errors.ts';
import type {
  AnswerStore,
  Change,
  Event,
  Host,
  Look,
  Question,
  Questions,
  Reads,
  RunContext,
  Step,
} from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';

/** A fake account: how often each call was made, by the group that the call names. */
export type FakeAccount = Record<string, number>;

/** The fake account that a step looks at. */
export const accountIn = (look: Look): FakeAccount =>
  (look as unknown as { groups: FakeAccount }).groups;

/** A call that names this group. */
export const call = (id: string, more: object = {}): Change =>
  ({
    kind: 'call',
    summary: t('do {id}', { id }),
    service: 'iam',
    operation: 'CreateGroup',
    input: { GroupName: id },
    ...more,
  }) as Change;

/**
 * A step that is secure once the call of its name has been sent. Unless `more` observes something else, it sees how
 * often that was.
 */
export const fakeStep = <Seen = number, Q extends Questions = Questions>(
  id: string,
  more: Partial<Step<Seen, Q>> = {},
): Step => ({
  id,
  title: t('step {id}', { id }),
  why: t('because'),
  controls: [],
  observe: async (look) => accountIn(look)[id] ?? 0,
  evidence: (seen) => ({ seen: seen as string }),
  status: (seen) => t('{n} times', { n: Number(seen) }),
  plan: (seen) => (seen ? [] : [call(id)]),
  ...(more as Partial<Step>),
});

/** A step that plans these changes until the call `a` has been sent. */
export const planning = (...changes: Change[]): Step =>
  fakeStep('a', { plan: (seen) => (seen ? [] : changes) });

/** A text question without a default. */
export const text = (about: string): Question<'text'> => ({
  kind: 'text',
  message: t('{about}?', { about }),
  example: 'kim',
});

interface Options {
  account?: FakeAccount;
  /** Answers by question id. An error is thrown. All other questions get their default, or yes. */
  answers?: Record<string, unknown>;
  /** Answers before `answers` do, unless it returns `undefined`. */
  ask?(id: string, question: Question, signal?: AbortSignal): unknown;
  send?: RunContext['send'];
  signIn?: RunContext['signIn'];
  sleep?: RunContext['sleep'];
  signal?: AbortSignal;
  interactive?: boolean;
  practice?: boolean;
  skip?: string[];
  only?: string[];
  /** Answers of an earlier run, by question id. */
  known?: Record<string, unknown>;
  trusted?: boolean;
  computer?: RunContext['computer'];
}

/** The context of a run on a fake account. It collects what is asked, sent, emitted and kept. */
export function fakeRun(options: Options = {}) {
  const account = options.account ?? {};
  const asked: string[] = [];
  const questions: Record<string, Question> = {};
  const sent: string[] = [];
  const events: Event[] = [];
  const kept: Record<string, unknown> = {};
  const attested = new Map<string, string>();
  const times = new Map<string, number>();
  let trusted = options.trusted ?? true;

  const host: Host = {
    emit: (event) => void events.push(event),
    async ask(id, question, signal) {
      asked.push(id);
      questions[id] = question as Question;
      const own = await options.ask?.(id, question as Question, signal);
      const answer = own ?? options.answers?.[id] ?? question.initial ?? true;
      if (answer instanceof Error) throw answer;
      return answer as never;
    },
  };
  const answerStore: AnswerStore = {
    get: (id) => options.known?.[id] ?? kept[id],
    set: (id, value) => {
      kept[id] = value;
    },
    attested: (id) => attested.get(id),
    attest: (id) => void attested.set(id, '2026-11-22T12:00:00.000Z'),
    lastSent: (id) => times.get(id),
    noteSent: (id, at) => void times.set(id, at),
    isEmpty: () => !trusted,
    isAccountTrusted: () => trusted,
    trustAccount: () => {
      trusted = true;
    },
  };
  const context: RunContext = {
    host,
    answerStore,
    account: {
      id: '111122223333',
      partition: 'aws',
      region: 'us-east-1',
      practice: options.practice ?? false,
      identity: {
        arn: 'arn:aws:iam::111122223333:root',
        kind: 'root',
        isLongTerm: false,
        accessKeyId: 'ASIAEXAMPLE',
      },
    },
    reads: () => ({ groups: account, clock: () => 0 }) as unknown as Reads,
    send:
      options.send ??
      (async (request) => {
        const { GroupName } = request.input as { GroupName: string };
        sent.push(GroupName);
        account[GroupName] = (account[GroupName] ?? 0) + 1;
        return {} as never;
      }),
    ...(options.computer && { computer: options.computer }),
    signal: options.signal ?? new AbortController().signal,
    interactive: options.interactive ?? false,
    skip: new Set(options.skip ?? []),
    ...(options.only && { only: new Set(options.only) }),
    signIn:
      options.signIn ??
      (async () => {
        throw new SignedOut(t('signed out'), []);
      }),
    sleep: options.sleep ?? (async () => undefined),
  };
  return { context, account, asked, questions, sent, events, kept };
}

export type FakeRun = ReturnType<typeof fakeRun>;
