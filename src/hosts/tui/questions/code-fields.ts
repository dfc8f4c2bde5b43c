import { fit, widthOf } from '../../../text/columns.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { secondsToNextCode } from '../../sentences.ts';
import type { Hint } from '../footer.ts';
import type { Place } from '../layout.ts';
import { BLANK, flow, type Line, paragraph, span } from '../lines.ts';
import { isFull, type TwoCodes } from '../two-codes.ts';
import { buttonLines, complaintLines } from './question-layout.ts';

export interface Fields {
  lines: Line[];
  cursor: Place;
}

const PERIOD = 30;
const BAR = 12;

/** The two codes, the problem with them, and the time until the app shows a new one. */
export function codeFields({
  typed: { codes, at, behind },
  wrong,
  remark,
  message,
  now,
  checked,
  done,
  keys,
  width,
  height,
}: {
  typed: TwoCodes;
  wrong: Text | undefined;
  /** What is odd about codes that are right. */
  remark: Text | undefined;
  message: Text;
  now: number;
  /** Marks a code that is not refused as right. Only possible if the seed is known. */
  checked: boolean;
  /** What Enter does, once both codes are there and not refused: nothing else is left to say. */
  done: Text | undefined;
  /** Keys that change how the secret is shown. */
  keys: Hint[];
  width: number;
  height: number;
}): Fields {
  const labels = [say(t('first code')), say(t('next code'))];
  const indent = Math.max(...labels.map(widthOf)) + 2;
  const above = done ? [] : [...paragraph(say(message), width, 'strong'), BLANK];
  const rows = codes.map((code, index): Line => {
    const padded = code.padEnd(6, '_');
    const refused = wrong && index === at;
    const right = checked && isFull(code) && !refused;
    return [
      span(fit(labels[index] ?? '', indent)),
      span(`${padded.slice(0, 3)} ${padded.slice(3)}`, 'strong'),
      ...(right ? [span(`  ✓ ${say(t('matches'))}`, 'good')] : []),
    ];
  });
  const left = secondsToNextCode(now);
  const full = Math.round((left / PERIOD) * BAR);
  const bar = '━'.repeat(full) + '─'.repeat(BAR - full);
  const typed = codes[at].length - behind;
  const clock = [
    span(`${say(t('new in {n} s', { n: String(left).padStart(2) }))} ${bar}`, 'quiet'),
  ];
  const advice = wrong ? complaintLines(wrong, width) : remark ? paragraph(say(remark), width) : [];
  return {
    lines: [
      ...above,
      ...rows,
      ...(done ? [] : [clock]),
      ...(advice.length > 0 ? [BLANK, ...advice] : []),
      ...(done ? buttonLines(done, height) : keyLines(keys, width)),
    ],
    cursor: { x: indent + typed + Number(typed > 3), y: above.length + at },
  };
}

/** The keys, below a blank line. */
function keyLines(keys: Hint[], width: number): Line[] {
  const hints = keys.map(([key, does]): Line => [span(key, 'key'), span(` ${say(does)}`, 'quiet')]);
  return hints.length > 0 ? [BLANK, ...flow(hints, width, 3)] : [];
}
