import { describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { NOW, runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket, giveTrail } from '../../support/accounts/trails.ts';

describe('the trail beside foreign resources', () => {
  it('is blocked if the chosen bucket belongs to another account', async () => {
    const state = freshAccount(NOW);
    giveBucket(state, 'taken', { owner: '444455556666' });
    const answers = { 'cloudtrail.bucket': 'taken' };
    const { rows, writes } = await runSteps(state, [cloudtrail], { answers });
    expect(rows).toMatchObject([{ state: 'blocked', fix: [{}, {}] }]);
    expect(rows[0]?.message && say(rows[0].message)).toContain('taken: it belongs to somebody');
    expect(writes).toEqual([]);
  });

  it('is not made, nor its bucket, if an organization’s trail is good', async () => {
    const state = freshAccount(NOW);
    giveTrail(state, { organization: '444455556666', bucket: 'central-logs', region: 'eu-west-1' });
    const { rows, writes } = await runSteps(state, [cloudtrail], {});
    expect(rows).toMatchObject([{ state: 'secure' }]);
    expect(writes).toEqual([]);
  });
});
