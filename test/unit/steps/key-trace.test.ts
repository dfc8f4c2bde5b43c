import { describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { plain, say } from '../../../src/text/text.ts';
import { daysAgo, keysOf, program, steps } from '../../support/accounts/key-program.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

/** A call that the older key has signed, as CloudTrail records it. */
function record(state: PracticeState, call: { ago: number; name: string; address: string }): void {
  const [user] = state.users;
  const [key] = user?.keys ?? [];
  if (!user || !key) throw new Error('there is no key');
  state.events.push({
    id: call.name,
    at: daysAgo(call.ago),
    region: 'us-east-1',
    source: 'ec2.amazonaws.com',
    name: call.name,
    user: { id: user.id, name: user.name, accessKeyId: key.id },
    detail: { sourceIPAddress: call.address },
  });
}

async function look(state: PracticeState, deniedOperation?: string) {
  const { rows } = await runSteps(state, steps(), {
    observeOnly: true,
    ...(deniedOperation && { deniedOperation }),
  });
  const old = rows.at(-1);
  return { ...old, says: old ? say(old.status) : '' };
}

describe('the use of an old key', () => {
  it('is known by CloudTrail before IAM tells of it', async () => {
    const state = await program({ made: 100, used: 30 }, { made: 0.05, used: 0 });
    expect((await look(state)).state).toBe('pending');
    for (const ago of [9, 0.1, 4]) {
      record(state, { ago, name: `Call${ago * 10}`, address: '198.51.100.9' });
    }
    const seen = await look(state);
    expect(seen.changes).toMatchObject([{ gated: true }]);
    expect(seen.says).toContain('in CloudTrail: ec2 Call1 on ');
    expect(seen.says).toContain('from 198.51.100.9');
    expect(seen.evidence).toMatchObject({ lastCall: { call: 'ec2 Call1' }, unread: [] });
  });

  it('is unknown where CloudTrail cannot be read, and none where it shows none', async () => {
    const state = await program({ made: 100 }, { made: 1, used: 0 });
    expect((await look(state)).says).toContain('no call in us-east-1 for 90 days');
    const denied = await look(state, 'LookupEvents');
    expect(denied.says).toContain('calls there are unknown');
    expect(denied.says).not.toContain('no call');
    expect(denied.evidence).toMatchObject({ lastCall: null, unread: ['us-east-1'] });
  });

  it('is not looked up if there is no old key that works', async () => {
    const state = await program({ made: 100, used: 30, active: false }, { made: 1, used: 0 });
    const { calls } = await runSteps(state, steps(), { observeOnly: true });
    expect(calls).not.toContain('cloudtrail LookupEvents');
    expect(keysOf(state)).toHaveLength(2);
  });

  it('does nothing to a terminal, whatever its name', async () => {
    const state = await program({ made: 100 }, { made: 1, used: 0 });
    record(state, { ago: 1, name: '\u001b[2J\u202eX'.repeat(40), address: '\u0007' });
    const { says } = await look(state);
    expect(plain(says)).toBe(says);
    expect(says.length).toBeLessThan(250);
  });
});
