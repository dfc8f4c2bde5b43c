import { cut, widthOf, wrap } from '../../text/columns.ts';

/**
 * The look of a piece of a line. The words always say the same: colour may be absent.
 *
 * - `strong`, `quiet`: titles, and what is secondary.
 * - `accent`: where the owner is. `good`: done. `care`: the owner has to do it, or should know it. `bad`: danger.
 * - `key`: a key that works now.
 * - `button`, `dangerButton`: what Enter does. The first and the last column are blank.
 * - `flag`: must not be overlooked.
 */
export type Tone =
  | 'strong'
  | 'quiet'
  | 'accent'
  | 'good'
  | 'care'
  | 'bad'
  | 'key'
  | 'button'
  | 'dangerButton'
  | 'flag'
  | 'qr';
export interface Span {
  text: string;
  tone?: Tone;
}
export type Line = Span[];

export const lineWidth = (line: Line): number =>
  line.reduce((sum, { text }) => sum + widthOf(text), 0);

export const span = (text: string, tone?: Tone): Span => (tone ? { text, tone } : { text });
export const line = (text: string, tone?: Tone): Line => [span(text, tone)];
export const BLANK: Line = [];

/** A line of exactly `room` columns. */
export function fitLine(spans: Line, room: number): Line {
  const fitted: Line = [];
  let left = room;
  for (const piece of spans) {
    const text = cut(piece.text, left);
    if (text !== '') fitted.push({ ...piece, text });
    left -= widthOf(text);
    if (text !== piece.text) break;
  }
  return left > 0 ? [...fitted, span(' '.repeat(left))] : fitted;
}

/** A paragraph; its second and later lines are indented by `indent` columns. */
export const paragraph = (text: string, room: number, tone?: Tone, indent = 0): Line[] =>
  wrap(text, room - indent).map((part, index) =>
    line(index === 0 ? part : ' '.repeat(indent) + part, tone),
  );

/** Puts parts side by side with `gap` blanks between them, on as many lines as needed. No part is broken or cut. */
export function flow(parts: Line[], room: number, gap: number): Line[] {
  const lines: Line[] = [];
  let current: Line = [];
  for (const part of parts) {
    const longer = current.length > 0 ? [...current, span(' '.repeat(gap)), ...part] : part;
    if (current.length > 0 && lineWidth(longer) > room) {
      lines.push(current);
      current = part;
    } else {
      current = longer;
    }
  }
  return current.length > 0 ? [...lines, current] : lines;
}
