import { normalized } from '../trail/bucket-policy.ts';
import type { Statement } from './policy-document.ts';

/** Equal texts for policies that say the same, in whatever order and with whatever ids. */
export const meaningOf = (all: Statement[]): string =>
  all
    .map((one) => normalized(one as never))
    .sort()
    .join();
