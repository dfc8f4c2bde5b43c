/** Tells whether an event is one that a filter counts. */
type Matches = (event: object) => boolean;

/** A selector, a value in quotes, an operator, a bracket, or any other word. */
const TOKEN = /\s*(\$(?:\.[\w-]+)+|"[^"]*"|&&|\|\||!=|=|[(){}]|[^\s(){}"=!&|]+)/y;

/**
 * Reads a filter pattern for JSON. CloudWatch Logs User Guide, "Filter pattern syntax for metric filters".
 *
 * @returns `undefined` if it is none, or one that has more than what is read here: numbers, lists, and `&&` beside `||` without
 *   brackets, whose order the guide does not tell
 */
export function readPattern(pattern: string): Matches | undefined {
  const words = wordsOf(pattern);
  if (words?.shift() !== '{' || words.pop() !== '}') return undefined;
  const matches = readTerms(words);
  return words.length === 0 ? matches : undefined;
}

function wordsOf(pattern: string): string[] | undefined {
  const words: string[] = [];
  const text = pattern.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, word] = TOKEN.exec(text) ?? [];
    if (word === undefined) return undefined;
    words.push(word);
  }
  return words;
}

/** Takes terms off the front of `words`. */
function readTerms(words: string[]): Matches | undefined {
  const terms = [readTerm(words)];
  const operator = words[0];
  while (operator !== undefined && words[0] === operator && /^(&&|\|\|)$/.test(operator)) {
    words.shift();
    terms.push(readTerm(words));
  }
  const read = terms.filter((term) => term !== undefined);
  if (read.length < terms.length) return undefined;
  return (event) =>
    operator === '||' ? read.some((term) => term(event)) : read.every((term) => term(event));
}

function readTerm(words: string[]): Matches | undefined {
  const first = words.shift() ?? '';
  if (first === '(') {
    const inner = readTerms(words);
    return words.shift() === ')' ? inner : undefined;
  }
  if (!first.startsWith('$.')) return undefined;
  const valueIn = (event: object): unknown =>
    first
      .slice(2)
      .split('.')
      .reduce<unknown>(
        (value, name) => (value as Record<string, unknown> | undefined)?.[name],
        event,
      );
  const operator = words.shift();
  const value = words.shift();
  if (operator === 'NOT' && value === 'EXISTS') return (event) => valueIn(event) === undefined;
  if (value === undefined || /^([(){}=]|&&|\|\||!=)$/.test(value)) return undefined;
  const wanted = wildcards(value.replace(/^"|"$/g, ''));
  // What an event lacks is no value, and does not differ from one: the guide says neither.
  const compare = (isWanted: boolean) => (event: object) => {
    const found = valueIn(event);
    return found !== undefined && wanted.test(String(found)) === isWanted;
  };
  return operator === '=' ? compare(true) : operator === '!=' ? compare(false) : undefined;
}

/** `*` stands for any letters. */
const wildcards = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );
