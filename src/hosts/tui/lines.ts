import stringWidth from 'string-width';

/** How a piece of a line looks. What it means is always said in words too: colour may be absent. */
export type Tone = 'strong' | 'quiet' | 'good' | 'care' | 'bad' | 'flag' | 'qr';
export interface Span {
  text: string;
  tone?: Tone;
}
export type Line = Span[];

/** Columns that a text takes in a terminal: a Korean letter takes two. */
export const widthOf = (text: string): number =>
  // Most text is ASCII, and every frame measures all of its text.
  /^[ -~]*$/.test(text) ? text.length : stringWidth(text);

export const lineWidth = (line: Line): number =>
  line.reduce((sum, { text }) => sum + widthOf(text), 0);

const graphemes = new Intl.Segmenter();

/** What a reader takes for letters: one may be several code points. */
export const lettersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

export const span = (text: string, tone?: Tone): Span => (tone ? { text, tone } : { text });
export const line = (text: string, tone?: Tone): Line => [span(text, tone)];
export const BLANK: Line = [];

/** The beginning of a text that fits into `room` columns; one letter at least. */
function head(text: string, room: number): string {
  let taken = '';
  let columns = 0;
  for (const letter of lettersOf(text)) {
    columns += widthOf(letter);
    if (taken !== '' && columns > room) break;
    taken += letter;
  }
  return taken;
}

/** At most `room` columns; what is cut off is marked. */
export function cut(text: string, room: number): string {
  if (room <= 0) return '';
  if (widthOf(text) <= room) return text;
  const start = head(text, room - 1);
  return widthOf(start) < room ? `${start}…` : '…';
}

/** Exactly `room` columns. */
export const fit = (text: string, room: number): string => {
  const short = cut(text, room);
  return short + ' '.repeat(Math.max(0, room - widthOf(short)));
};

/** A line of exactly `room` columns. */
export function fitLine(spans: Line, room: number): Line {
  const fitted: Line = [];
  let left = room;
  for (const { text, tone } of spans) {
    const short = cut(text, left);
    if (short !== '') fitted.push(span(short, tone));
    left -= widthOf(short);
    if (short !== text) break;
  }
  return left > 0 ? [...fitted, span(' '.repeat(left))] : fitted;
}

/** Breaks between words where it can, within one where it must: a word longer than a line begins where the others end. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer) <= room) {
      current = longer;
      continue;
    }
    const isLong = widthOf(word) > room && widthOf(current) < room - 1;
    if (current !== '' && !isLong) lines.push(current);
    const pieces = hardWrap(isLong ? longer : word, room);
    current = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, current];
}

/** Fills each line to the last column: for what is copied, an address say. */
export function hardWrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (widthOf(rest) > Math.max(1, room)) {
    const start = head(rest, room);
    if (start === rest) break;
    lines.push(start);
    rest = rest.slice(start.length);
  }
  return [...lines, rest];
}

/** A paragraph; its second and later lines are indented by `indent` columns. */
export const paragraph = (text: string, room: number, tone?: Tone, indent = 0): Line[] =>
  wrap(text, room - indent).map((part, index) =>
    line(index === 0 ? part : ' '.repeat(indent) + part, tone),
  );

/** Joins parts with a dot between, on as many lines as it takes. No part is broken; one that is too long is cut. */
export function flow(parts: Span[], room: number): Line[] {
  const lines: Line[] = [];
  let current: Line = [];
  for (const part of parts) {
    const longer: Line = current.length > 0 ? [...current, span(' · ', 'quiet'), part] : [part];
    if (current.length > 0 && lineWidth(longer) > room) {
      lines.push(current);
      current = [part];
    } else {
      current = longer;
    }
  }
  return current.length > 0 ? [...lines, current] : lines;
}
