/**
 * The statements of these lines, as PowerShell reads them: each the words of one call. It knows what "about_Quoting_Rules",
 * "about_Parsing" and "about_Operators" say of comments, quotes, backticks at the end of a line, and sums in parentheses. It throws on
 * whatever else commands PowerShell, so that no command may hold it.
 */
export function statementsOf(lines: string[]): string[][] {
  const text = `${lines.join('\n')}\n`;
  const statements: string[][] = [];
  let words: string[] = [];
  let at = 0;
  const rest = () => text.slice(at);
  const take = (pattern: RegExp): string | undefined => {
    const [found] = new RegExp(pattern.source, 'uy').exec(rest()) ?? [];
    at += found?.length ?? 0;
    return found;
  };
  const string = (): string | undefined => {
    if (!take(/['\u2018-\u201b]/)) return undefined;
    let value = '';
    for (;;) {
      value += take(/[^'\u2018-\u201b]+/) ?? '';
      const pair = take(/['\u2018-\u201b]{2}/);
      if (pair === undefined) break;
      value += pair[1];
    }
    if (!take(/['\u2018-\u201b]/)) throw new Error(`an open quote: ${rest().slice(0, 40)}`);
    return value;
  };
  while (at < text.length) {
    if (take(/ +|`\n/) !== undefined) continue;
    if (words.length === 0 && take(/#[^\n]*\n/) !== undefined) continue;
    if (take(/\n/) !== undefined) {
      if (words.length > 0) statements.push(words);
      words = [];
      continue;
    }
    const quoted = string();
    if (quoted !== undefined) {
      words.push(quoted);
      continue;
    }
    if (take(/\(/)) {
      let sum = string() ?? '';
      while (take(/ \+\n/)) sum += string() ?? '';
      if (!take(/\)/)) throw new Error(`no sum of strings: ${rest().slice(0, 40)}`);
      words.push(sum);
      continue;
    }
    const bare = take(/[A-Za-z/][\w/:.-]*(?=[ \n])|-[\w-]*(?=[ \n])/);
    if (bare === undefined)
      throw new Error(`PowerShell would read more into ${rest().slice(0, 40)}`);
    words.push(bare);
  }
  return statements;
}
