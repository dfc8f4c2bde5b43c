import { fit, widthOf } from '../../../text/columns.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { secondsToNextCode } from '../../sentences.ts';
import type { Place } from '../layout.ts';
import { BLANK, type Line, paragraph, span } from '../lines.ts';
import { isFull, type TwoCodes } from '../two-codes.ts';
import { complaintLines } from './question-layout.ts';

export interface Fields {
  lines: Line[];
  cursor: Place;
}

const PAIR = t('Two codes in a row: wait until the app shows a new one.');
const PERIOD = 30;
const BAR = 12;

/** The two codes, the problem with them, and the time until the app shows a new one. */
export function codeFields({
  typed: { codes, at },
  wrong,
  remark,
  message,
  now,
  checked,
  width,
  short,
}: {
  typed: TwoCodes;
  wrong: Text | undefined;
  /** Takes the place of the advice. */
  remark: Text | undefined;
  message: Text;
  now: number;
  /** Marks a code that is not refused as right. Only possible if the seed is known. */
  checked: boolean;
  width: number;
  /** Leaves the advice out, because lines are scarce. */
  short: boolean;
}): Fields {
  const labels = [say(t('first code')), say(t('next code'))];
  const indent = Math.max(...labels.map(widthOf)) + 2;
  const above = [...paragraph(say(message), width, 'strong'), BLANK];
  const rows = codes.map((code, index): Line => {
    const padded = code.padEnd(6, '_');
    const refused = wrong && index === at;
    const right = checked && isFull(code) && !refused;
    return [
      span(fit(labels[index] ?? '', indent)),
      span(`${padded.slice(0, 3)} ${padded.slice(3)}`, 'strong'),
      ...(right ? [span(`  ${say(t('matches'))}`, 'good')] : []),
    ];
  });
  const left = secondsToNextCode(now);
  const full = Math.round((left / PERIOD) * BAR);
  const bar = '━'.repeat(full) + '─'.repeat(BAR - full);
  const typed = codes[at].length;
  const advice = remark ?? (short ? undefined : PAIR);
  return {
    lines: [
      ...above,
      ...rows,
      [span(`${say(t('new in {n} s', { n: String(left).padStart(2) }))} ${bar}`, 'quiet')],
      ...(advice || wrong ? [BLANK] : []),
      ...(wrong ? complaintLines(wrong, width) : []),
      ...(advice && !wrong ? paragraph(say(advice), width, 'quiet') : []),
    ],
    cursor: { x: indent + typed + Number(typed > 3), y: above.length + at },
  };
}
