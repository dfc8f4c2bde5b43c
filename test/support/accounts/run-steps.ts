import { identify } from '../../../src/auth/identity.ts';
import { keyPlace } from '../../../src/auth/key-profile.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { rowsOf } from '../../../src/engine/rows.ts';
import type { Event, Host, Question, Row, RunContext, Step } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { practiceKeyFile } from '../../../src/practice/key-file.ts';
import { owner } from '../../../src/practice/owner/practice-owner.ts';
import {
  createPracticeAccount,
  type PracticeAccount,
} from '../../../src/practice/practice-account.ts';
import { pretendComputer } from '../../../src/practice/pretend-computer.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { madeAs } from '../../../steps/iam/owner-administrator.ts';
import { stsOf } from '../clients.ts';
import { inOneChapter } from '../engine/in-one-chapter.ts';
import { memoryAnswerStore } from '../engine/memory-answer-store.ts';
import { type Around, type Route, withSharedClients } from '../shared-clients.ts';
import { Crash, denied, type Fault, faultStriker, type Refusal, refused } from './faults.ts';
import { NOW } from './new-account.ts';
import { withSeed } from './seeded-random.ts';
import { hashOf, type StateHash } from './state-hash.ts';

/** Decided by the operation's name, independent of the guard under test. */
const isWrite = (operation: string): boolean =>
  !/^(Get|List|Describe|Head|Lookup|Simulate)/.test(operation) &&
  !['GenerateCredentialReport', 'TestEventPattern'].includes(operation);

interface Options {
  answers?: Record<string, unknown>;
  /**
   * When an earlier run on this computer sent a change, by `sentAs`. In milliseconds. Unless told otherwise, it made the
   * administrator whom the answers name.
   */
  sent?: Record<string, number>;
  fault?: Fault;
  observeOnly?: boolean;
  /** Takes the place of parts of the credentials file. */
  keyFile?: Partial<ReturnType<typeof practiceKeyFile>>;
  /** Addresses lead to AWS, as on a real account. */
  isReal?: boolean;
  lag?: number;
  /** An operation that is denied to these credentials. */
  deniedOperation?: string;
  /** How AWS refuses this operation, each time. */
  refusal?: Refusal;
  /** The id of the user who signs in, unless a session of theirs is open. The default is root. */
  signedInAs?: string;
  /** Each call waits for this promise. */
  beforeCall?(): Promise<void>;
  /** Called after each write that reached the account, before its answer. */
  onWrite?(operation: string): void;
  /** Called before the practice owner answers. */
  onAsk?(id: string, question: Question): void;
}

/**
 * Runs these steps once, with real SDK clients and the practice owner. The account is changed in place. `fired`: did
 * the fault happen? `writes`: operations of the writes that reached the account. `calls`: reads and writes, as `iam
 * GetUser`. `requests`: the calls with their input. `seen`: what the survey saw, by the step's id.
 */
