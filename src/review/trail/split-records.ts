/** JSON is damaged: it cannot be a log file, or not from here on. */
export class NoJson extends Error {}

const LIST = 'Records';
/** Of brackets: those of the file, of the list, and of an event in it. */
const IN_FILE = 1;
const IN_LIST = 2;
const IN_EVENT = 3;

const IN_TEXT = /["\\]/g;
const BETWEEN_TEXTS = /["{}[\]]/g;

/**
 * Cuts the events out of `{"Records": [{…}, {…}]}` while it comes in. Only brackets and quotes are counted: what is between them,
 * `JSON.parse` reads. A parser of streams would be 24 kB of the package for it.
 */
export class RecordSplitter {
  /** The brackets of the file are closed. */
  isEnded = false;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  /** The list of the events is open. */
  #isList = false;
  /** The name that was read last in the file itself. */
  #name = '';
  /** What has come in of the event that is open, or of a name. Absent: neither is open. */
  #begun: string | undefined;

  /** @throws NoJson if brackets do not match, or if the file begins with something else */
  *push(part: string): Generator<string> {
    if (part === '') return;
    // Where what is collected begins in this part.
    let from = this.#begun === undefined ? -1 : 0;
    const collected = (end: number): string => {
      const text = (this.#begun ?? '') + part.slice(from, end);
      this.#begun = undefined;
      from = -1;
      return text;
    };
    if (this.#depth === 0 && !this.isEnded && !/^\s*([{[]|$)/.test(part)) throw new NoJson();
    for (let at = this.#next(part, 0); at >= 0; at = this.#next(part, at + 1)) {
      const letter = part[at];
      if (this.#isInText) {
        this.#isInText = false;
        if (this.#depth === IN_FILE) this.#name = collected(at);
      } else if (letter === '"') {
        this.#isInText = true;
        if (this.#depth === IN_FILE) from = at + 1;
      } else if (letter === '{' || letter === '[') {
        this.#depth++;
        if (this.#depth === IN_LIST) this.#isList = letter === '[' && this.#name === LIST;
        if (this.#depth === IN_EVENT && this.#isList && letter === '{') from = at;
      } else {
        if (this.#depth === IN_EVENT && this.#isList && from >= 0) yield collected(at + 1);
        this.#close(letter);
      }
    }
    if (from >= 0) this.#begun = (this.#begun ?? '') + part.slice(from);
  }

  /** The next bracket or quote, past what is escaped. -1 if there is none. */
  #next(part: string, start: number): number {
    const marks = this.#isInText ? IN_TEXT : BETWEEN_TEXTS;
    // A backslash at the end of a part escapes the first letter of the next one.
    marks.lastIndex = this.#isEscaped ? start + 1 : start;
    this.#isEscaped = false;
    for (;;) {
      const found = marks.exec(part);
      if (!found) return -1;
      if (found[0] !== '\\') return found.index;
      this.#isEscaped = found.index === part.length - 1;
      marks.lastIndex = found.index + 2;
    }
  }

  #close(letter: string | undefined): void {
    // Inside of an event, JSON.parse finds out.
    if (this.#depth === 0 || (this.#depth === IN_LIST && this.#isList && letter !== ']')) {
      throw new NoJson();
    }
    this.#depth--;
    this.isEnded = this.#depth === 0;
  }
}
