/** Where a statement of a policy is in the policy's text. */
interface Span {
  /** The end of the token before it. */
  before: number;
  from: number;
  to: number;
}

/** The places of the statements of a policy (JSON), in their order. Text that is no policy has none, or odd ones. */
export function statementSpans(text: string): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let before = 0;
  let from = 0;
  // The depth at which a statement begins: in a list, or right at its key.
  let level: number | undefined;
  let key = '';
  for (const { 0: token, index } of text.matchAll(/"(?:\\.|[^"\\])*"|[{}[\],]/g)) {
    const after = index + token.length;
    if (token === '{' || token === '[') {
      if (depth === 1 && key === '"Statement"') {
        level = token === '[' ? 2 : 1;
        before = after;
      }
      if (token === '{' && depth === level) from = index;
      depth++;
    } else if (token === '}' || token === ']') {
      depth--;
      if (token === '}' && depth === level) spans.push({ before, from, to: after });
      if (level !== undefined && depth < level) level = undefined;
    } else if (token !== ',') {
      if (depth === 1) key = token;
    } else if (depth === level) {
      before = after;
      if (depth === 1) level = undefined;
    }
  }
  return spans;
}
