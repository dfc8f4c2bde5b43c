import type { RunContext } from '../engine/step.ts';

/** Waits that end early as soon as the owner stops. */
export function sleeper(quit: AbortSignal): RunContext['sleep'] {
  return (ms, signal) =>
    new Promise((resolve) => {
      const signals = signal ? [quit, signal] : [quit];
      const wake = () => {
        clearTimeout(timer);
        for (const signal of signals) signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      for (const signal of signals) {
        if (signal.aborted) wake();
        else signal.addEventListener('abort', wake);
      }
    });
}
