/**
 * A short number for an English sentence, so that the built program need not hold it a second time beside its translation.
 * The build fails if two translated sentences have the same one, and a test if any two have.
 *
 * @returns 24 bits: FNV-1a, folded (http://www.isthe.com/chongo/tech/comp/fnv)
 */
export function sentenceKey(en: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < en.length; at++) {
    hash = Math.imul(hash ^ en.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 24) ^ (hash & 0xffffff);
}
