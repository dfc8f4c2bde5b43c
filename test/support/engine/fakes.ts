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

/** A fake account: how often each call was made, by the group that it names. */
export type FakeAccount = Record<string, number>;

/** The fake account that a step looks at. */
export const dbOf = (look: Look): FakeAccount => (look as unknown as { db: FakeAccount }).db;

export const call = (id: string, more: object = {}): Change =>
  ({
    kind: 'call',
    summary: t('do {id}', { id }),
    service: 'iam',
    operation: 'CreateGroup',
    input: { GroupName: id },
    ...more,
  }) as Change;

/** A step that is secure once the call with its name was sent. Unless `more` observes otherwise, it sees how often. */
export const fakeStep = <Seen = number, Q extends Questions = Questions>(
  id: string,
  more: Partial<Step<Seen, Q>> = {},
): Step => ({
  id,
  title: t('step {id}', { id }),
  why: t('because'),
  observe: async (look) => dbOf(look)[id] ?? 0,
  status: (seen) => t('{n} times', { n: Number(seen) }),
  plan: (seen) => (seen ? [] : [call(id)]),
  ...(more as Partial<Step>),
});

/** A text question without a default. */
export const text = (about: string): Question<'text'> => ({
  kind: 'text',
  message: t('{about}?', { about }),
  example: 'kim',
});

interface Fake {
  db?: FakeAccount;
  /** Answers by question id; a function is called, an error is thrown. Others get their `initial`, or yes. */
  answers?: Record<string, unknown>;
  ask?(id: string, question: Question, until?: AbortSignal): unknown;
  send?: RunContext['send'];
  signIn?: RunContext['signIn'];
  sleep?: RunContext['sleep'];
  signal?: AbortSignal;
  interactive?: boolean;
  practice?: boolean;
  skip?: string[];
  only?: string[];
  given?: Record<string, unknown>;
  trusted?: boolean;
}

/** A world in memory that keeps what was asked, sent and shown. */
export function fakeWorld(fake: Fake = {}) {
  const db = fake.db ?? {};
  const asked: string[] = [];
  const questions: Record<string, Question> = {};
  const sent: string[] = [];
  const events: Event[] = [];
  const kept: Record<string, unknown> = {};
  const attested = new Map<string, string>();
  let trusted = fake.trusted ?? true;
  let looks = 0;

  const host: Host = {
    emit: (event) => void events.push(event),
    async ask(id, question, until) {
      asked.push(id);
      questions[id] = question as Question;
      const own = await fake.ask?.(id, question as Question, until);
      if (own !== undefined) return own as never;
      const given = fake.answers?.[id];
      if (given instanceof Error) throw given;
      if (given !== undefined) return given as never;
      return (question.initial ?? true) as never;
    },
  };
  const answerStore: AnswerStore = {
    get: (id) => fake.given?.[id] ?? kept[id],
    set: (id, value) => {
      kept[id] = value;
    },
    attested: (id) => attested.get(id),
    attest: (id) => void attested.set(id, '2026-11-22T12:00:00.000Z'),
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
      practice: fake.practice ?? false,
      identity: {
        arn: 'arn:aws:iam::111122223333:root',
        kind: 'root',
        isLongTerm: false,
        accessKeyId: 'ASIAEXAMPLE',
      },
    },
    reads: () => {
      looks++;
      return { db, clock: () => 0 } as unknown as Reads;
    },
    send:
      fake.send ??
      (async (request) => {
        const { GroupName } = request.input as { GroupName: string };
        sent.push(GroupName);
        db[GroupName] = (db[GroupName] ?? 0) + 1;
        return {} as never;
      }),
    signal: fake.signal ?? new AbortController().signal,
    interactive: fake.interactive ?? false,
    skip: new Set(fake.skip ?? []),
    ...(fake.only && { only: new Set(fake.only) }),
    signIn:
      fake.signIn ??
      (async () => {
        throw new SignedOut(t('signed out'), []);
      }),
    sleep: fake.sleep ?? (async () => undefined),
  };
  return { world: context, db, asked, questions, sent, events, kept, looks: () => looks };
}
