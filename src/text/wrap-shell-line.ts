import { hardWrap } from './columns.ts';
import { wrapCommand } from './wrap-command.ts';

const CONTINUED = ' \\';

/**
 * Breaks a line for a POSIX shell into lines of at most `room` columns, each ended so that the shell reads on: pasted, they run as
 * one command. PowerShell refuses the first line, so that no part of it runs. The lines may not be indented.
 */
export const wrapShellLine = (line: string, room: number): string[] =>
  wrapCommand(line, room, {
    words: /(?:'[^']*'|\\.|[^\s'\\])+/g,
    continued: CONTINUED,
    broken: brokenWord,
  });

/** The shell joins the lines, because nothing stands between a line's end and the next one. */
function brokenWord(word: string, room: number): string[] {
  const parts = word.match(/'[^']*'|\\.|[^'\\]+/g) ?? [];
  const pieces = parts.flatMap((part) => {
    if (part.startsWith('\\')) return [part];
    const quote = part.startsWith("'") ? "'" : '';
    const text = quote ? part.slice(1, -1) : part;
    // Two quotes, and the last piece may end as any word does.
    const inside = Math.max(1, room - 2 - CONTINUED.length);
    return hardWrap(text, inside).map((piece) => quote + piece + quote);
  });
  return pieces.map((piece, at) => (at < pieces.length - 1 ? `${piece}\\` : piece));
}
