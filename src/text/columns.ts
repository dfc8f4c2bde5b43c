import stringWidth from 'string-width';

/** Nearly all that a frame shows: ASCII, our marks and lines, Korean. Each letter stands for itself, so no library has to measure it. */
const SIMPLE = /^[ -~·–—‘’“”•…←-↓─-◼✓✗❯⠀-⣿가-힣]*$/;
const KOREAN = /[가-힣]/g;

/** The width of a text in a terminal, in columns. A Korean letter takes two. */
export const widthOf = (text: string): number =>
  SIMPLE.test(text) ? text.length + (text.match(KOREAN)?.length ?? 0) : stringWidth(text);

const graphemes = new Intl.Segmenter();

/** The letters of a text as a reader sees them. One letter may be several code points. */
export const lettersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

/** As much of the text's beginning as fits into `room` columns, but at least one letter. */
function head(text: string, room: number): string {
  let taken = '';
  let columns = 0;
  for (const letter of SIMPLE.test(text) ? text : lettersOf(text)) {
    columns += widthOf(letter);
    if (taken !== '' && columns > room) break;
    taken += letter;
  }
  return taken;
}

/** The text in at most `room` columns. An ellipsis marks where it was cut. */
export function cut(text: string, room: number): string {
  if (room <= 0) return '';
  if (widthOf(text) <= room) return text;
  const start = head(text, room - 1);
  return widthOf(start) < room ? `${start}…` : '…';
}

/** The text in exactly `room` columns, cut or padded. */
export const fit = (text: string, room: number): string => {
  const short = cut(text, room);
  return short + ' '.repeat(Math.max(0, room - widthOf(short)));
};

/** Breaks a text into lines between words. A word longer than a line starts right after the word before it. */
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

/** Breaks a text into lines that are filled to the last column, so that an address can be copied. */
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
