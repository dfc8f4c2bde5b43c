/**
 * The work's own outcome, or `Leave('quit')` as soon as the owner stops. For work that changes nothing: nobody waits for
 * it any more, but it goes on until the process ends.
 */
export function abortable<T>(work: Promise<T>, quit: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(quit.reason);
    if (quit.aborted) stop();
    quit.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => quit.removeEventListener('abort', stop));
  });
}
