import { say, type Text } from './text.ts';

/** A flag, a variable or a file of the owner's makes no sense. One sentence says why; the exit code is 64. */
export class Usage extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(say(text));
    this.text = text;
  }
}
