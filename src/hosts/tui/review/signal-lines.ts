import type { Signal } from '../../../review/page.ts';
import { cut, widthOf } from '../../../text/columns.ts';
import { say, t } from '../../../text/text.ts';
import { byGrade } from '../../review-words.ts';
import { BLANK, type Line, paragraph, span } from '../lines.ts';
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

/** The same in exactly `most` lines, one for each signal. Commands are there as far as they fit. */
export function fewSignalLines(
  signals: Signal[],
  most: number,
  room: number,
  commandOf: CommandOf,
): Line[] {
  const shown = byGrade(signals).slice(0, most);
  let spare = most - shown.length;
  const lines = shown.flatMap(({ grade, text, mend }): Line[] => {
    const said = cut(say(text), room - 2);
    const own: Line = [markOfGrade(grade), span(said)];
    const command = mend ? say(t('→ {command}', { command: commandOf(mend) })) : '';
    if (command === '' || widthOf(command) > room - 2) return [own];
    if (widthOf(said) + widthOf(command) < room - 2)
      return [[...own, span(` ${command}`, 'accent')]];
    if (spare === 0) return [own];
    spare--;
    return [own, [span(`  ${command}`, 'accent')]];
  });
  return [...lines, ...Array.from({ length: most - lines.length }, () => BLANK)];
}
