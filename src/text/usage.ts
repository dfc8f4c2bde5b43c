import { say, type Text } from './text.ts';

/** The owner asked for something that makes no sense, by a flag, a variable or a file: one sentence, exit code 64. */
export class Usage extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(say(text));
    this.text = text;
  }
}
