import { say, type Text } from './engine/text.ts';

/** Wrong use of the command line: one sentence, exit code 64. */
export class Usage extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(say(text));
    this.text = text;
  }
}
