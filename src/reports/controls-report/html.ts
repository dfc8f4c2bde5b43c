import { htmlEscape } from 'escape-goat';
import { plain } from '../../text/text.ts';

/** HTML that may stand in a page as it is. Only `html` makes it. */
export class Html {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

type Value = string | number | Html | Value[];

/** HTML in which every value is escaped that is not HTML itself. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.map((part, at) => part + codeOf(values[at] ?? '')).join(''));

function codeOf(value: Value): string {
  if (Array.isArray(value)) return value.map(codeOf).join('');
  return value instanceof Html ? value.code : htmlEscape(plain(String(value)));
}
