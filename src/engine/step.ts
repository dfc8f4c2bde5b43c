import type { Findable, Input, Output, Reading, Service } from '../aws/operations.ts';
import type { Text } from '../text/text.ts';
import type { AccountKind } from './account-kind.ts';
import type { Change } from './change.ts';
import type { ComputerLook } from './computer.ts';
import type { ControlId } from './control-ids.ts';
import type { AccessKey, Level } from './host.ts';
import type { KeyPlace } from './key-place.ts';
import type { Answers, KindsOf, Questions } from './questions.ts';

export type { Request } from '../aws/operations.ts';
export type { Text } from '../text/text.ts';
export type {
  ApiCall,
  AttestedChange,
  Change,
  ConsoleChange,
  InteractiveChange,
  LocalChange,
  Send,
  Visit,
} from './change.ts';
export type { Computer, ComputerLook } from './computer.ts';
export type { AnswerStore, RunContext } from './context.ts';
export type { ControlId } from './control-ids.ts';
export type { AccessKey, Event, Host, Level, Row, Sent, StepState } from './host.ts';
export type { Answer, Answers, Kind, Question, Questions } from './questions.ts';

/** The account that is being secured, and who is signed in to it. */
export interface Account {
  /** Twelve digits. */
  id: string;
  alias?: string;
  partition: string;
  region: string;
  practice: boolean;
  /** Set if calls go somewhere else than to AWS's own endpoints. */
  endpoint?: string;
  /** Absent if nothing of it was read. */
  kind?: AccountKind;
  /** What is unusual about the account, or about how one is signed in to it. */
  notices?: Text[];
  identity: {
    arn: string;
    kind: 'root' | 'user' | 'role';
    /** Signed in with a long-term access key instead of a session. */
    isLongTerm: boolean;
    accessKeyId: string;
    /** When the session ends, if AWS says so. */
    expiresAt?: Date;
  };
}

/** Reading operations only. Each returns all pages of a list at once. Equal reads are sent once. */
export interface Reads {
  read<S extends Service, O extends Reading<S>>(
    service: S,
    operation: O,
    input: Input<S, O>,
    region?: string,
  ): Promise<Output<S, O>>;
  /** Returns `undefined` if AWS says that it does not exist. Accepts only operations that declare their `absence`. */
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
  /** Returns the owner's answer to a question, for instance to `cloudtrail.bucket`, once it is known. */
  known(id: string): unknown;
  /**
   * When this computer last sent the change of this id (`sentAs`), in this run or an earlier one, in
   * milliseconds of AWS's clock.
   */
  lastSent(id: string): number | undefined;
  /** What this computer holds of access keys. Only reads are for `observe`. */
  keyPlace?: Pick<KeyPlace, 'holds' | 'profileOf' | 'isHandedOver' | 'isProven'>;
  /** Set for steps that are about this computer (`onComputer`). */
  computer?: ComputerLook;
  /** The AWS CLI's profiles on the owner's computer, to name one of them. No step decides by it what the account lacks. */
  profiles?: ComputerLook['profiles'];
}

/**
 * Facts as plain JSON: no `Date`, no `Secret`, and personal data only as `masked` leaves it. JSON omits members that are
 * `undefined`.
 */
export type Evidence = { [name: string]: Fact | undefined };
export type Fact = string | number | boolean | null | Fact[] | Evidence;

/** What a step costs in AWS's bill. */
export type Cost = Text | 'free';

/** One thing to secure. Only `observe` has effects, and it only reads. */
export interface Step<Seen = unknown, Q extends Questions = Questions> {
  /** Kebab-case. The name of the step's file. */
  id: string;
  title: Text;
  why: Text;
  cost?: Cost;
  /** Ids of the steps that must be secure or attested first. */
  needs?: string[];
  /** Ids of steps that may change what this one sees, though it does not wait for them: it is observed again after them. */
  follows?: string[];
  /** By default, the step is essential. */
  level?: Level;
  /** Kinds of account in which it cannot be done, or in which AWS does it. It is left out there, and named. */
  notFor?: readonly 'project'[];
  /** It is about the owner's computer. Where that is another one than Rootlock runs on, the step is left out, and named. */
  onComputer?: true;
  /** The controls that hold once the step is secure. `[]` if none does by this step alone. */
  controls: ControlId[];
  /** Finds what is there by its properties, never by a remembered name. */
  observe(look: Look): Promise<Seen>;
  /** What documents show an auditor of it. Names are stable, since programs read them. */
  evidence(seen: Seen): Evidence;
  /** The step's line in the list. */
  status(seen: Seen): Text;
  /** What the owner should know from now on: where to sign in, where the logs are. The last screen shows it. */
  handover?(seen: Seen, account: Account): [label: Text, text: Text][];
  /** What the owner should keep safe, away from this computer. The last screen shows it. */
  keepSafe?(seen: Seen): Text[];
  /** The account's access keys that the step has seen. Once they are deleted, they need not stay on this computer. */
  accessKeys?(seen: Seen): AccessKey[];
  /** Why AWS lets only the root user do what is left. The owner is then asked to sign in as root, and may go on without. */
  needsRoot?(seen: Seen): Text | undefined;
  /**
   * The key of each question that `questions` may ask, with its kind; `group.*` for those about each of several. An answers file is
   * held to it before anybody looks at the account.
   */
  mayAsk?: KindsOf<Q>;
  /** Asks how the step is done. Whether it is done, the engine asks. */
  questions?(seen: Seen, account: Account): Q;
  /** Returns the changes that are left to make, `[]` if the step is secure. It also verifies the changes once made. */
  plan(seen: Seen, answers: Answers<Q>, account: Account): Change[];
}

/** A heading in the table of contents, and its steps in the order of the walk. */
export interface Chapter {
  /** A short word in kebab-case. It differs from the ids of all steps. */
  id: string;
  title: Text;
  /** What it is good for, in a few words. The menu says it beside the title. */
  why?: Text;
  /** What it says of this account instead: a few words beside the title, and a line below it. */
  about?(account: Account): { short: Text; long?: Text } | undefined;
  steps: Step[];
}

/** Defines a step. What it has seen and the answers to its questions reach `plan` with their own types. */
export const step = <Seen, Q extends Questions = Record<string, never>>(
  definition: Step<Seen, Q>,
): Step<Seen, Q> => definition;
