import type { Signal } from '../../../review/page.ts';
import { cut, widthOf, wrap } from '../../../text/columns.ts';
import { say, t } from '../../../text/text.ts';
import { byGrade } from '../../review-words.ts';
import { BLANK, type Line, line, lineWidth, paragraph, span } from '../lines.ts';
import { markOfGrade } from './table-lines.ts';

type CommandOf = (words: string[]) => string;

/** Each signal with its mark, and below it the command that mends it. */
export const signalLines = (signals: Signal[], room: number, commandOf: CommandOf): Line[] =>
  byGrade(signals).flatMap(({ grade, text, mend }) => [
    ...paragraph(text, room - 2).map(
      (spans, at): Line => [at === 0 ? markOfGrade(grade) : span('  '), ...spans],
    ),
    ...(mend
      ? paragraph(t('→ {command}', { command: commandOf(mend) }), room - 2, 'accent', 2).map(indent)
      : []),
  ]);

const indent = (line: Line): Line => [span('  '), ...line];

/**
 * The same in at most `most` lines, at least one for each signal. What is left of them goes to those that are longer than a line, then to
 * commands.
 */
export function fewSignalLines(
  signals: Signal[],
  most: number,
  room: number,
  commandOf: CommandOf,
): Line[] {
  const shown = signals.slice(0, most);
  let spare = most - shown.length;
  return shown.flatMap(({ grade, text, mend }): Line[] => {
    const [said = '', ...more] = cutTo(wrap(say(text), room - 2), 1 + spare, room - 2);
    spare -= more.length;
    const lines: Line[] = [
      [markOfGrade(grade), span(said)],
      ...more.map((one) => line(`  ${one}`)),
    ];
    const command = mend ? say(t('→ {command}', { command: commandOf(mend) })) : '';
    if (command === '' || widthOf(command) > room - 2) return lines;
    const last = lines.at(-1) ?? BLANK;
    if (lineWidth(last) + widthOf(command) < room)
      return lines.with(-1, [...last, span(` ${command}`, 'accent')]);
    if (spare === 0) return lines;
    spare--;
    return [...lines, [span(`  ${command}`, 'accent')]];
  });
}

/** The last of the lines that stay says that there were more. */
const cutTo = (lines: string[], most: number, room: number): string[] =>
  lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), room)];
