import { lettersOf, widthOf } from '../../text/columns.ts';
import { plain } from '../../text/text.ts';
import { type InputEvent, pasted } from './input-events.ts';

/** A text that is being typed, split at the cursor. If it is `fresh`, it is a default that typing replaces. */
export interface Field {
  before: string;
  after: string;
  fresh: boolean;
}

export const offered = (text = ''): Field => ({
  before: plain(text),
  after: '',
  fresh: text !== '',
});
export const textOf = ({ before, after }: Field): string => before + after;

/** The field after a key, or `undefined` if the key does not belong to the field. */
export function edit(field: Field, input: InputEvent): Field | undefined {
  const { before, after } = field;
  if ('text' in input) return insert(field, input.text);
  if ('paste' in input) return insert(field, pasted(input.paste));
  const left = lettersOf(before);
  const right = lettersOf(after);
  const at = (start: string, end: string): Field => ({ before: start, after: end, fresh: false });
  switch (input.key) {
    case 'left':
      return at(left.slice(0, -1).join(''), (left.at(-1) ?? '') + after);
    case 'right':
      return at(before + (right[0] ?? ''), right.slice(1).join(''));
    case 'home':
      return at('', before + after);
    case 'end':
      return at(before + after, '');
    case 'backspace':
      return at(left.slice(0, -1).join(''), after);
    case 'delete':
      return at(before, right.slice(1).join(''));
    case 'eraseLine':
      return at('', '');
    case 'eraseWord':
      return at(before.replace(/\S*\s*$/u, ''), after);
    case 'eraseRest':
      return at(before, '');
    default:
      return undefined;
  }
}

function insert({ before, after, fresh }: Field, text: string): Field {
  if (text === '') return { before, after, fresh };
  return fresh
    ? { before: text, after: '', fresh: false }
    : { before: before + text, after, fresh: false };
}

/** The part of a field around the cursor that fits into `room` columns, and the cursor's column. */
export function windowOf(field: Field, room: number): { text: string; column: number } {
  let before = lettersOf(field.before);
  // The cursor may stand after the last letter, and needs a column there.
  while (before.length > 0 && widthOf(before.join('')) > room - 1) before = before.slice(1);
  const column = widthOf(before.join(''));
  let text = before.join('');
  for (const letter of lettersOf(field.after)) {
    if (widthOf(text + letter) > room) break;
    text += letter;
  }
  return { text, column };
}
