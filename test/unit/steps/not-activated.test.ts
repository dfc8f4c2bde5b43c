import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import { steps } from '../../../steps/index.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { exampleAnswers } from '../../support/owner/unattended.ts';

const blockedIn = (rows: Row[]) => rows.filter(({ state }) => state === 'blocked');

describe('an account that AWS has not activated yet', () => {
  it('is secured as far as IAM goes, and the rest leads to the registration', async () => {
    const state = { ...newAccount(), activation: 'PENDING_ACTIVATION' as const };
    const { rows } = await runSteps(state, steps, { answers: await exampleAnswers() });
    const stateOf = (wanted: string) => rows.find(({ id }) => id === wanted)?.state;
    for (const id of ['root-mfa', 'password-policy', 'admin-user', 'admin-mfa']) {
      expect([id, stateOf(id)]).toEqual([id, 'secure']);
    }
    const blocked = blockedIn(rows);
    expect(blocked.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['cloudtrail', 'billing-alerts']),
    );
    for (const { message, fix = [] } of blocked) {
      expect(message && say(message)).toMatch(
        /AWS has not activated this account for [\w-]+:\w+ yet/,
      );
      const advice = fix.map(say).join('\n');
      expect(advice).toContain('https://portal.aws.amazon.com/billing/signup');
      expect(advice).not.toMatch(/administrator|root user|permissions/);
    }
  });

  it('goes on where it stopped once AWS has activated it', async () => {
    const answers = await exampleAnswers();
    const state = { ...newAccount(), activation: 'PENDING_ACTIVATION' as 'ACTIVE' };
    await runSteps(state, steps, { answers });
    state.activation = 'ACTIVE';
    const { rows } = await runSteps(state, steps, { answers });
    expect(blockedIn(rows)).toEqual([]);
  });
});