export async function runSteps(state: PracticeState, steps: Step[], options: Options = {}) {
  const { fault, lag = 0 } = options;
  // Copy the date: while the time stands still, only a date made then counts as a date.
  const hash = hashOf(state);
  const practice = createPracticeAccount(state, {
    lag,
    now: () => new Date(NOW),
    save: hash.forget,
  });
  const credentials = options.signedInAs
    ? practice.credentialsOf(options.signedInAs)
    : practice.credentials;
  const writes: string[] = [];
  const calls: string[] = [];
  const requests: object[] = [];
  const events: Event[] = [];
  const striker = faultStriker(fault);

  const outside: Around = async ({ service, operation, region }, send) => {
    await options.beforeCall?.();
    if (operation === options.deniedOperation) throw denied();
    const { refusal } = options;
    const isRefused = operation === refusal?.operation && (refusal.region ?? region) === region;
    if (isRefused) throw refused(refusal);
    const call = { service, region, isWrite: isWrite(operation) };
    striker.at('outside', 'before', call);
    const answer = await send();
    striker.at('outside', 'after', call);
    return answer;
  };
  const wire: Around = async (call, send) => {
    const { service, operation } = call;
    calls.push(`${service} ${operation}`);
    requests.push(call);
    const answer = await send();
    if (isWrite(operation)) {
      writes.push(operation);
      options.onWrite?.(operation);
    }
    striker.at('wire', 'after', { ...call, isWrite: isWrite(operation) });
    return answer;
  };

  // A reply is lost inside the SDK's retries: that write must go through them.
  const remember = (operation: string) =>
    lag === 0 && !(fault?.kind === 'lost' && isWrite(operation) && striker.isNext());

  const context: Omit<RunContext, 'reads' | 'send'> = {
    host: hostOf(practiceOwner(practice, events), hash, options.onAsk),
    account: {
      ...(await identifyAccount({ practice, credentials, hash, remember })),
      practice: !options.isReal,
    },
    // Empty at each run, because the next run may be on another computer.
    answerStore: memoryAnswerStore(
      options.answers,
      NOW,
      options.sent ?? madeBefore(options.answers),
    ),
    computer: pretendComputer(practice),
    signal: new AbortController().signal,
    interactive: false,
    skip: new Set(),
    signIn: async () => {
      throw new Error('the session of the practice account never ends');
    },
    sleep: async () => undefined,
    // In memory it is gone at each run, as on another day.
    keyPlace: keyPlace({
      file: { ...practiceKeyFile(practice), ...options.keyFile },
      sleep: async () => undefined,
      whoSigns: async ({ id }) => {
        const credentials = { accessKeyId: id, secretAccessKey: 'practice' };
        return (await stsOf(practice, credentials).getCallerIdentity({})).Arn;
      },
    }),
  };
  const seen: Record<string, unknown> = {};
  const result = { writes, calls, requests, events, seen, fired: striker.fired, rows: [] as Row[] };
  try {
    result.rows = await withSharedClients(
      { practice, credentials, hash, outside, wire, remember },
      async ({ reads, send }) => {
        const run = await survey(inOneChapter(steps), { ...context, reads, send });
        for (const step of steps) seen[step.id] = run.observationOf(step).seen;
        return options.observeOnly ? rowsOf(run) : await walk(run);
      },
    );
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  return result;
}

const madeBefore = (answers: Options['answers']): Record<string, number> =>
  typeof answers?.['admin-user.name'] === 'string'
    ? { [madeAs(answers['admin-user.name'])]: 0 }
    : {};

/** What the owner does and makes up depends on nothing but the account and the question. */
const hostOf = (host: Host, hash: StateHash, onAsk: Options['onAsk']): Host => ({
  ...host,
  ask(id, question, signal) {
    onAsk?.(id, question as Question);
    hash.forget();
    return withSeed(`${hash.value()} ${id}`, () => host.ask(id, question, signal));
  },
});

const practiceOwner = (practice: PracticeAccount, events: Event[]): Host =>
  owner(
    {
      emit: (event) => void events.push(event),
      ask: async (id) => {
        throw new Blocked({ en: `the practice owner passes on ${id}` });
      },
    },
    practice,
  );

async function identifyAccount(route: Route): Promise<Omit<RunContext['account'], 'practice'>> {
  const identity = await withSharedClients(route, ({ reads }) =>
    identify(reads(), route.credentials),
  );
  return { ...identity, region: 'us-east-1' };
}

/** Removes ids, seeds, salts and order. So two accounts are equal if different runs made the same of them. */
export function normalized(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(normalized).sort((a, b) => order(a, b));
  }
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => !RANDOM_MEMBERS.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, normalized(inner)]));
}

const RANDOM_MEMBERS = new Set([
  'id',
  'accessKeyId',
  'seed',
  'salt',
  'hash',
  'usedStep',
  'lastUsed',
  'recentUses',
  // Two ways to the same account take different calls, and sign in more or less often.
  'calls',
  'sessions',
]);

const order = (a: unknown, b: unknown): number =>
  JSON.stringify(a).localeCompare(JSON.stringify(b));
