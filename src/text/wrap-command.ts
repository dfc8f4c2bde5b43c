import { widthOf } from './columns.ts';

/** How a shell takes a command in several lines. */
interface Shell {
  /** The words of a line. Their quoted parts may hold blanks. */
  words: RegExp;
  /** What ends a line between two words, so that the shell reads on. */
  continued: string;
  /** The lines of a word that is too long for one. */
  broken(word: string, room: number): string[];
}

/** Breaks a command into lines of at most `room` columns. Pasted, they run as one command. */
export function wrapCommand(
  command: string,
  room: number,
  { words, continued, broken }: Shell,
): string[] {
  const fits = (text: string) => widthOf(text) <= room - continued.length;
  const lines: string[] = [];
  let current = '';
  for (const word of command.match(words) ?? []) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (fits(longer)) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current + continued);
    const pieces = fits(word) ? [word] : broken(word, room);
    current = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, current];
}
