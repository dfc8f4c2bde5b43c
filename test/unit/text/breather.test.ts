import { afterEach, expect, it, vi } from 'vitest';
import { inPieces, type Pieces } from '../../../src/text/breather.ts';

afterEach(() => vi.restoreAllMocks());

/** Milliseconds of each piece. */
const PIECE = 4;

it('all that work at the same time share the time between two moments for the keyboard', async () => {
  let now = 1_000_000;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  function* work(): Pieces<string> {
    for (let piece = 0; piece < 30; piece++) {
      now += PIECE;
      yield;
    }
    return 'done';
  }
  const turns: number[] = [];
  let isOver = false;
  let last = now;
  const turn = () => {
    turns.push(now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const all = await Promise.all([inPieces(work()), inPieces(work()), inPieces(work())]);
  isOver = true;
  expect(all).toEqual(['done', 'done', 'done']);
  // One works on for its ten milliseconds, and the others for a piece.
  expect(Math.max(...turns)).toBeLessThanOrEqual(10 + 3 * PIECE);
  expect(Math.max(...turns)).toBeGreaterThan(PIECE);
});
