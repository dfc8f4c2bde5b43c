import type { Request } from '../aws/operations.ts';
import type { Text } from '../text/text.ts';
import type { Change, LocalChange } from './change.ts';
import type { Answer, Kind, Menu, Question } from './questions.ts';
import type { Account, ControlId, Cost, Evidence } from './step.ts';

/** `unread`: nobody has looked yet. Only a list has it that still fills. */
export type StepState =
  | 'secure'
  | 'attested'
  | 'blocked'
  | 'skipped'
  | 'waiting'
  | 'pending'
  | 'unread';

/**
 * How much a step matters.
 *
 * - `essential`: without it, the account is not secure.
 * - `recommended`: free and harmless. Without it, the account is secure but not complete.
 * - `optional`: it costs something or is a matter of taste. It never counts as missing.
 */
export type Level = 'essential' | 'recommended' | 'optional';

export interface AccessKey {
  id: string;
  active: boolean;
}

/** A step as a host shows it. */
export interface Row {
  id: string;
  /** `note`: a line about this account. */
  chapter: { id: string; title: Text; why?: Text; note?: Text };
  title: Text;
  why: Text;
  cost?: Cost;
  level: Level;
  state: StepState;
  status: Text;
  controls: ControlId[];
  /** What the step shows of what it has seen. Absent if it could never be read. */
  evidence?: Evidence;
  changes: Change[];
  /** Set if the step is secure or attested: what the owner should know from now on. */
  handover?: [label: Text, text: Text][];
  /** Set if the step is secure or attested: what the owner should keep safe, away from this computer. */
  keepSafe?: Text[];
  /** The account's access keys that the step has seen. */
  accessKeys?: AccessKey[];
  /** Ids of the questions without an answer, for which an unattended run left the step out. */
  unanswered?: readonly string[];
  /** Why the step is blocked, waiting, left out or attested, or why an offer failed. */
  message?: Text;
  fix?: Text[];
}

/** Nothing is left to do about the step. */
export const isDone = ({ state }: Pick<Row, 'state'>): boolean =>
  state === 'secure' || state === 'attested';

/** Nothing essential is left to do. */
export const isSecure = (rows: Row[]): boolean =>
  rows.every((row) => row.level !== 'essential' || isDone(row));

/** A call that has been sent and answered. */
export interface Sent {
  request: Request;
  write: boolean;
  ms: number;
  requestId?: string;
  /** AWS's error code. Never the body, which may hold secrets. */
  error?: string;
}

export type Event =
  | { type: 'account'; account: Account }
  /**
   * All rows, every time. `taken`: the id of the step that has just been taken. `closed`: that of a step that was chosen while the
   * list was filling, and cannot be taken.
   */
  | { type: 'rows'; rows: Row[]; taken?: string; closed?: string }
  /**
   * All rows while the list fills; rows come when it is complete. `menu`: the first one, by what is known so far, so that the list
   * can stand where it will stand then, and the menu that is open says no more than that. `next`: the id of the step that is taken once the list is complete.
   */
  | { type: 'looking'; rows: Row[]; menu: Menu; next?: string }
  /**
   * The changes that a step is about to make. `index`: the change that begins now; absent while the owner is asked about
   * all of them. `looks`: how often the account was checked for a console change. `unread`: why the last of these looks failed.
   */
  | {
      type: 'doing';
      step: string;
      changes: Change[];
      index?: number;
      looks?: number;
      unread?: Text;
    }
  | { type: 'sent'; sent: Sent }
  /** A change on this computer is made. */
  | { type: 'changedHere'; change: LocalChange };

/** Shows a run to the owner, and asks. */
export interface Host {
  emit(event: Event): void;
  /** The list goes on filling while the first menu is asked. Absent: it is complete before that. */
  fills?: true;
  /** `signal` withdraws the question. Rejects with `Leave` if the owner leaves it. */
  ask<K extends Kind>(id: string, question: Question<K>, signal?: AbortSignal): Promise<Answer<K>>;
}
