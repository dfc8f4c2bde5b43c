import type xterm from '@xterm/headless';
import jsqr from 'jsqr';

type Buffer = xterm.IBuffer;
type Rgb = readonly [number, number, number];
interface Palette {
  foreground: Rgb;
  background: Rgb;
}

export const DARK: Palette = { foreground: [204, 204, 204], background: [30, 30, 30] };
export const LIGHT: Palette = { foreground: [51, 51, 51], background: [255, 255, 255] };
export const SOLARIZED: Palette = { foreground: [101, 123, 131], background: [253, 246, 227] };

/** The two of the 256 fixed colours that a code is drawn with. No theme redefines them. */
const FIXED: Record<number, Rgb> = { 16: [0, 0, 0], 231: [255, 255, 255] };
/** Pixels of a module's side. A cell is as wide as a module and as high as two. */
const MODULE = 4;

/** The text that a phone reads off the screen of a terminal with these colours. `undefined` if it reads nothing. */
export function scan(buffer: Buffer, columns: number, rows: number, palette: Palette) {
  const width = columns * MODULE;
  const height = rows * 2 * MODULE;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += MODULE) {
    const isUpper = y % (2 * MODULE) === 0;
    const line = buffer.getLine(Math.floor(y / (2 * MODULE)));
    for (let x = 0; x < width; x++) {
      const cell = line?.getCell(Math.floor(x / MODULE));
      const letter = cell?.getChars() ?? '';
      const drawn = letter === '█' || letter === (isUpper ? '▀' : '▄');
      const own = drawn
        ? cell?.isFgPalette() && FIXED[cell.getFgColor()]
        : cell?.isBgPalette() && FIXED[cell.getBgColor()];
      const colour = own || (drawn ? palette.foreground : palette.background);
      pixels.set([...colour, 255], (y * width + x) * 4);
    }
    const [first, next] = [y * width * 4, (y + 1) * width * 4];
    for (let below = 1; below < MODULE; below++) {
      pixels.copyWithin(first + below * width * 4, first, next);
    }
  }
  // Some camera apps read swapped colours and others do not. Here they count as unreadable.
  return jsqr.default(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data;
}
