import type {
  Findable,
  Input,
  Output,
  Reading,
  Request,
  Result,
  Service,
} from '../aws/operations.ts';
import type { Text } from '../text/text.ts';
import type { Answer, Answers, Kind, Question, Questions } from './questions.ts';

export type { Request } from '../aws/operations.ts';
export type { Text } from '../text/text.ts';
export type { Answer, Answers, Kind, Question, Questions } from './questions.ts';

/** The account that is being secured, and who is signed in to it. */
export interface Account {
  /** Twelve digits. */
  id: string;
  alias?: string;
  partition: string;
  region: string;
  practice: boolean;
  /** Only where it is not AWS's own. */
  endpoint?: string;
  /** What is unusual about it, or about the way in. */
  notices?: Text[];
  /** `lasting`: signed in with the long-term access key `key`, not with a session. `until`: when the session ends. */
  identity: {
    arn: string;
    kind: 'root' | 'user' | 'role';
    isLongTerm: boolean;
    accessKeyId: string;
    expiresAt?: Date;
  };
}

export type Send = <R extends Request>(request: R) => Promise<Result<R>>;
export type Ask = <K extends Kind>(key: string, question: Question<K>) => Promise<Answer<K>>;

/** Reading operations, nothing else. Every page of a list comes back as one answer; equal reads cost one call. */
export interface Reads {
  read<S extends Service, O extends Reading<S>>(
    service: S,
    operation: O,
    input: Input<S, O>,
    region?: string,
  ): Promise<Output<S, O>>;
  /** `undefined` if AWS says that it does not exist. Takes the operations of `ABSENCE_CODES` alone. */
  find<S extends Service, O extends Findable<S>>(
    service: S,
    operation: O,
    input: Input<S, O>,
    region?: string,
  ): Promise<Output<S, O> | undefined>;
  /** AWS's time in milliseconds, from the Date header of its answers. */
  clock(): number;
}

/** What `observe` sees the account with. */
export interface Look extends Reads {
  account: Account;
  /** The owner's answer to a question, `password-policy.length` say, once it is known. */
  known(id: string): unknown;
}

interface ChangeDescription {
  summary: Text;
  /** Before and after. */
  diff?: [label: Text, now: Text, then: Text][];
  /** Gives or takes power in a way that the owner must see coming: never taken by `--yes`. */
  danger?: true;
  /** There is no way back: the owner types this first. */
  confirmPhrase?: string;
  /** How to take it back. */
  undo?: Text;
  /** A stable name. The step is secure without this change; it is made only when the owner asks for it. */
  offerId?: string;
  /** What comes of it shows in minutes or days: the walk goes on, and the step waits. */
  shownLate?: true;
  /** The account's alias once the change is made. */
  accountAlias?: string;
}
/** One API call. */
export type ApiCall = ChangeDescription & Request & { kind: 'call' };
/** Needs the owner between two calls. `run` may send only operations that `calls` shows, and looks with fresh reads. */
export type InteractiveChange = ChangeDescription & {
  kind: 'exchange';
  calls: Request[];
  run(send: Send, ask: Ask, clock: () => number): Promise<void>;
};
/** Only the owner can make it, in the AWS console. */
export type ConsoleChange = ChangeDescription & {
  kind: 'console';
  id: string;
  /** The IAM user that it is about, if it is about one. A step may plan one for each of several users. */
  user?: string;
  url: string;
  instructions: Text[];
};
/** No API can verify it: the owner's word, dated. */
export type AttestedChange = ChangeDescription & {
  kind: 'attest';
  id: string;
  url: string;
  instructions: Text[];
  /** It opens a gate: it holds for this run, and is asked for afresh in the next. */
  once?: true;
};
export type Change = ApiCall | InteractiveChange | ConsoleChange | AttestedChange;

/** What a step costs in AWS's bill. */
export type Cost = Text | 'free';

