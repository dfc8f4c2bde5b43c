import { isDone } from '../engine/host.ts';
import type { PlaybookWords } from '../engine/playbook.ts';
import type { Account, Row } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';

/** What is said when a walk has ended. */
export interface End {
  account: Account;
  rows: Row[];
  /** The run has looked at every step, and not only at chosen ones. */
  isWhole: boolean;
  /** The walk was about one person or thing. */
  words?: PlaybookWords | undefined;
  /** Writes that AWS has accepted, and those of them that nobody can take back. */
  changes: number;
  permanent: number;
  /** Changes on this computer. */
  here: number;
  ms: number;
  /** What else the owner should know. */
  notes: Text[];
  /** Command lines, by the sentence that names them. */
  commands: [label: Text, command: string][];
}

/** The heading of what the owner should know from now on. */
export function headingOfPairs({ account, words }: End): Text {
  if (words) return words.handover;
  return account.practice ? t('On a real account, from now on') : t('From now on');
}

export const minutesOf = (ms: number): number => Math.max(1, Math.round(ms / 60_000));

/** What is left to do. An optional step that nobody chose is not; one that is blocked, or that lacks an answer, is. */
export const leftToDo = (rows: Row[]): Row[] =>
  rows.filter(
    (row) =>
      !isDone(row) &&
      (row.level !== 'optional' || row.state === 'blocked' || row.unanswered !== undefined),
  );

/** What to keep away from this computer. What is left to do counts for more, and 24 lines do not hold both. */
export const keepSafe = (rows: Row[]): Text[] =>
  leftToDo(rows).length > 0 ? [] : rows.flatMap(({ keepSafe = [] }) => keepSafe);
