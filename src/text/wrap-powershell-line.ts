import { hardWrap, lettersOf, widthOf } from './columns.ts';
import { powershellQuoted } from './powershell-quote.ts';
import { wrapCommand } from './wrap-command.ts';

/**
 * Breaks a line for PowerShell into lines of at most `room` columns. Pasted, they run as one command: PowerShell reads on after a
 * backtick at the end of a line, and after a plus in parentheses.
 */
export const wrapPowershellLine = (line: string, room: number): string[] =>
  wrapCommand(line, room, {
    words: /'(?:[^'\u2018-\u201b]|(['\u2018-\u201b])\1)*'|\S+/g,
    continued: ' `',
    broken: brokenWord,
  });

/** The word as the sum of its pieces. */
function brokenWord(word: string, room: number): string[] {
  const text = word.startsWith("'")
    ? word.slice(1, -1).replace(/(['\u2018-\u201b])\1/g, '$1')
    : word;
  // A parenthesis, two quotes, and a plus or what follows the last piece. A quote in the text takes two columns.
  const inside = room - 7;
  const pieces = hardWrap(text, inside).flatMap((piece) => halves(piece, inside));
  return pieces.map((piece, at) => {
    const open = at === 0 ? '(' : '';
    return open + powershellQuoted(piece) + (at < pieces.length - 1 ? ' +' : ')');
  });
}

/** The text in pieces that fit although their quotes are doubled. */
function halves(text: string, room: number): string[] {
  if (widthOf(powershellQuoted(text)) - 2 <= room) return [text];
  const letters = lettersOf(text);
  const half = Math.ceil(letters.length / 2);
  return [letters.slice(0, half), letters.slice(half)].flatMap((part) =>
    halves(part.join(''), room),
  );
}
