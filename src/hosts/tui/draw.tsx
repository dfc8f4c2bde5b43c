import { Text } from 'ink';
import { ansiLine, type Look } from './ansi.ts';
import type { Line } from './lines.ts';
import { useScreenContext } from './screen-context.ts';

/**
 * Draws lines that are exactly as wide as the terminal. They are one text: Ink has nothing to lay out, and the bundle leaves
 * out what it would do so with (`scripts/trim-packages.mjs`).
 */
export function DrawnLines({ lines, look }: { lines: Line[]; look: Look }) {
  const drawn = lines.map((line) => ansiLine(line, look).trimEnd());
  return <Text wrap="truncate-end">{drawn.join('\n')}</Text>;
}

/** The same on the wizard's screen. */
export const Lines = ({ lines }: { lines: Line[] }) => (
  <DrawnLines lines={lines} look={useScreenContext()} />
);
