import { Blocked } from '../engine/errors.ts';
import type { Reads } from '../engine/step.ts';
import type { Output } from './client.ts';
import { ABSENCE_CODES, type Request } from './operations.ts';

/** The reads of one survey: equal ones share a call. */
export function readsOf(call: (request: Request) => Promise<Output>, clock: () => number): Reads {
  const shared = new Map<string, Promise<Output>>();
  const read = (service: string, operation: string, input: object, region?: string) => {
    const request = { service, operation, input, ...(region && { region }) };
    const key = JSON.stringify(request);
    const known = shared.get(key) ?? call(request as unknown as Request);
    shared.set(key, known);
    return known;
  };
  const find = async (...request: Parameters<typeof read>) => {
    const [service, operation] = request;
    const codes = absenceCodes(service, operation);
    try {
      return await read(...request);
    } catch (error) {
      if (error instanceof Blocked && codes.includes(error.code ?? '')) return undefined;
      throw error;
    }
  };
  return { read, find, clock } as unknown as Reads;
}

/** @throws if ABSENCE_CODES does not have the operation */
function absenceCodes(service: string, operation: string): string[] {
  const listed: Record<string, Record<string, string[]>> = ABSENCE_CODES;
  const codes = listed[service]?.[operation];
  if (!codes) throw new Error(`${service} ${operation} is not in ABSENCE_CODES`);
  return codes;
}
