import { Blocked } from '../engine/errors.ts';
import type { Reads } from '../engine/step.ts';
import type { Looked, SentRead } from '../reports/controls-report/answer.ts';

/** The same reads, and what was read with them. */
export function recordReads(reads: Reads): { reads: Reads; looked(): Looked } {
  const sent = new Map<string, SentRead>();
  const recorded = (look: Reads['find']): Reads['find'] =>
    (async (...request) => {
      const [service, operation, , region] = request;
      const one = sentRead(sent, service, operation);
      one.times++;
      if (region && !one.regions.includes(region)) one.regions.push(region);
      try {
        return await look(...request);
      } catch (error) {
        if (error instanceof Blocked) one.failure = error.text;
        throw error;
      }
    }) as Reads['find'];
  return {
    reads: {
      read: recorded(reads.read as Reads['find']) as Reads['read'],
      find: recorded(reads.find),
      clock: reads.clock,
    },
    looked: () => ({ reads: [...sent.values()], at: reads.clock() }),
  };
}

function sentRead(sent: Map<string, SentRead>, service: string, operation: string): SentRead {
  const key = `${service} ${operation}`;
  const known = sent.get(key) ?? { service, operation, times: 0, regions: [] };
  sent.set(key, known);
  return known;
}
