import { statementSpans } from '../../text/statement-spans.ts';

interface Position {
  Line?: number | undefined;
  Column?: number | undefined;
}

/**
 * The number of the statement at AWS's positions, from 0. What counts as a column, a character or a byte, and from where, AWS does not
 * say, and its answers begin a statement at the token before it: the one with the nearest end is taken, if it overlaps.
 *
 * @param text the policy as AWS keeps it
 */
export function statementAt(
  text: string,
  start: Position | undefined,
  end: Position | undefined,
): number | undefined {
  const spans = statementSpans(text);
  const found = [charactersAt, bytesAt].flatMap((columns) => {
    const from = offsetOf(text, start, columns);
    const to = offsetOf(text, end, columns);
    if (from === undefined || to === undefined) return [];
    return spans.flatMap((span, n) =>
      from < span.to && to > span.from ? [{ n, off: Math.abs(span.to - to) }] : [],
    );
  });
  return found.sort((one, other) => one.off - other.off)[0]?.n;
}

type Columns = (line: string, column: number) => number;

const charactersAt: Columns = (line, column) => Math.min(column, line.length);

/** How many characters the first bytes of a line are. */
function bytesAt(line: string, column: number): number {
  const bytes = new TextEncoder().encode(line).subarray(0, column);
  return new TextDecoder().decode(bytes).length;
}

/** Lines and columns count from 1. */
function offsetOf(text: string, at: Position | undefined, columns: Columns): number | undefined {
  if (at?.Line === undefined || at.Column === undefined) return undefined;
  let from = 0;
  for (let line = 1; line < at.Line; line++) {
    const next = text.indexOf('\n', from);
    if (next < 0) return undefined;
    from = next + 1;
  }
  const end = text.indexOf('\n', from);
  return from + columns(text.slice(from, end < 0 ? undefined : end), at.Column - 1);
}

/** A policy, readable, with one statement of it in full and marked. Without a number: all of it, and no mark. */
export function cutOut(text: string, statement?: number): { code: string[]; marked: number[] } {
  const policy = parsed(text);
  const all = [policy?.Statement ?? []].flat();
  if (statement === undefined || !all[statement]) {
    const code = policy === undefined ? text : JSON.stringify(policy, null, 2);
    return { code: code.split(/\r?\n/), marked: [] };
  }
  const lines = JSON.stringify(all[statement], null, 2).split('\n');
  const before = ['{', '  "Statement": [', ...(statement ? ['    …'] : [])];
  const isLast = statement === all.length - 1;
  const after = [...(isLast ? [] : ['    …']), '  ]', '}'];
  return {
    code: [...before, ...lines.map((line) => `    ${line}`), ...after],
    marked: lines.map((_, n) => before.length + n),
  };
}

function parsed(text: string): { Statement?: unknown } | undefined {
  try {
    const policy: unknown = JSON.parse(text);
    return policy !== null && typeof policy === 'object' ? policy : undefined;
  } catch {
    return undefined;
  }
}
