/**
 * A short name for an English sentence, so that the built program need not hold it a second time beside its translation.
 * The build fails if two translated sentences have the same one.
 *
 * @returns 32 bits in base 36: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv)
 */
export function sentenceKey(en: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < en.length; at++) {
    hash = Math.imul(hash ^ en.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
