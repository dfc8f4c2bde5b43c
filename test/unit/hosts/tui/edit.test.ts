import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { edit, type Field, offered, textOf, windowOf } from '../../../../src/hosts/tui/edit.ts';
import { type InputEvent, pasted } from '../../../../src/hosts/tui/input-events.ts';

const letter = fc.constantFrom('a', 'b', ' ', '한', '글', 'é', '👍');
const press: fc.Arbitrary<InputEvent> = fc.oneof(
  letter.map((text) => ({ text })),
  fc.array(letter, { maxLength: 5 }).map((all) => ({ paste: all.join('') })),
  fc
    .constantFrom(
      'left',
      'right',
      'home',
      'end',
      'backspace',
      'delete',
      'eraseLine',
      'eraseWord',
      'eraseRest',
    )
    .map((key) => ({ key }) as InputEvent),
);
const after = (presses: InputEvent[], start: Field = offered()): Field =>
  presses.reduce((field, one) => edit(field, one) ?? field, start);

/** The plainest editor there is: an array of letters and a place in it. */
function model(presses: InputEvent[]): { text: string; at: number } {
  let letters: string[] = [];
  let at = 0;
  const insert = (text: string) => {
    const added = [...text];
    letters = [...letters.slice(0, at), ...added, ...letters.slice(at)];
    at += added.length;
  };
  for (const one of presses) {
    if ('text' in one) insert(one.text);
    else if ('paste' in one) insert(pasted(one.paste));
    else if (one.key === 'left') at = Math.max(0, at - 1);
    else if (one.key === 'right') at = Math.min(letters.length, at + 1);
    else if (one.key === 'home') at = 0;
    else if (one.key === 'end') at = letters.length;
    else if (one.key === 'backspace' && at > 0) letters.splice(--at, 1);
    else if (one.key === 'delete') letters.splice(at, 1);
    else if (one.key === 'eraseRest') letters = letters.slice(0, at);
    else if (one.key === 'eraseLine') [letters, at] = [[], 0];
    else if (one.key === 'eraseWord') {
      const end = at;
      while (at > 0 && letters[at - 1] === ' ') at--;
      while (at > 0 && letters[at - 1] !== ' ') at--;
      letters.splice(at, end - at);
    }
  }
  return { text: letters.join(''), at };
}

describe('a line of text', () => {
  it('any keys give what the plainest editor gives', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        const field = after(presses);
        const expected = model(presses);
        expect(textOf(field)).toBe(expected.text);
        expect([...field.before]).toHaveLength(expected.at);
      }),
    );
  });

  it('the cursor is always in sight, at the column of its letter', () => {
    fc.assert(
      fc.property(
        fc.array(press, { maxLength: 40 }),
        fc.integer({ min: 3, max: 30 }),
        (all, room) => {
          const field = after(all);
          const { text, column } = windowOf(field, room);
          expect(stringWidth(text)).toBeLessThanOrEqual(room);
          expect(column).toBeLessThan(room);
          const left = [...text].filter(
            (_, at) => stringWidth([...text].slice(0, at + 1).join('')) <= column,
          );
          expect(field.before.endsWith(left.join(''))).toBe(true);
        },
      ),
    );
  });

  it('what is offered gives way to what is typed, and stays where it is only edited', () => {
    expect(textOf(after([{ text: '9' }], offered('14')))).toBe('9');
    expect(textOf(after([{ key: 'backspace' }, { text: '9' }], offered('14')))).toBe('19');
    expect(textOf(after([{ key: 'left' }, { text: '9' }], offered('14')))).toBe('194');
  });

  it('a key that is none of the field is left to others', () => {
    expect(edit(offered(), { key: 'up' })).toBeUndefined();
    expect(edit(offered(), { key: 'enter' })).toBeUndefined();
  });
});

describe('a paste', () => {
  it('is its first line that says something, without the line end that came along', () => {
    expect(pasted('jun\n')).toBe('jun');
    expect(pasted('\r\n  jun  \r\nmina')).toBe('jun');
    expect(pasted('\n\n')).toBe('');
  });

  it('brings no control characters', () => {
    expect(pasted('j\u001b[31mun\u0007')).toBe('j[31mun');
  });
});
