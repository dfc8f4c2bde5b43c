import { describe, expect, it } from 'vitest';
import { trackAccessKeys } from '../../../src/auth/track-access-keys.ts';
import type { Event } from '../../../src/engine/step.ts';

const KEY = 'AKIATHEKEY0000000001';
const OTHER = 'AKIAOTHER00000000001';

const seen = (active: boolean) =>
  ({ type: 'rows', rows: [{ accessKeys: [{ id: KEY, active }] }, {}] }) as unknown as Event;
const sent = (operation: string, AccessKeyId: string, error?: string) =>
  ({
    type: 'sent',
    sent: { request: { operation, input: { AccessKeyId } }, error },
  }) as unknown as Event;

/** The sets after these events: known, dead, inactive. */
function after(...events: Event[]): string[][] {
  const { onEvent, known, dead, inactive } = trackAccessKeys();
  for (const event of events) onEvent(event);
  return [known, dead, inactive].map((ids) => [...ids]);
}

describe('an access key', () => {
  it('is known once a step has seen it or a call has named it', () => {
    expect(after(seen(true), sent('DeleteAccessKey', OTHER))).toEqual([[KEY, OTHER], [OTHER], []]);
    expect(after(sent('GetAccessKeyLastUsed', OTHER, 'NoSuchEntity'))).toEqual([[OTHER], [], []]);
  });

  it('is inactive, by this run or before, until it is deleted or activated', () => {
    expect(after(seen(false))).toEqual([[KEY], [], [KEY]]);
    expect(after(seen(true), sent('UpdateAccessKey', KEY))).toEqual([[KEY], [KEY], [KEY]]);
    expect(after(seen(false), seen(true))).toEqual([[KEY], [], []]);
    expect(after(seen(false), sent('DeleteAccessKey', KEY))).toEqual([[KEY], [KEY], []]);
  });

  it('stays as it was if AWS refuses to delete it', () => {
    const refused = sent('DeleteAccessKey', KEY, 'AccessDenied');
    expect(after(seen(false), refused)).toEqual([[KEY], [], [KEY]]);
  });

  it('is not named by a call about something else', () => {
    const call = { request: { operation: 'CreateUser', input: { UserName: KEY } } };
    expect(after({ type: 'sent', sent: call } as unknown as Event)).toEqual([[], [], []]);
  });
});
