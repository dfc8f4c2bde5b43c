import { fit, lettersOf } from '../../../text/columns.ts';
import { type Field, windowOf } from '../edit.ts';
import { type Line, span } from '../lines.ts';

/** `[ text   ]` with room for `size` columns, and the column of the cursor. */
export function fieldLine(field: Field, size: number): { shown: Line; column: number } {
  const { text, column } = windowOf(field, Math.max(2, size));
  return {
    shown: [span('[ '), span(fit(text, Math.max(2, size)), 'strong'), span(' ]')],
    column: column + 2,
  };
}

/** A masked field: a mark for each letter. */
export function maskedLine({ before, after, fresh }: Field, size: number) {
  const mask = (text: string) => '•'.repeat(lettersOf(text).length);
  return fieldLine({ before: mask(before), after: mask(after), fresh }, size);
}
