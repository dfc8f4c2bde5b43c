import { type Line, span } from './lines.ts';
import type { Matrix } from './qr-matrix.ts';

/** In modules. The standard asks for four, but phones read two, and even one, from a screen. */
const QUIET_ZONES = [2, 1];
export const LARGEST_SCALE = 2;

/** Columns and lines of a code with its quiet zone. A cell of the terminal holds two modules, one above the other. */
export function qrSize(modules: number, quiet: number, scale: number) {
  const side = (modules + 2 * quiet) * scale;
  return { columns: side, rows: Math.ceil(side / 2) };
}

/**
 * Draws a code in half blocks. White modules are drawn and black ones left blank: the tone `qr` is white on black.
 * `swapped` draws the black modules instead, for a terminal without colours on a light background.
 */
export function qrLines(matrix: Matrix, quiet: number, scale: number, swapped: boolean): Line[] {
  const { columns, rows } = qrSize(matrix.length, quiet, scale);
  const module = (at: number) => Math.floor(at / scale) - quiet;
  const drawn = (x: number, y: number): boolean => {
    if (y >= columns) return false;
    const dark = matrix[module(y)]?.[module(x)] ?? false;
    return dark === swapped;
  };
  return Array.from({ length: rows }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, x) =>
      block(drawn(x, 2 * row), drawn(x, 2 * row + 1)),
    );
    // The lower half of the last row is no part of an odd code: a background would draw a black strip there.
    return [span(cells.join(''), 2 * row + 1 < columns ? 'qr' : 'qrEdge')];
  });
}

function block(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}

/** The widest quiet zone with which a code fits, or `undefined` if it does not fit. */
export const quietZone = (
  modules: number,
  scale: number,
  columns: number,
  rows: number,
): number | undefined =>
  QUIET_ZONES.find((quiet) => {
    const size = qrSize(modules, quiet, scale);
    return size.columns <= columns && size.rows <= rows;
  });
