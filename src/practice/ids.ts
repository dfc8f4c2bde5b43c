import { randomBytes } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** One character per byte: the three upper bits of each byte are dropped. */
export const base32 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => BASE32[byte % 32]).join('');

/** The bytes of a Base32 text without padding. */
export function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (character) =>
    BASE32.indexOf(character).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}

/** Random characters of base32. */
export const randomBase32 = (characters: number): string => base32(randomBytes(characters));

/** An id in AWS's form: a prefix for the kind (AIDA for a user, AGPA for a group), then 17 characters. */
export const newId = (prefix: 'AIDA' | 'AGPA' | 'AROA' | 'ANPA' | 'AIPA'): string =>
  prefix + randomBase32(17);

/** An access key id: one character shorter than other ids. */
export const newKeyId = (prefix: 'AKIA' | 'ASIA'): string => prefix + randomBase32(16);
