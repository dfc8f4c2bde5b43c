import { isDone } from '../../engine/host.ts';
import type { PlaybookWords } from '../../engine/playbook.ts';
import type { Account, Row } from '../../engine/step.ts';
import { widthOf, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { headingAt } from '../chapters.ts';
import { numberOf, sentencesOfEach } from '../sentences.ts';
import { afterPairs, changesSentence, countSentence, titleOfEnd, wantedSteps } from '../summary.ts';
import { BLANK, type Line, line, lineWidth, paragraph, span } from './lines.ts';
import { dotOf, markOf } from './list.ts';
import { withAside } from './step-details.ts';

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

/**
 * The last screen, which stays in the terminal. `isDrawn`: with marks, a rule and dots, as the screens before it. Otherwise
 * the same in sentences.
 */
export function endLines(end: End, room: number, isDrawn: boolean): Line[] {
  const { rows, notes, commands } = end;
  const left = leftSection(rows, room, isDrawn);
  const sections = [
    left,
    pairsSection(headingOfPairs(end), afterPairs(rows), room),
    // What is left to do counts for more, and 24 lines do not hold both.
    left.length > 0 ? [] : safeSection(rows, room),
  ].filter((lines) => lines.length > 0);
  return [
    BLANK,
    ...(isDrawn ? drawnHead(end, room) : saidHead(end, room)),
    ...sections.flatMap((lines) => [BLANK, ...lines]),
    BLANK,
    ...notes.flatMap((text) => paragraph(text, room)),
    ...commands.flatMap(([label, command]) => commandLines(label, command, room)),
  ];
}

function headingOfPairs({ account, words }: End): Text {
  if (words) return words.handover;
  return account.practice ? t('On a real account, from now on') : t('From now on');
}

function saidHead(end: End, room: number): Line[] {
  const { account, rows, changes, permanent, here, ms } = end;
  const took = t('Account {number}: {minutes} min.', {
    number: numberOf(account),
    minutes: minutesOf(ms),
  });
  return [
    titleOfEnd(rows, end),
    took,
    t('{counts}. {changes}.', {
      counts: countSentence(rows),
      changes: changesSentence(changes, permanent, here),
    }),
  ].flatMap((text) => paragraph(text, room));
}

const minutesOf = (ms: number): number => Math.max(1, Math.round(ms / 60_000));

function drawnHead(end: End, room: number): Line[] {
  const { account, rows, changes, permanent, here, ms } = end;
  const wanted = wantedSteps(rows);
  const isOver = wanted.every(isDone);
  const mark = rows.some(({ state }) => state === 'blocked')
    ? span('✗ ', 'bad')
    : isOver
      ? span('✓ ', 'good')
      : span('○ ', 'care');
  const inner = room - 2;
  const minutes = say(t('{minutes} min', { minutes: minutesOf(ms) }));
  const made = say(t('{changes}.', { changes: changesSentence(changes, permanent, here) }));
  const title = withAside(
    paragraph(titleOfEnd(rows, end), inner, 'strong'),
    line(`${say(numberOf(account))}   ${minutes}`),
    inner,
  );
  const counts = withAside(paragraph(`${countSentence(rows)}.`, inner), line(made), inner);
  return [
    ...title.map((spans, index) => (index === 0 ? [mark, ...spans] : indented(spans))),
    line('─'.repeat(room), 'quiet'),
    ...(wanted.length <= inner ? [indented(wanted.map(dotOf))] : []),
    ...counts.map(indented),
  ];
}

const indented = (spans: Line): Line => [span('  '), ...spans];

/** What is left to do. An optional step that nobody chose is not; one that is blocked, or that lacks an answer, is. */
function leftSection(rows: Row[], room: number, isDrawn: boolean): Line[] {
  const left = rows.filter(
    (row) =>
      !isDone(row) &&
      (row.level !== 'optional' || row.state === 'blocked' || row.unanswered !== undefined),
  );
  if (left.length === 0) return [];
  const sentences = sentencesOfEach(left);
  return [
    ...paragraph(t('Left to do'), room, 'accent'),
    ...left.flatMap((row, index) => [
      ...headingAt(left, index, rows).flatMap((text) => hung(text, room)),
      ...(sentences[index] ?? []).flatMap((text, at) =>
        text.split('\n').flatMap((part) => hung(part, room, isDrawn && at === 0 ? row : undefined)),
      ),
    ]),
  ];
}

/** A sentence of a section. Its later lines are indented further. */
function hung(text: string, room: number, row?: Row): Line[] {
  const { mark = '', tone = undefined } = row ? markOf(row) : {};
  const before = mark === '' ? BLANK : [span(`${mark} `, tone)];
  return wrap(text, room - 4 - lineWidth(before)).map((part, index) => [
    span(index === 0 ? '  ' : '    '),
    ...(index === 0 ? before : []),
    span(part),
  ]);
}

/** With fewer columns beside the labels, each text stands below its label. */
const LEAST = 20;

/** A heading, and below it labels in a column of their own. */
function pairsSection(heading: Text, pairs: [label: Text, text: Text][], room: number): Line[] {
  if (pairs.length === 0) return [];
  const indent = Math.max(...pairs.map(([label]) => widthOf(say(label)))) + 4;
  const lines = pairs.flatMap(([label, text]): Line[] => {
    const name = say(label);
    if (room - indent < LEAST) {
      const below = paragraph(text, room - 4).map((spans) => [span('    '), ...spans]);
      return [line(`  ${name}`, 'quiet'), ...below];
    }
    return paragraph(text, room - indent).map((spans, index) => [
      span(
        index === 0 ? `  ${name}${' '.repeat(indent - 2 - widthOf(name))}` : ' '.repeat(indent),
        'quiet',
      ),
      ...spans,
    ]);
  });
  return [...paragraph(heading, room, 'accent'), ...lines];
}

const safeSection = (rows: Row[], room: number): Line[] =>
  textsSection(
    t('Keep safe, away from this computer'),
    rows.flatMap(({ keepSafe = [] }) => keepSafe),
    room,
  );

/** A heading, and sentences below it. */
function textsSection(heading: Text, texts: Text[], room: number): Line[] {
  if (texts.length === 0) return [];
  return [...paragraph(heading, room, 'accent'), ...texts.flatMap((text) => hung(say(text), room))];
}

/** A command is never broken: it is copied to be run again. */
function commandLines(label: Text, command: string, room: number): Line[] {
  const name = span(`${say(label)} `, 'quiet');
  const isShort = lineWidth([name]) + widthOf(command) <= room;
  return isShort ? [[name, span(command, 'strong')]] : [[name], [span(`  ${command}`, 'strong')]];
}
