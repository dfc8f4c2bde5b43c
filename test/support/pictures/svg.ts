import type { IBuffer, IBufferCell } from '@xterm/headless';

/** A cell in pixels, and the room around all of them. */
const WIDE = 9;
const HIGH = 19;
const ROOM = 12;

/** Any monospaced font. */
const FONTS =
  "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK KR',D2Coding,monospace";
/** The colours of a dark terminal. The picture has its own background, so it suits light and dark pages. */
const GROUND = '#0d1117';
const INK = '#e6edf3';
const STYLE = [
  '.bold{font-weight:700}.dim{fill:#9ba4ae}.red{fill:#ff7b72}.green{fill:#56d364}',
  '.yellow{fill:#e3b341}.cyan{fill:#39c5cf}',
  `text.inverse{fill:${GROUND}}`,
].join('');
const COLOURS: Record<number, string> = { 1: 'red', 2: 'green', 3: 'yellow', 6: 'cyan' };

/** Lines from the upper left corner of a cell. */
const FRAME: Record<string, string> = {
  '─': `m0 ${HIGH / 2}h${WIDE}`,
  '│': `m${WIDE / 2} 0v${HIGH}`,
  '┬': `m0 ${HIGH / 2}h${WIDE}m-${WIDE / 2} 0v${HIGH / 2}`,
  '┴': `m0 ${HIGH / 2}h${WIDE}m-${WIDE / 2} 0v-${HIGH / 2}`,
};

interface Cell {
  letter: string;
  look: string;
}

/**
 * A terminal's screen as SVG. Every letter has its own place, so the widths of fonts do not matter.
 *
 * `same`: makes a line equal on each run. It must keep the length. A wide letter is followed by one of no width.
 * @throws if the screen uses a colour that the picture does not have
 */
export function drawing(screen: IBuffer, title: string, same: (line: string) => string): string {
  const lines = Array.from({ length: 24 }, (_, y) => cellsOf(screen, y, same));
  while (lines.at(-1)?.every(({ letter }) => letter.trim() === '')) lines.pop();
  const width = 80 * WIDE + 2 * ROOM;
  const height = lines.length * HIGH + 2 * ROOM;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${GROUND}" stroke="#6e7681"/>`,
    `<path stroke="#8b949e" d="${lines.flatMap(frame).join('')}"/>`,
    `<g font-family="${FONTS}" font-size="15" fill="${INK}">`,
    ...lines.flatMap(text),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function cellsOf(screen: IBuffer, y: number, same: (line: string) => string): Cell[] {
  const line = screen.getLine(screen.viewportY + y);
  const cells = Array.from({ length: 80 }, (_, x) => line?.getCell(x));
  const letters = same(cells.map(letterOf).join(''));
  return cells.map((cell, x) => ({ letter: letters[x] ?? ' ', look: cell ? lookOf(cell) : '' }));
}

/** Fills the second cell of a wide letter. */
const NONE = '\u200b';

const letterOf = (cell: IBufferCell | undefined): string =>
  cell?.getWidth() === 0 ? NONE : cell?.getChars() || ' ';

function lookOf(cell: IBufferCell): string {
  const colour = COLOURS[cell.getFgColor()];
  if ((!cell.isFgDefault() && !colour) || !cell.isBgDefault()) throw new Error('a new colour');
  const looks = [
    cell.isBold() && 'bold',
    cell.isDim() && 'dim',
    cell.isInverse() && 'inverse',
    !cell.isFgDefault() && colour,
  ];
  return looks.filter(Boolean).join(' ');
}

const frame = (cells: Cell[], y: number): string[] =>
  cells.flatMap(({ letter }, x) =>
    FRAME[letter] ? [`M${ROOM + x * WIDE} ${ROOM + y * HIGH}${FRAME[letter]}`] : [],
  );

/** One element for each run of letters with the same look. Words in it are one space apart. */
function text(cells: Cell[], y: number): string[] {
  const runs: { look: string; from: number; letters: string }[] = [];
  for (const [x, { letter, look }] of cells.entries()) {
    const last = runs.at(-1);
    if (FRAME[letter]) continue;
    if (last && last.look === look && last.from + last.letters.length === x) last.letters += letter;
    else runs.push({ look, from: x, letters: letter });
  }
  return runs.flatMap(({ look, from, letters }) => words(look, from, letters, y));
}

function words(look: string, from: number, letters: string, y: number): string[] {
  // A reversed text has its colour behind it.
  const behind = look.replace(/bold|inverse/g, '').trim();
  const fill = behind && ` class="${behind}"`;
  const place = `x="${ROOM + from * WIDE}" y="${ROOM + y * HIGH}"`;
  const flag = look.includes('inverse')
    ? [`<rect${fill} ${place} width="${letters.length * WIDE}" height="${HIGH}"/>`]
    : [];
  const texts = [...letters.matchAll(/[^ ]+(?: [^ ]+)*/g)].map(({ index, 0: word }) => {
    const places = [...word].flatMap((letter, at) =>
      letter === NONE ? [] : [ROOM + (from + index + at) * WIDE],
    );
    const style = look && ` class="${look}"`;
    const shown = escaped(word.replaceAll(NONE, ''));
    return `<text${style} y="${ROOM + y * HIGH + 14}" x="${places.join(' ')}">${shown}</text>`;
  });
  return [...flag, ...texts];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
