import { edit, type Field, textOf } from './edit.ts';
import { type InputEvent, isKey } from './input-events.ts';

const DIGITS = 6;

/** Two codes of six digits, the index of the one that is being typed, and how many of its digits are behind the cursor. */
export interface TwoCodes {
  codes: [string, string];
  at: 0 | 1;
  behind: number;
}

export const NO_CODES: TwoCodes = { codes: ['', ''], at: 0, behind: 0 };
export const isFull = (code: string): boolean => code.length === DIGITS;

/**
 * The codes after a key, or `undefined` if the key does not belong to them. A digit typed at the end of a full code starts that
 * code again; on the first code it clears the second too. `accepted` tells whether the completed first code is good enough to
 * go on to the second.
 */
export function type(
  state: TwoCodes,
  input: InputEvent,
  accepted: (first: string) => boolean,
): TwoCodes | undefined {
  const { codes, at } = state;
  const digits = 'key' in input ? '' : 'text' in input ? input.text : input.paste;
  if (/\d/.test(digits)) {
    return digits
      .replace(/\D/g, '')
      .split('')
      .reduce((now, digit) => add(now, digit, accepted), state);
  }
  if ('text' in input) return undefined;
  if ('paste' in input) return state;
  if (isKey(input, 'up') || (at === 1 && isKey(input, 'backTab')))
    return { codes, at: 0, behind: 0 };
  if (isKey(input, 'down', 'tab')) return { codes, at: 1, behind: 0 };
  const erases = isKey(input, 'backspace', 'eraseWord');
  const place = at === 1 && codes[1] === '' && erases ? 0 : at;
  const edited = edit(
    fieldAt({ codes, at: place, behind: place === at ? state.behind : 0 }),
    input,
  );
  return edited && withCode(state, place, textOf(edited), edited.after.length);
}

/** If the first code changes, the second no longer follows it. */
function withCode({ codes }: TwoCodes, at: 0 | 1, code: string, behind: number): TwoCodes {
  const [first, second] = codes;
  if (at === 1) return { codes: [first, code], at, behind };
  return { codes: [code, code === first ? second : ''], at, behind };
}

function fieldAt({ codes, at, behind }: TwoCodes): Field {
  const code = codes[at];
  const cursor = code.length - behind;
  return { before: code.slice(0, cursor), after: code.slice(cursor), fresh: false };
}

/** In the middle of a full code, a digit takes the place of the one at the cursor. */
function add(state: TwoCodes, digit: string, accepted: (first: string) => boolean): TwoCodes {
  const { at } = state;
  const { before, after } = fieldAt(state);
  const isWhole = isFull(before + after);
  const rest = isWhole ? after.slice(1) : after;
  const code = isWhole && after === '' ? digit : before + digit + rest;
  const next = withCode(state, at, code, rest.length);
  return at === 0 && isFull(code) && accepted(code)
    ? { codes: next.codes, at: 1, behind: 0 }
    : next;
}
