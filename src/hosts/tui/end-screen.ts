import { isDone } from '../../engine/host.ts';
import type { Row } from '../../engine/step.ts';
import { widthOf, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { headingAt } from '../chapters.ts';
import { type End, headingOfPairs, keepSafe, leftToDo, minutesOf } from '../end.ts';
import { numberOf, sentencesOfEach } from '../sentences.ts';
import { afterPairs, changesSentence, countSentence, titleOfEnd, wantedSteps } from '../summary.ts';
import { BLANK, type Line, line, lineWidth, paragraph, span } from './lines.ts';
import { dotOf, markOf } from './list.ts';
import { withAside } from './step-details.ts';

/** The last screen, which stays in the terminal: with marks, a rule and dots, as the screens before it. */
export function endLines(end: End, room: number): Line[] {
  const { rows, notes, commands } = end;
  const sections = [
    leftSection(rows, room),
    pairsSection(headingOfPairs(end), afterPairs(rows), room),
    textsSection(t('Keep safe, away from this computer'), keepSafe(rows), room),
  ].filter((lines) => lines.length > 0);
  return [
    BLANK,
    ...drawnHead(end, room),
    ...sections.flatMap((lines) => [BLANK, ...lines]),
    BLANK,
    ...notes.flatMap((text) => paragraph(text, room)),
    ...commands.flatMap(([label, command]) => commandLines(label, command, room)),
  ];
}

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

function leftSection(rows: Row[], room: number): Line[] {
  const left = leftToDo(rows);
  if (left.length === 0) return [];
  const sentences = sentencesOfEach(left);
  return [
    ...paragraph(t('Left to do'), room, 'accent'),
    ...left.flatMap((row, index) => [
      ...headingAt(left, index, rows).flatMap((text) => hung(text, room)),
      ...(sentences[index] ?? []).flatMap((text, at) =>
        text.split('\n').flatMap((part) => hung(part, room, at === 0 ? row : undefined)),
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
