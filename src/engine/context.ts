import type { Text } from '../text/text.ts';
import type { Send } from './change.ts';
import type { Computer } from './computer.ts';
import type { Host } from './host.ts';
import type { KeyPlace } from './key-place.ts';
import type { PlaybookWords } from './playbook.ts';
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

/** Somebody has signed in besides the run's own session. */
export interface UserSession {
  /** `<access key id> <region>`. The id is no secret: CloudTrail shows it. */
  id: string;
  /**
   * Has the run go on with this session, and signs root out on this computer. Absent if the run keeps its own session.
   *
   * Rejects with `Blocked` if a read does not work with it: then the run's own session stays, and nothing else does.
   */
  takeOver?(): Promise<void>;
}

/** A page where somebody is to sign in, and what comes of it. */
export interface SignInAttempt {
  url: string;
  /** The session, once AWS has said whose it is. Rejects with `Blocked` if it is somebody else, or if nobody comes. */
  session: Promise<UserSession>;
  /** Stops waiting. */
  close(): void;
  /** Only in practice: the practice owner signs in, and `session` settles. */
  simulate?(): Promise<true>;
}

/** All that a run needs from outside the engine. */
export interface RunContext {
  host: Host;
  account: Account;
  /** Returns new reads for each survey. Equal reads within one survey are sent once. */
  reads(): Reads;
  send: Send;
  /** The owner's computer. Absent if Rootlock runs on another one, in CloudShell for instance: steps about it are left out. */
  computer?: Computer;
  answerStore: AnswerStore;
  /** Aborted with `Leave('quit')` if the owner stops the program while nothing is being asked. */
  signal: AbortSignal;
  /** A person answers: they choose the next step, and take time in which the account may change. */
  interactive: boolean;
  /** Ids of steps to leave alone. */
  skip: ReadonlySet<string>;
  /** Ids of the steps to walk and to show. The steps that they need are observed too. */
  only?: ReadonlySet<string>;
  /** What is said of the run, if it is not about the account as a whole. */
  words?: PlaybookWords;
  /** Signs in to the same account again. Rejects with `SignedOut` if nobody can. */
  signIn(): Promise<void>;
  /**
   * Waits for the owner to sign in as this user of the account, besides the run's own session. Absent, or without a result, if no
   * browser can come back to this computer.
   */
  signInAs?(user: string): Promise<SignInAttempt | undefined>;
  /**
   * Has the owner sign in as the root user, for what AWS lets nobody else do. Absent if this run cannot ask for that.
   *
   * @param why what needs root
   * @returns how to go on as before, with root signed out on this computer again. `undefined` if the owner would rather not
   */
  becomeRoot?(why: Text): Promise<(() => Promise<void>) | undefined>;
  /** Where a new access key is kept on this computer. Absent where nobody is to have one. */
  keyPlace?: KeyPlace;
  /** Resolves early if `signal` or the run is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
