import { expect } from 'vitest';
import type { Terminal } from '../program/terminal.ts';

export const STOPPED = 'Stopped. What was done stays done. To go on:';

/** Expects that a stopped run says so and has restored the terminal. */
export function expectGivenBack({ raw, buffer, screen }: Terminal): void {
  expect(screen()).toContain(STOPPED);
  expect(screen()).not.toMatch(/^\s+at /m);
  expect(buffer.type).toBe('normal');
  const isLast = (mode: string, other: string) => raw.lastIndexOf(mode) >= raw.lastIndexOf(other);
  expect(isLast('\u001b[?25h', '\u001b[?25l')).toBe(true);
  expect(isLast('\u001b[?2004l', '\u001b[?2004h')).toBe(true);
}
