import { requestsOf } from '../../engine/change.ts';
import type { Change, Request, Row } from '../../engine/step.ts';
import { wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { wrapShellLine } from '../../text/wrap-shell-line.ts';
import { headingAt } from '../chapters.ts';
import { stateWords, WORDS } from '../sentences.ts';
import { BLANK, type Line, line, paragraph } from './lines.ts';
import { markOf } from './list.ts';
import { aboutLines, changesLines } from './step-details.ts';

/** A view that covers the screen until it is closed. */
export type Overlay = 'help' | 'commands' | 'changes';

const SAFE = t(
  'Leaving is safe at every question. What is done stays done, and the next run looks at the account and goes on from there.',
);

const MARKS: [string, Text][] = [
  ['✓', stateWords('secure')],
  ['~', stateWords('attested')],
  ['○', stateWords('pending')],
  ['!', t('you do this in the AWS console')],
  ['·', stateWords('waiting')],
  ['-', stateWords('skipped')],
  ['✗', stateWords('blocked')],
];

const KEYS: [string, Text][] = [
  ['b, Esc', t('back')],
  ['s', t('skip this step for now')],
  ['c', t('the AWS CLI commands of what is shown')],
  ['PgUp, PgDn', t('scroll')],
  ['q, Ctrl-C', t('quit')],
];

export function helpLines(room: number): Line[] {
  const words = [...WORDS, SAFE].flatMap((text) => [...paragraph(say(text), room), BLANK]);
  const pairs = ([mark, text]: [string, Text]) =>
    paragraph(`${mark}  ${say(text)}`, room, undefined, 3);
  return [
    ...words,
    line(say(t('Marks')), 'strong'),
    ...MARKS.flatMap(pairs),
    BLANK,
    line(say(t('Keys')), 'strong'),
    ...KEYS.flatMap(pairs),
    ...paragraph(say(t('Where you write text, letters are text: press Esc first.')), room),
  ];
}

export const hasCalls = (changes: Change[]): boolean =>
  changes.some((change) => requestsOf(change).length > 0);

/** The calls of some changes as lines for the AWS CLI. A shell can run all of it as it stands, if nothing is indented. */
export function commandLines(
  changes: Change[],
  cli: (request: Request) => string,
  room: number,
): Line[] {
  return changes.flatMap((change) => [
    ...remark(say(change.summary), room),
    ...requestsOf(change).flatMap((call) =>
      wrapShellLine(cli(call), room).map((part) => line(part)),
    ),
    ...(requestsOf(change).length > 0
      ? []
      : remark(say(t('No call: only you can do this.')), room)),
    BLANK,
  ]);
}

const remark = (text: string, room: number): Line[] =>
  wrap(text, room - 2).map((part) => line(`# ${part}`, 'strong'));

/** All planned changes, step by step. */
export function everyChangeLines(rows: Row[], room: number): Line[] {
  const open = rows.filter(({ changes }) => changes.length > 0);
  if (open.length === 0) return paragraph(say(t('Nothing is left to change.')), room);
  return open.flatMap((row, index) => {
    const [title = BLANK] = aboutLines(row, room - 2);
    return [
      ...headingAt(open, index, rows).flatMap((text) => paragraph(text, room, 'strong')),
      [{ text: `${markOf(row).mark} ` }, ...title],
      ...changesLines(row.changes, room - 2).map((spans): Line => [{ text: '  ' }, ...spans]),
      BLANK,
    ];
  });
}