/** One thing to secure. Pure but for `observe`, which reads. */
export interface Step<Seen = unknown, Q extends Questions = Questions> {
  /** Kebab-case, and the name of its file. */
  id: string;
  title: Text;
  why: Text;
  cost?: Cost;
  /** Steps that must be secure or attested first. */
  needs?: string[];
  /** Shown and offered, never counted for "secure". */
  optional?: true;
  /** Reads only. Finds by property, never by a remembered name. */
  observe(look: Look): Promise<Seen>;
  /** Its line in the list. `seen` itself is the evidence. */
  status(seen: Seen): Text;
  /** What the owner should know from now on, for the last screen: where to sign in, where the logs are. */
  handover?(seen: Seen, account: Account): [label: Text, text: Text][];
  /** The account's access keys that the step has seen: a deleted one need not stay on this computer. */
  accessKeys?(seen: Seen): AccessKey[];
  /** How, never whether: skipping is the engine's question. */
  questions?(seen: Seen, account: Account): Q;
  /** What is missing. `[]` is secure: the same function verifies. */
  plan(seen: Seen, answers: Answers<Q>, account: Account): Change[];
}

/** Types a step, so that what it has seen and the answers to its questions reach `plan` with their own types. */
export const step = <Seen, Q extends Questions = Record<string, never>>(
  definition: Step<Seen, Q>,
): Step<Seen, Q> => definition;

export type State = 'secure' | 'attested' | 'blocked' | 'skipped' | 'waiting' | 'pending';

export interface AccessKey {
  id: string;
  active: boolean;
}

/** A step as a host shows it. */
export interface Row {
  id: string;
  title: Text;
  why: Text;
  cost?: Cost;
  optional: boolean;
  state: State;
  status: Text;
  evidence?: unknown;
  changes: Change[];
  /** Where the step is secure: what the owner should know from now on. */
  handover?: [label: Text, text: Text][];
  accessKeys?: AccessKey[];
  message?: Text;
  fix?: Text[];
}

/** One call that went out, after it came back. `error` is AWS's code; never a body. */
export interface Sent {
  request: Request;
  write: boolean;
  ms: number;
  requestId?: string;
  error?: string;
}

export type Event =
  | { type: 'account'; account: Account }
  /** The whole list, every time. */
  | { type: 'rows'; rows: Row[] }
  /** `at`: the change that begins now. Without it: what the next question is about. `looks`: how often a console change was looked for. */
  | { type: 'doing'; step: string; changes: Change[]; at?: number; looks?: number }
  | { type: 'sent'; sent: Sent };

/** What a run is seen and answered through. */
export interface Host {
  emit(event: Event): void;
  /** Rejects with `Leave` when the owner wants out. `until` withdraws the question. */
  ask<K extends Kind>(id: string, question: Question<K>, until?: AbortSignal): Promise<Answer<K>>;
}

/** Answers given or remembered, and attestations. Never a secret, and never what confirms. */
export interface AnswerStore {
  get(id: string): unknown;
  set(id: string, value: unknown): void;
  /** When the owner gave their word, ISO 8601. */
  attested(id: string): string | undefined;
  attest(id: string): void;
  /** Has the owner confirmed before that this is the account to change? */
  isAccountTrusted(): boolean;
  trustAccount(): void;
}

/** All that a run needs from outside the engine. */
export interface RunContext {
  host: Host;
  account: Account;
  /** A new one for each survey: equal reads within it are shared. */
  reads(): Reads;
  send: Send;
  answerStore: AnswerStore;
  /** Aborted with `Leave('quit')` where the owner asks to stop while nothing is being asked. */
  signal: AbortSignal;
  /** Is somebody there who may choose where to go on, and takes time to answer? */
  interactive: boolean;
  /** Steps to leave alone. */
  skip: ReadonlySet<string>;
  /** Steps to walk and to show; what they need is surveyed too. */
  only?: ReadonlySet<string>;
  /** Signs in to the same account again. Rejects with `SignedOut` where that cannot be: the run ends. */
  signIn(): Promise<void>;
  /** Resolves early, never rejects, when `until` or the run is aborted. */
  sleep(ms: number, until?: AbortSignal): Promise<void>;
}
