import type { Terminal } from '../cli/terminal.ts';
import { sentenceLines } from '../text/sentence-lines.ts';
import type { Text } from '../text/text.ts';

/** Prints sentences on standard output, broken between words if it is a terminal. */
export function printSentences({ output, print }: Terminal, texts: Text[]): void {
  for (const text of texts) for (const line of sentenceLines(text, output.columns)) print(line);
}
