import { shortened } from '../../text/text.ts';

/** CloudTrail's own events are shorter: 256 kB. Those of a foreign file would keep a screen busy for minutes. `--json` has all of them. */
const MOST_LETTERS = 20_000;
const MOST_LINES = 2_000;

/** An event as indented lines, and the numbers of those that say why it was refused. */
export function treeOf(json: string): { code: string[]; marked: number[] } {
  const code: string[] = [];
  const marked: number[] = [];
  const add = (name: string, value: unknown, depth: number) => {
    if (code.length >= MOST_LINES) return;
    const say = (text: string) =>
      code.push(shortened(`${'  '.repeat(depth)}${text}`, MOST_LETTERS));
    if (/^error(Code|Message)$/.test(name) && depth === 0) marked.push(code.length);
    if (value === null || typeof value !== 'object') {
      say(`${name}: ${value}`);
      return;
    }
    const inside = Object.entries(value);
    say(`${name}${inside.length === 0 ? ': –' : ''}`);
    for (const [inner, one] of inside) add(inner, one, depth + 1);
  };
  for (const [name, value] of Object.entries(JSON.parse(json))) add(name, value, 0);
  if (code.length >= MOST_LINES) code.push('…');
  return { code, marked };
}
