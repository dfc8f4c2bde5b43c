import { Blocked } from '../engine/errors.ts';
import { t } from '../text/text.ts';
import type { Output } from './client.ts';
import type { Request } from './operations.ts';

/** Milliseconds before each further try: a minute in all. Recorded: a credential report takes two seconds. */
const WAITS_MS = [500, 1000, 1500, 2000, 5000, 10_000, 20_000, 20_000];

/**
 * Asks until AWS has made what is asked for.
 *
 * @throws Blocked if that takes longer than a minute
 */
export async function onceReady(
  ask: () => Promise<Output>,
  isReady: (output: Output) => boolean,
  { service, operation }: Pick<Request, 'service' | 'operation'>,
  sleep: (ms: number) => Promise<void>,
): Promise<Output> {
  for (const wait of [...WAITS_MS, 0]) {
    const output = await ask();
    if (isReady(output)) return output;
    if (wait > 0) await sleep(wait);
  }
  throw new Blocked(
    t('AWS is not done with {action} after a minute.', { action: `${service}:${operation}` }),
    [t('Wait a minute, then run Rootlock again. It continues where it stopped.')],
    { code: 'NotReady', notYet: true },
  );
}
