import { describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import type { Fault } from '../../support/accounts/faults.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveTrail } from '../../support/accounts/trails.ts';

const ORGANIZATION = '444455556666';
const UNREADABLE = 'the settings cannot be read from here';

/** A member account that sees the trail of its organization, as AWS shows it there. */
function memberAccount() {
  const state = freshAccount(NOW);
  giveTrail(state, { name: 'main', organization: ORGANIZATION, bucket: 'central-logs' });
  return state;
}

const observed = (state: ReturnType<typeof freshAccount>, fault?: Fault) =>
  runSteps(state, [cloudtrail], { observeOnly: true, ...(fault && { fault }) });

describe('the trail beside foreign resources', () => {
  it('is neither absent nor good if its organization’s selectors cannot be read: the owner is asked about a copy', async () => {
    const { rows } = await observed(memberAccount());
    expect(rows).toMatchObject([{ state: 'pending' }]);
    expect(rows[0]?.status && say(rows[0].status)).toBe(`main: ${UNREADABLE}`);
    const start = rows[0]?.changes.at(-1);
    expect(start).toMatchObject({ operation: 'StartLogging', danger: true });
    expect(start?.diff?.flat().map(say).join(' ')).toContain('main may record them too');
  });

  it('is neither absent nor good if nobody may ask whether its organization’s records', async () => {
    const { rows } = await runSteps(memberAccount(), [cloudtrail], {
      observeOnly: true,
      deniedOperation: 'GetTrailStatus',
    });
    expect(rows).toMatchObject([{ state: 'pending' }]);
    expect(rows[0]?.status && say(rows[0].status)).toBe(`main: ${UNREADABLE}`);
  });

  it('is secure by an own good trail, and the unknown one is named', async () => {
    const state = memberAccount();
    giveTrail(state, {});
    const { rows, writes } = await runSteps(state, [cloudtrail], {});
    expect(rows).toMatchObject([{ state: 'secure' }]);
    expect(rows[0]?.status && say(rows[0].status)).toContain(`main: ${UNREADABLE}`);
    expect(writes).toEqual([]);
  });

  it('is secure by an own good trail if the one of another region may not be read', async () => {
    const state = freshAccount(NOW);
    giveTrail(state, {});
    giveTrail(state, { name: 'old', region: 'eu-west-1', everywhere: false, bucket: 'old-logs' });
    // The region was switched off, and knows no credentials any more.
    state.regions = state.regions.filter((region) => region !== 'eu-west-1');
    const { rows } = await observed(state);
    expect(rows).toMatchObject([{ state: 'secure' }]);
    expect(rows[0]?.status && say(rows[0].status)).toContain(`old: ${UNREADABLE}`);
  });

  it('is blocked if an own trail of this region may not be read', async () => {
    const state = freshAccount(NOW);
    giveTrail(state, {});
    const run = await runSteps(state, [cloudtrail], {
      observeOnly: true,
      deniedOperation: 'GetEventSelectors',
    });
    expect(run.rows).toMatchObject([{ state: 'blocked' }]);
  });
});
