import { webAddress } from '../../text/address.ts';
import type { Line, Span, Tone } from './lines.ts';

/** What the terminal can show. */
export interface Look {
  colour: boolean;
  unicode: boolean;
  /** The terminal knows links, or at least does not show them as letters. */
  links: boolean;
}

/**
 * The terminal's own 16 colours, so that its theme makes them readable on dark and light. No white, and no grey except the
 * terminal's own dim. A button is reversed: its letters have the colour of the background, whichever that is.
 */
const CODES: Record<Tone, string> = {
  strong: '1',
  quiet: '2',
  accent: '1;36',
  good: '32',
  care: '33',
  bad: '1;31',
  key: '1',
  button: '1;36;7',
  dangerButton: '1;31;7',
  flag: '7',
  // White on black of the 256 fixed colours: themes redefine the first 16, and a scanner needs the contrast.
  qr: '38;5;231;48;5;16',
  qrEdge: '38;5;231',
};

/** Each is as wide as the letter that it replaces: lines are measured before they are drawn. */
const ASCII: Record<string, string> = {
  '✓': '+',
  '✗': 'x',
  '○': 'o',
  '◌': '?',
  '●': '*',
  '•': '*',
  '■': '#',
  '□': '-',
  // The mark of a waiting step. The hyphen marks a skipped one.
  '·': '.',
  '─': '-',
  '━': '=',
  '│': '|',
  '┬': '+',
  '┴': '+',
  '┤': '+',
  '└': '+',
  '╭': '.',
  '╮': '.',
  '╰': "'",
  '╯': "'",
  µ: 'u',
  '❯': '>',
  // Neither the plus sign of what is done, nor the angle of the chosen line.
  '▸': '=',
  '▾': '-',
  '→': '>',
  '←': '<',
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

/** A line as it is written to a terminal. It leaves the terminal's looks as they were. */
export const ansiLine = (line: Line, look: Look): string =>
  line.map((span) => drawn(span, look)).join('');

function drawn({ text, tone, link }: Span, { colour, unicode, links }: Look): string {
  // Only a look may command the terminal.
  const harmless = text.replace(/\p{Cc}/gu, '');
  const letters = linked(unicode ? harmless : ascii(harmless), links ? link : undefined);
  if (!tone) return letters;
  return colour ? `\u001b[${CODES[tone]}m${letters}\u001b[0m` : bracketed(letters, tone);
}

/** OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda. The id joins the parts of a broken address. */
function linked(text: string, link: string | undefined): string {
  const address = link && webAddress(link);
  return address ? `\u001b]8;id=address;${address}\u0007${text}\u001b]8;;\u0007` : text;
}

/** Without colour, brackets in place of the blanks show which button Enter presses. */
const bracketed = (text: string, tone: Tone): string =>
  tone === 'button' || tone === 'dangerButton' ? text.replace(/^ (.*) $/, '[$1]') : text;
