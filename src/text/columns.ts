import stringWidth from 'string-width';

/** Columns that a text takes in a terminal: a Korean letter takes two. */
export const widthOf = (text: string): number =>
  // Most text is ASCII, and every frame measures all of its text.
  /^[ -~]*$/.test(text) ? text.length : stringWidth(text);

const graphemes = new Intl.Segmenter();

/** What a reader takes for letters: one may be several code points. */
export const lettersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

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
