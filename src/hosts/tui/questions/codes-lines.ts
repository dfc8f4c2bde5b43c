import { say, type Text, t } from '../../../engine/text.ts';
import { keyGroups, secondsToNextCode } from '../../sentences.ts';
import type { Body, Place } from '../layout.ts';
import { BLANK, fitLine, type Line, lineWidth, paragraph, span, widthOf } from '../lines.ts';
import { LARGEST_SCALE, qrLines, qrSize, quietZone } from '../qr.ts';
import type { Matrix } from '../qr-matrix.ts';
import { isFull, type TwoCodes } from '../two-codes.ts';
import { complaintLines } from './asked.ts';

/** How the owner wants the secret shown. */
export interface Shown {
  /** As text, to be typed by hand. */
  key: boolean;
  larger: boolean;
  swapped: boolean;
}

interface Fields {
  lines: Line[];
  cursor: Place;
}

const PERIOD = 30;
const BAR = 12;
/** Columns that the text beside a QR code needs. */
const BESIDE = 28;

/** The two codes with what is wrong with them, and how long until the app shows another one. */
export function codeFields({
  typed: { codes, at },
  wrong,
  message,
  now,
  checked,
  width,
}: {
  typed: TwoCodes;
  wrong: Text | undefined;
  message: Text;
  now: number;
  /** Is a code that is not refused known to be right? */
  checked: boolean;
  width: number;
}): Fields {
  const labels = [say(t('first code')), say(t('next code'))];
  const indent = Math.max(...labels.map(widthOf)) + 2;
  const above = [...paragraph(say(message), width, 'strong'), BLANK];
  const rows = codes.map((code, index): Line => {
    const padded = code.padEnd(6, '_');
    const refused = wrong && index === at;
    const right = checked && isFull(code) && !refused;
    return [
      span((labels[index] ?? '').padEnd(indent)),
      span(`${padded.slice(0, 3)} ${padded.slice(3)}`, 'strong'),
      ...(right ? [span(`  ${say(t('right'))}`, 'good')] : []),
    ];
  });
  const left = secondsToNextCode(now);
  const full = Math.round((left / PERIOD) * BAR);
  const bar = '━'.repeat(full) + '─'.repeat(BAR - full);
  const typed = codes[at].length;
  return {
    lines: [
      ...above,
      ...rows,
      [span(`${say(t('new in {n} s', { n: String(left).padStart(2) }))} ${bar}`, 'quiet')],
      BLANK,
      ...(wrong
        ? complaintLines(wrong, width)
        : paragraph(
            say(t('Two codes in a row: wait until the app shows a new one.')),
            width,
            'quiet',
          )),
    ],
    cursor: { x: indent + typed + Number(typed > 3), y: above.length + at },
  };
}

interface Enrolment {
  matrix: Matrix;
  label: string;
  /** The secret. */
  key: string;
  shown: Shown;
  /** Can this terminal draw half blocks? */
  blocks: boolean;
  fields(width: number): Fields;
  width: number;
  height: number;
}

/** The secret as a QR code or as text, with what to do and the fields beside or below it, whatever fits. */
export function enrolment(it: Enrolment): Body {
  const { shown, blocks, label } = it;
  if (shown.key)
    return asText(it, [t('Type this key into your app by hand, as {label}:', { label })]);
  if (!blocks) {
    return asText(it, [
      t('This terminal cannot draw a QR code. Type this key into your app, as {label}:', { label }),
    ]);
  }
  const scales = shown.larger ? [LARGEST_SCALE, 1] : [1];
  for (const scale of scales) {
    const small = shown.larger && scale === 1;
    const note = small ? tooSmall(it, LARGEST_SCALE) : undefined;
    const body = beside(it, scale, note) ?? below(it, scale, note);
    if (body) return body;
  }
  return asText(it, [
    t('Too small here for the QR code. Type this key into your app, as {label}:', { label }),
    tooSmall(it, 1),
  ]);
}

function beside(it: Enrolment, scale: number, note: Text | undefined): Body | undefined {
  const { matrix, shown, width, height } = it;
  const quiet = quietZone(matrix.length, scale, width - 2 - BESIDE, height);
  if (quiet === undefined) return undefined;
  const qr = qrLines(matrix, quiet, scale, shown.swapped);
  const left = lineWidth(qr[0] ?? BLANK) + 2;
  const room = width - left;
  const { lines, cursor } = it.fields(room);
  const steps = [...stepsLines(it, note, room), BLANK];
  const right = [...(steps.length + lines.length <= height ? steps : []), ...lines];
  const above = right.length - lines.length;
  const rows = Math.max(qr.length, right.length);
  return {
    pinned: Array.from({ length: rows }, (_, row) => [
      ...fitLine(qr[row] ?? BLANK, left),
      ...(right[row] ?? BLANK),
    ]),
    cursor: { x: left + cursor.x, y: above + cursor.y },
  };
}

function below(it: Enrolment, scale: number, note: Text | undefined): Body | undefined {
  const { matrix, shown, width, height } = it;
  const { lines, cursor } = it.fields(width);
  const quiet = quietZone(matrix.length, scale, width, height - lines.length - 1);
  if (quiet === undefined) return undefined;
  const qr = qrLines(matrix, quiet, scale, shown.swapped);
  const steps = stepsLines(it, note, width);
  const room = height - qr.length - 1 - lines.length;
  return {
    scroll: steps.length <= room ? steps : [],
    pinned: [...qr, BLANK, ...lines],
    cursor: { x: cursor.x, y: qr.length + 1 + cursor.y },
  };
}

function asText({ key, fields, width }: Enrolment, advice: Text[]): Body {
  const { lines, cursor } = fields(width);
  // The key before the advice: it must be in sight in the smallest terminal.
  const shown = [...paragraph(keyGroups(key), width, 'strong'), BLANK];
  return {
    scroll: advice.flatMap((text) => paragraph(say(text), width)),
    pinned: [...shown, ...lines],
    cursor: { x: cursor.x, y: shown.length + cursor.y },
  };
}

function stepsLines({ label }: Enrolment, note: Text | undefined, room: number): Line[] {
  return [
    ...(note ? [...paragraph(say(note), room, 'care'), BLANK] : []),
    ...paragraph(say(t('1 Open your authenticator app.')), room, undefined, 2),
    ...paragraph(say(t('2 Scan this. It shows as {label}', { label })), room, undefined, 2),
    ...paragraph(say(t('3 Type the code that it shows, then the next one.')), room, undefined, 2),
  ];
}

/** `scale` 1 is the code itself, more is a larger one. Header and footer take up to four lines. */
function tooSmall({ matrix }: Enrolment, scale: number): Text {
  const size = qrSize(matrix.length, 1, scale);
  const needs = { columns: size.columns + BESIDE + 4, rows: size.rows + 4 };
  return scale === 1
    ? t('The QR code needs a terminal of {columns} columns and {rows} lines.', needs)
    : t('A larger one needs a terminal of {columns} columns and {rows} lines.', needs);
}
