import { say, type Text, t } from '../../../text/text.ts';
import { keyGroups } from '../../sentences.ts';
import type { Body } from '../layout.ts';
import { BLANK, fitLine, type Line, lineWidth, paragraph } from '../lines.ts';
import { LARGEST_SCALE, qrLines, qrSize, quietZone } from '../qr.ts';
import type { Matrix } from '../qr-matrix.ts';
import type { Fields } from './code-fields.ts';

/** The owner's choices of how the secret is shown. */
export interface Shown {
  /** Show the key as text, for typing. */
  key: boolean;
  larger: boolean;
  swapped: boolean;
}

/** The columns that the text beside a QR code needs. */
const BESIDE = 28;

interface Enrolment {
  matrix: Matrix;
  label: string;
  /** The secret. */
  key: string;
  shown: Shown;
  /** Can this terminal draw half blocks? */
  blocks: boolean;
  /** `hasCode`: there is a QR code that can be shown differently. */
  fields(width: number, hasCode: boolean): Fields;
  /** Both codes are right: no instruction is left. */
  isDone: boolean;
  width: number;
  height: number;
}

/** The secret as a QR code or as text, with instructions and fields beside it or, in less room, below it. */
export function enrolment(it: Enrolment): Body {
  const { shown, blocks, label } = it;
  if (shown.key)
    return asText(it, [
      t('Type this key into your app by hand, without the spaces, as {label}.', { label }),
      t('Keep a copy in your password manager if you want to add a second phone later.'),
    ]);
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
  const tooSmallHere = [
    t('Too small here for the QR code. Type this key into your app, as {label}.', { label }),
    tooSmall(it, 1),
  ];
  return asText(it, tooSmallHere, false);
}

function beside(it: Enrolment, scale: number, note: Text | undefined): Body | undefined {
  const { matrix, shown, width, height } = it;
  const quiet = quietZone(matrix.length, scale, width - 2 - BESIDE, height);
  if (quiet === undefined) return undefined;
  const qr = qrLines(matrix, quiet, scale, shown.swapped);
  const left = lineWidth(qr[0] ?? BLANK) + 2;
  const room = width - left;
  const { lines, cursor } = it.fields(room, true);
  const steps = it.isDone ? [] : [...stepsLines(it, note, room), BLANK];
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
  const { lines, cursor } = it.fields(width, true);
  const quiet = quietZone(matrix.length, scale, width, height - lines.length - 1);
  if (quiet === undefined) return undefined;
  const qr = qrLines(matrix, quiet, scale, shown.swapped);
  const steps = it.isDone ? [] : stepsLines(it, note, width);
  const room = height - qr.length - 1 - lines.length;
  return {
    scroll: steps.length <= room ? steps : [],
    pinned: [...qr, BLANK, ...lines],
    cursor: { x: cursor.x, y: qr.length + 1 + cursor.y },
  };
}

function asText({ key, fields, width, isDone }: Enrolment, advice: Text[], hasCode = true): Body {
  const scroll = isDone ? [] : advice.flatMap((text) => paragraph(say(text), width));
  // The key is pinned and the advice scrolls: the smallest terminal must show the key.
  const shown = [...paragraph(keyGroups(key), width, 'strong'), BLANK];
  const { lines, cursor } = fields(width, hasCode);
  return {
    scroll,
    pinned: [...shown, ...lines],
    cursor: { x: cursor.x, y: shown.length + cursor.y },
  };
}

function stepsLines({ label }: Enrolment, note: Text | undefined, room: number): Line[] {
  return [
    ...(note ? [...paragraph(say(note), room, 'care'), BLANK] : []),
    ...paragraph(say(t('1 Open your authenticator app.')), room, undefined, 2),
    ...paragraph(say(t('2 Scan this. It shows as {label}', { label })), room, undefined, 2),
  ];
}

/** `scale` 1 is the normal size. Header and footer take up to four lines. */
function tooSmall({ matrix }: Enrolment, scale: number): Text {
  const size = qrSize(matrix.length, 1, scale);
  const needs = { columns: size.columns + BESIDE + 4, rows: size.rows + 4 };
  return scale === 1
    ? t('The QR code needs a terminal of {columns} columns and {rows} lines.', needs)
    : t('A larger one needs a terminal of {columns} columns and {rows} lines.', needs);
}
