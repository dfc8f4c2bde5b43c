import { edit, offered } from './edit.ts';
import { type InputEvent, isKey } from './input-events.ts';

const DIGITS = 6;

/** Two codes of six digits, and the index of the one that is being typed. */
export interface TwoCodes {
  codes: [string, string];
  at: 0 | 1;
}

export const NO_CODES: TwoCodes = { codes: ['', ''], at: 0 };
export const isFull = (code: string): boolean => code.length === DIGITS;

/**
 * The codes after a key, or `undefined` if the key does not belong to them. A digit typed on a full code starts that code
 * again; on the first code it clears the second too. `accepted` tells whether the completed first code is good enough to go
 * on to the second.
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
  if ('paste' in input) return state;
  if (isKey(input, 'up')) return { codes, at: 0 };
  if (isKey(input, 'down', 'tab')) return { codes, at: 1 };
  if (!isKey(input, 'backspace', 'delete')) return undefined;
  const place = at === 1 && codes[1] === '' ? 0 : at;
  const { before } = edit(offered(codes[place]), { key: 'backspace' }) ?? { before: '' };
  return { codes: place === 0 ? [before, ''] : [codes[0], before], at: place };
}

function add(
  { codes, at }: TwoCodes,
  digit: string,
  accepted: (first: string) => boolean,
): TwoCodes {
  const [first, second] = codes;
  if (at === 1) return { codes: [first, isFull(second) ? digit : second + digit], at };
  const longer = isFull(first) ? digit : first + digit;
  return { codes: [longer, ''], at: isFull(longer) && accepted(longer) ? 1 : 0 };
}
