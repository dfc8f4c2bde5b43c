import { masked } from '../../text/masked.ts';

const ADDRESS = /[^\s@<>()[\]{},;:"'/\\=`|]+@[^\s@<>()[\]{},;:"'/\\=`|]+/gu;

/** A document whose e-mail addresses can be recognised, but not read. Evidence comes with other personal data masked already. */
export function withMaskedAddresses<T>(value: T): T {
  if (typeof value === 'string') return value.replace(ADDRESS, masked) as T;
  if (Array.isArray(value)) return value.map(withMaskedAddresses) as T;
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value);
  return Object.fromEntries(members.map((member) => withMaskedAddresses(member))) as T;
}
