import { Box, Text, type TextProps } from 'ink';
import type { Line, Tone } from './lines.ts';
import { useScreenContext } from './screen-context.ts';

/**
 * The terminal's own colours, so that its theme makes them readable on dark and light. No white, and no grey except the
 * terminal's own dim. A button is reversed: its letters have the colour of the background, whichever that is.
 */
const LOOKS: Record<Tone, TextProps> = {
  strong: { bold: true },
  quiet: { dimColor: true },
  accent: { color: 'cyan', bold: true },
  good: { color: 'green' },
  care: { color: 'yellow' },
  bad: { color: 'red', bold: true },
  key: { bold: true },
  button: { color: 'cyan', bold: true, inverse: true },
  dangerButton: { color: 'red', bold: true, inverse: true },
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
  '←': '<',
  '❯': '>',
  '▸': '>',
  '▾': 'v',
  '■': '#',
  '□': '-',
  '…': '~',
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '’': "'",
};

const ascii = (text: string): string =>
  text.replace(/[^ -~]/gu, (letter) => ASCII[letter] ?? letter);

/** Without colour, brackets in place of the blanks show which button Enter presses. */
const bracketed = (text: string, tone: Tone | undefined): string =>
  tone === 'button' || tone === 'dangerButton' ? text.replace(/^ (.*) $/, '[$1]') : text;

/** Draws lines that are exactly as wide as the terminal. */
export function Lines({ lines }: { lines: Line[] }) {
  const { colour, unicode } = useScreenContext();
  return (
    <Box flexDirection="column">
      {lines.map((spans, row) => (
        <Text key={row} wrap="truncate-end">
          {spans.map(({ tone, ...piece }, index) => {
            const text = colour ? piece.text : bracketed(piece.text, tone);
            return (
              <Text key={index} {...(colour && tone && LOOKS[tone])}>
                {unicode ? text : ascii(text)}
              </Text>
            );
          })}
        </Text>
      ))}
    </Box>
  );
}
