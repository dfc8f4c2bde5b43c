import { levelOf, rangesOf } from './ip-ranges.ts';
import type { Opening, OwnedRule } from './openings.ts';

/** Everyone, perhaps: `isSure` tells. */
export const isForEveryone = ({ who }: Pick<Opening, 'who'>): boolean =>
  levelOf(who.maybe) === 'everyone';

export const isSure = ({ who }: Pick<Opening, 'who'>): boolean => levelOf(who.sure) === 'everyone';

/** By the lengths of their ranges alone, which is quick. What cannot be read may be for everyone. */
export function mayBeForEveryone(rules: OwnedRule[]): boolean {
  let v4 = 0;
  let v6 = 0;
  for (const { source, isEgress } of rules.map(({ rule }) => rule)) {
    if (isEgress || source.startsWith('sg-')) continue;
    const [, length] = source.split('/');
    if (length === undefined || !rangesOf(source)) return true;
    if (source.includes(':')) v6 += 2 ** -Number(length);
    else v4 += 2 ** -Number(length);
  }
  return v4 >= 2 ** -8 || v6 >= 2 ** -16;
}
