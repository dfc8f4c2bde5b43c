import { beforeAll, describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { steps } from '../../../steps/index.ts';
import { NOW, runSteps } from '../../support/accounts/run-steps.ts';
import { rounds } from '../../support/aws/rounds.ts';

/** One whose CloudTrail shows at once what happened. */
const account = () => ({ ...freshAccount(NOW), evidenceDelay: 0 });

// The network is what a run waits for: for each write, and for each read that needs the answer of another. These are the
// numbers of today: whoever makes them smaller, makes the program faster.
describe('all steps, on a fresh account', () => {
  // What is loaded at the first call of a service is waited for too, and is no round.
  beforeAll(() => runSteps(account(), steps, { observeOnly: true }));

  it('are surveyed by 15 reads, of which no more than 3 wait for one another', async () => {
    const waits = rounds();
    const { calls, writes } = await runSteps(account(), steps, {
      observeOnly: true,
      beforeCall: waits.hold,
    });
    expect([calls.length, writes]).toEqual([15, []]);
    expect(waits.count()).toBe(3);
  });

  it('are secured by 20 writes, and the network is waited for no more than 105 times', async () => {
    const waits = rounds();
    const { calls, writes } = await runSteps(account(), steps, { beforeCall: waits.hold });
    expect(writes.length).toBe(20);
    expect(calls.length).toBeLessThanOrEqual(251);
    expect(waits.count()).toBeLessThanOrEqual(105);
  });
});
