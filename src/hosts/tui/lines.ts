import type { Account } from '../../engine/step.ts';
import { addressesIn } from '../../text/address.ts';
import { cut, hardWrap, widthOf, wrap } from '../../text/columns.ts';
import { say, type Text } from '../../text/text.ts';

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
  | 'qr'
  | 'qrEdge';
export interface Span {
  text: string;
  tone?: Tone;
  /** The address that the text stands for, also if the text is only a part of it. Never one that comes from AWS. */
  link?: string;
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

/**
 * A paragraph; its second and later lines are indented by `indent` columns. In a `Text`, Rootlock's own addresses are links, also
 * if they are broken.
 */
export function paragraph(text: Text | string, room: number, tone?: Tone, indent = 0): Line[] {
  const [said, addresses] = typeof text === 'string' ? [text, []] : [say(text), addressesIn(text)];
  return withLinks(wrap(said, room - indent), addresses, tone).map((spans, index) =>
    index === 0 || indent === 0 ? spans : [span(' '.repeat(indent)), ...spans],
  );
}

/** An address alone on its lines, so that it can be clicked and copied. `short`: on one line, and cut if it is too long. */
export const addressLines = (address: string, room: number, tone: Tone, short = false): Line[] =>
  (short ? [cut(address, room)] : hardWrap(address, room)).map((text) => [
    { text, tone, link: address },
  ]);

/** The parts of a text, one a line, in which these addresses are links to the whole. */
function withLinks(parts: string[], addresses: string[], tone?: Tone): Line[] {
  const whole = parts.join('');
  const links = addresses.flatMap((link) => {
    const start = whole.indexOf(link);
    return start < 0 ? [] : [{ link, start, end: start + link.length }];
  });
  let offset = 0;
  return parts.map((part) => {
    const from = offset;
    offset += part.length;
    const edges = links.flatMap(({ start, end }) => [start - from, end - from]);
    const cuts = [...new Set([0, ...edges, part.length])]
      .filter((at) => at >= 0 && at <= part.length)
      .sort((a, b) => a - b);
    if (part === '') return line('', tone);
    return cuts.slice(1).map((end, n): Span => {
      const at = cuts[n] ?? 0;
      const hit = links.find(({ start, end }) => start <= from + at && from + at < end);
      return { ...span(part.slice(at, end), tone), ...(hit && { link: hit.link }) };
    });
  });
}

/**
 * The lines of each notice about an account. Only the mark is yellow: on a light terminal, a sentence would be hard to read. In
 * practice, no address is a link: it would lead to the real AWS.
 */
export const noticeLines = ({ notices = [], practice }: Account, room: number): Line[][] =>
  notices.map((text) =>
    paragraph(practice ? say(text) : text, room - 2).map((spans, index) => [
      index === 0 ? span('! ', 'care') : span('  '),
      ...spans,
    ]),
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
