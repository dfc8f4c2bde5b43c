import type { Send } from './change.ts';
import type { Host } from './host.ts';
import type { Account, Reads } from './step.ts';

/** Keeps answers, attestations and times for later runs, and reads the answers file. Never holds a secret or a confirmation. */
export interface AnswerStore {
  get(id: string): unknown;
  /** `undefined` forgets the answer. */
  set(id: string, value: unknown): void;
  /** When the owner attested it, as ISO 8601. */
  attested(id: string): string | undefined;
  attest(id: string): void;
  /** When this computer last sent the change, in milliseconds of AWS's clock. See `sentAs` of a change. */
  lastSent(id: string): number | undefined;
  noteSent(id: string, at: number): void;
  /** No earlier run has kept anything: it is the first one on this account that came to a question. */
  isEmpty(): boolean;
  /** The owner has confirmed in an earlier run that this account is theirs to change. */
  isAccountTrusted(): boolean;
  trustAccount(): void;
}

/** A page where somebody is to sign in, and what comes of it. */
export interface SignInAttempt {
  url: string;
  /**
   * `<access key id> <region>` of the session, once AWS has said whose it is. The id is no secret: CloudTrail shows it.
   *
   * Rejects with `Blocked` if it is somebody else, or if nobody comes.
   */
  session: Promise<string>;
  /** Stops waiting. */
  close(): void;
}

/** All that a run needs from outside the engine. */
export interface RunContext {
  host: Host;
  account: Account;
  /** Returns new reads for each survey. Equal reads within one survey are sent once. */
  reads(): Reads;
  send: Send;
  answerStore: AnswerStore;
  /** Aborted with `Leave('quit')` if the owner stops the program while nothing is being asked. */
  signal: AbortSignal;
  /** A person answers: they choose the next step, and take time in which the account may change. */
  interactive: boolean;
  /** Ids of steps to leave alone. */
  skip: ReadonlySet<string>;
  /** Ids of the steps to walk and to show. The steps that they need are observed too. */
  only?: ReadonlySet<string>;
  /** Signs in to the same account again. Rejects with `SignedOut` if nobody can. */
  signIn(): Promise<void>;
  /**
   * Waits for the owner to sign in as this user of the account, besides the run's own session. Absent, or without a result, if no
   * browser can come back to this computer.
   */
  signInAs?(user: string): Promise<SignInAttempt | undefined>;
  /** Resolves early if `signal` or the run is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
