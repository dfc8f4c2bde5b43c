/** An event as indented lines, and the numbers of those that say why it was refused. */
export function treeOf(json: string): { code: string[]; marked: number[] } {
  const code: string[] = [];
  const marked: number[] = [];
  const add = (name: string, value: unknown, depth: number) => {
    const indent = '  '.repeat(depth);
    if (/^error(Code|Message)$/.test(name) && depth === 0) marked.push(code.length);
    if (value === null || typeof value !== 'object') {
      code.push(`${indent}${name}: ${value}`);
      return;
    }
    const inside = Object.entries(value);
    code.push(`${indent}${name}${inside.length === 0 ? ': –' : ''}`);
    for (const [inner, one] of inside) add(inner, one, depth + 1);
  };
  for (const [name, value] of Object.entries(JSON.parse(json))) add(name, value, 0);
  return { code, marked };
}
