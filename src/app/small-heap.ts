import { setFlagsFromString } from 'node:v8';

/**
 * Has Node collect what is no longer needed sooner: a parser of XML leaves much behind, and Node would rather grow. Without it, a review of
 * 5,000 users takes 90 MiB more. V8 reads both flags whenever it is about to grow.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}
