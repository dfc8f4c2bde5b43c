import { statementSpans } from '../../../text/statement-spans.ts';

/**
 * Where AWS says that statements are: each begins right after the token before it. Lines and columns count from 1, and the end is
 * after the last letter: as recorded from a real account.
 */
export function statementPositions(text: string) {
  return statementSpans(text).map(({ before, to }) => ({
    StartPosition: positionOf(text, before),
    EndPosition: positionOf(text, to),
  }));
}

function positionOf(text: string, offset: number) {
  const lines = text.slice(0, offset).split('\n');
  return { Line: lines.length, Column: (lines.at(-1)?.length ?? 0) + 1 };
}
