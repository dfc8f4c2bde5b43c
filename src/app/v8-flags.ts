import { setFlagsFromString } from 'node:v8';

/**
 * Has Node collect what is no longer needed sooner: a parser of XML leaves much behind, and Node would rather grow. Without it, a review of
 * 5,000 users takes 90 MiB more, and a walk 35. V8 reads the flags whenever it is about to grow.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
  // Of so small a space, a second thread takes longer to wake than to help, and a key waits for it.
  setFlagsFromString('--no-parallel-scavenge');
}

/**
 * Has V8 optimize no function. In a walk each is called too seldom: to optimize them takes a quarter of the processor's time, and 15 MiB.
 * Only an account of a thousand users would gain by it.
 */
export function leaveUnoptimized(): void {
  setFlagsFromString('--no-opt');
}
