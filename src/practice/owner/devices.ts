import { createHash } from 'node:crypto';
import { base32, randomBase32 } from '../ids.ts';
import type { Device, Tag } from '../state/account-state.ts';

export const isVirtual = ({ serial }: Device): boolean => /:mfa\//.test(serial);

export const isPasskey = ({ serial }: Device): boolean => /:u2f\//.test(serial);

/** A device with a seed of 40 random bytes as AWS makes them, 64 characters in base32. */
export const newDevice = (serial: string, tags: Tag[]): Device => ({
  serial,
  seed: randomBase32(64),
  tags,
});

/**
 * A hardware token by the number printed on it, `ABCD12345678` for instance. A real token's seed comes from the factory
 * and only AWS knows it. Here it follows from the number, so that the practice owner's token shows the right codes.
 */
export function tokenOf(serial: string): Device | undefined {
  if (!/^[A-Z]{4}\d{8}$/.test(serial)) return undefined;
  return { serial, seed: base32(createHash('sha512').update(serial).digest()), tags: [] };
}
