import { Box, Text, type TextProps } from 'ink';
import type { Line, Tone } from './lines.ts';
import { useScreenContext } from './screen-context.ts';

/** Readable on dark and light backgrounds: no yellow, no white, no grey except the terminal's own dim. */
const LOOKS: Record<Tone, TextProps> = {
  strong: { bold: true },
  quiet: { dimColor: true },
  good: { color: 'green' },
  care: { color: 'magenta', bold: true },
  bad: { color: 'red', bold: true },
  flag: { inverse: true },
  // White on black of the 256 fixed colours: themes redefine the first 16, and a scanner needs the contrast.
  qr: { color: 'ansi256(231)', backgroundColor: 'ansi256(16)' },
};

/** Each is as wide as the letter that it replaces: lines are measured before they are drawn. */
const ASCII: Record<string, string> = {
  '✓': '+',
  '✗': 'x',
  '○': 'o',
  '●': '*',
  '•': '*',
  // The mark of a waiting step. The hyphen marks a skipped one.
  '·': '.',
  '─': '-',
  '━': '=',
  '│': '|',
  '┬': '+',
  '┴': '+',
  '→': '>',
  '↑': '^',
  '↓': 'v',
  '…': '~',
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '’': "'",
};

const ascii = (text: string): string =>
  text.replace(/[^ -~]/gu, (letter) => ASCII[letter] ?? letter);

/** Draws lines that are exactly as wide as the terminal. */
export function Lines({ lines }: { lines: Line[] }) {
  const { colour, unicode } = useScreenContext();
  return (
    <Box flexDirection="column">
      {lines.map((spans, row) => (
        <Text key={row} wrap="truncate-end">
          {spans.map(({ text, tone }, index) => (
            <Text key={index} {...(colour && tone && LOOKS[tone])}>
              {unicode ? text : ascii(text)}
            </Text>
          ))}
        </Text>
      ))}
    </Box>
  );
}
