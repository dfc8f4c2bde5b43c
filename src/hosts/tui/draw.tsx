import { Text } from 'ink';
import { ansiLine } from './ansi.ts';
import type { Line } from './lines.ts';
import { useScreenContext } from './screen-context.ts';

/**
 * Draws lines that are exactly as wide as the terminal. They are one text: Ink has nothing to lay out, and the bundle leaves
 * out what it would do so with (`scripts/trim-packages.mjs`).
 */
export function Lines({ lines }: { lines: Line[] }) {
  const look = useScreenContext();
  const drawn = lines.map((line) => ansiLine(line, look).trimEnd());
  return <Text wrap="truncate-end">{drawn.join('\n')}</Text>;
}
