import { hardWrap, widthOf } from './columns.ts';

/**
 * Breaks a line for a POSIX shell into lines of at most `room` columns, each ended so that the shell reads on: pasted, they run as
 * one command. PowerShell refuses the first line, so that no part of it runs. The lines may not be indented.
 */
export function wrapShellLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.match(WORDS) ?? []) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer) <= room - CONTINUED.length) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current + CONTINUED);
    const pieces = brokenWord(word, room);
    current = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, current];
}

const CONTINUED = ' \\';

/** A word: its quoted parts may hold blanks. */
const WORDS = /(?:'[^']*'|\\.|[^\s'\\])+/g;

/** A word in as many lines as it needs. The shell joins them, because nothing stands between a line's end and the next one. */
function brokenWord(word: string, room: number): string[] {
  if (widthOf(word) <= room - CONTINUED.length) return [word];
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
