import { Damaged } from './check-responses.ts';
import type { Output } from './client.ts';

const HTTP_OK = 200;

const isPlain = (value: unknown): value is object =>
  value !== null &&
  typeof value === 'object' &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

/**
 * No list of AWS's has an entry that is `null`; the SDK passes one on as it is. An entry without members may well be meant.
 *
 * @throws Damaged if any list in the output has such an entry
 */
export function refuseEmptyEntries(output: Output): Output {
  // Without recursion: nothing limits how deep an answer that is not AWS's goes.
  const rest: object[] = [output];
  for (let value = rest.pop(); value; value = rest.pop()) {
    const parts = Object.values(value);
    if (Array.isArray(value) && parts.some(isEmpty)) throw new Damaged(HTTP_OK);
    for (const part of parts) if (isPlain(part)) rest.push(part);
  }
  return output;
}

const isEmpty = (entry: unknown): boolean => entry === null || entry === undefined;
