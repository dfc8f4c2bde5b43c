import type { Request } from '../aws/operations.ts';
import type { Change } from './step.ts';

/** The calls that a change would send: none where only the owner can make it. */
export function requestsOf(change: Change): Request[] {
  if (change.kind === 'call') return [change];
  return change.kind === 'exchange' ? change.calls : [];
}
