import { widthOf } from './columns.ts';
import { commandAtEnd } from './command-at-end.ts';
import { say, type Text } from './text.ts';

/** Stands for a space inside a command. No sentence holds a control character: `say` removes them. */
const JOINED = '\u0000';

/**
 * A sentence as lines for a terminal, broken between words. A longer word, such as an address, the parameter `command` and a command at the end are never
 * broken, so that they can be copied: if they do not fit, they begin a line. Later lines are indented like the first.
 *
 * @param columns the width of the terminal. If it is absent or 0, as in a pipe, the sentence is one line
 */
export const sentenceLines = (text: Text, columns?: number): string[] =>
  linesOfSaid(say(text), columns, commandsIn(text));

/** The same for a sentence that has been said. `commands`: the parts of it that are never broken. */
export function linesOfSaid(said: string, columns?: number, commands: string[] = []): string[] {
  if (!columns || widthOf(said) <= columns) return [said];
  const joined = [...commands, commandAtEnd(said) ?? '']
    .filter(Boolean)
    .reduce((all, command) => all.replaceAll(command, () => command.replaceAll(' ', JOINED)), said);
  const indent = / */.exec(joined)?.[0] ?? '';
  const [first = '', ...words] = joined.slice(indent.length).split(' ');
  const lines = [indent + first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (widthOf(spaced(longer)) > columns) lines.push(indent + word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map(spaced);
}

const spaced = (line: string): string => line.replaceAll(JOINED, ' ');

const commandsIn = ({ with: given = {} }: Text): string[] =>
  Object.entries(given).flatMap(([name, value]) => {
    const said = typeof value === 'object' ? say(value) : String(value);
    if (name === 'command') return said === '' ? [] : [said];
    return typeof value === 'object' ? commandsIn(value) : [];
  });
