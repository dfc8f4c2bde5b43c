import { Blocked } from '../engine/errors.ts';
import type { Reads } from '../engine/step.ts';
import type { Output } from './client.ts';
import { declarationsOf, type Request, type Service } from './operations.ts';

/** The members by which a request goes from page to page. Its pages are not kept: whoever reads them so has too many. */
const PLACES = ['Marker', 'NextToken', 'ContinuationToken'];

/** The reads of one survey: equal ones share a call. */
export function readsOf(call: (request: Request) => Promise<Output>, clock: () => number): Reads {
  const shared = new Map<string, Promise<Output>>();
  const read = (service: string, operation: string, input: object, region?: string) => {
    const request = { service, operation, input, ...(region && { region }) };
    // A body can be read once.
    if (operation === 'GetObject') return call(request as unknown as Request);
    if (PLACES.some((place) => place in input)) return call(request as unknown as Request);
    const key = JSON.stringify(request);
    const known = shared.get(key) ?? call(request as unknown as Request);
    shared.set(key, known);
    return known;
  };
  const find = async (...request: Parameters<typeof read>) => {
    const [service, operation] = request;
    const codes = (await declarationsOf(service as Service)).reads[operation]?.absence;
    if (!codes) throw new Error(`${service} ${operation} declares no absence`);
    try {
      return await read(...request);
    } catch (error) {
      if (error instanceof Blocked && codes.includes(error.code ?? '')) return undefined;
      throw error;
    }
  };
  return { read, find, clock } as unknown as Reads;
}
