import { createHash } from 'node:crypto';
import { base32, type Device, randomBase32, type Tag } from '../fresh-account.ts';

export const isVirtual = ({ serial }: Device): boolean => serial.startsWith('arn:');

/** 40 random bytes, as AWS gives them: 64 characters. */
export const newDevice = (serial: string, tags: Tag[]): Device => ({
  serial,
  seed: randomBase32(64),
  tags,
});

/**
 * A hardware token, by the number that is printed on it, `ABCD12345678` say. Its seed comes from the factory and is
 * AWS's to know; in here it follows from the number, so that the practice owner's token can show the right codes.
 */
export function tokenOf(serial: string): Device | undefined {
  if (!/^[A-Z]{4}\d{8}$/.test(serial)) return undefined;
  return { serial, seed: base32(createHash('sha512').update(serial).digest()), tags: [] };
}
