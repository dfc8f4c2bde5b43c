import { requestsOf } from '../../engine/change.ts';
import type { Account, Request, Row } from '../../engine/step.ts';
import { progressOf } from '../chapters.ts';
import { headerLines } from './header.ts';
import { BLANK, type Line, line, noticeLines } from './lines.ts';
import { changesLines, stateLines, titleLines } from './step-details.ts';
import { wideList } from './wide-list.ts';

interface Checklist {
  account: Account;
  rows: Row[];
  /** A call as lines for the AWS CLI. If it is there, every planned change is shown below the list. */
  cli?(request: Request): string[];
}

/** What a survey has found, as the wizard's list with every chapter open. It is printed once, and never redrawn. */
export function checklistLines({ account, rows, cli }: Checklist, room: number): Line[] {
  const notices = noticeLines(account, room).flat();
  const about = (row: Row, lines: Line[]) => [BLANK, ...titleLines(row, room), ...lines];
  return [
    ...headerLines(account, progressOf(rows), room),
    line('─'.repeat(room), 'quiet'),
    ...notices,
    ...wideList(rows, '', () => true, room).lines,
    ...rows
      .filter(({ state, fix }) => state === 'blocked' || (state === 'waiting' && fix))
      .flatMap((row) => about(row, stateLines(row, [], room))),
    ...(cli ? rows.filter(({ changes }) => changes.length > 0) : []).flatMap((row) =>
      about(row, [
        ...changesLines(row.changes, room),
        // The terminal breaks a long command by itself, so that it is copied as one line.
        ...row.changes
          .flatMap(requestsOf)
          .flatMap((request) => cli?.(request) ?? [])
          .map((command) => line(`  $ ${command}`, 'quiet')),
      ]),
    ),
  ];
}
