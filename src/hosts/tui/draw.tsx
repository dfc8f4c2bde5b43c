import { Box, Text } from 'ink';
import { ansiLine } from './ansi.ts';
import type { Line } from './lines.ts';
import { useScreenContext } from './screen-context.ts';

/** Draws lines that are exactly as wide as the terminal. */
export function Lines({ lines }: { lines: Line[] }) {
  const look = useScreenContext();
  return (
    <Box flexDirection="column">
      {lines.map((spans, row) => (
        <Text key={row} wrap="truncate-end">
          {ansiLine(spans, look)}
        </Text>
      ))}
    </Box>
  );
}
