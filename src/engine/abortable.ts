/**
 * Waits for work, or rejects with the signal's reason as soon as it aborts. The work itself goes on unobserved, so pass
 * work that changes nothing.
 *
 * @throws Leave('quit') if the owner stops the program: that is the reason of the program's signal
 */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
