import type { Budget as AwsBudget } from '@aws-sdk/client-budgets';
import { describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { say } from '../../../src/text/text.ts';
import billingAlerts from '../../../steps/billing-alerts.ts';
import {
  ANSWERS,
  type BudgetFixture,
  EARLY_BUDGET,
  FOREIGN_BUDGET,
  withBudgets,
} from '../../support/accounts/budgets.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const { id } = freshAccount(NOW);
const view = (name: string): Partial<AwsBudget> => ({
  BillingViewArn: `arn:aws:billing::${id}:billingview/${name}`,
});
const NEXT_YEAR = { TimePeriod: { Start: new Date('2027-01-01'), End: new Date('2087-06-15') } };
const CASES: [string, BudgetFixture & { health?: string }, string][] = [
  ['starts next year', { more: NEXT_YEAR }, 'starts on 2027-01-01'],
  [
    'looks at a custom billing view',
    { more: view('custom-1234') },
    `counts only the billing view ${view('custom-1234').BillingViewArn}`,
  ],
  [
    'may not look at its billing view',
    { health: 'BILLING_VIEW_NO_ACCESS' },
    'AWS cannot calculate its costs: BILLING_VIEW_NO_ACCESS',
  ],
];

async function runWith(fixture: BudgetFixture & { health?: string }, observeOnly = false) {
  const state = newAccount();
  await withBudgets(fixture, EARLY_BUDGET)(undefined, state);
  const [first] = state.budgets;
  if (first && fixture.health) first.unhealthy = fixture.health;
  const { writes, rows } = await runSteps(state, [billingAlerts], {
    answers: ANSWERS,
    observeOnly,
  });
  const [row] = rows;
  if (!row) throw new Error('the step has no row');
  return { state, writes, row };
}

describe('a foreign budget that warns of nothing now', () => {
  it.each(CASES)('does not count if it %s, stays as it is, and is told of', async (_, how, why) => {
    const fixture = { ...FOREIGN_BUDGET, ...how };
    const [before] = (await runWith(fixture, true)).state.budgets;
    const { state, writes, row } = await runWith(fixture);
    // One for the month, and the addresses that the early one lacks.
    expect(row.state).toBe('secure');
    expect(writes).toEqual(['CreateBudget']);
    expect(state.budgets).toContainEqual(before);
    expect(say(row.status)).toContain(`other budgets: team (${why})`);
  });

  it('counts if it looks at the primary billing view', async () => {
    const { writes } = await runWith({ ...FOREIGN_BUDGET, more: view('primary') });
    expect(writes).toEqual([]);
  });
});

describe('our own budget that warns of nothing now', () => {
  it.each(CASES)('is mended by the owner’s word if it %s', async (_, how, why) => {
    const { row } = await runWith(how, true);
    expect(say(row.status)).toContain(`rootlock-monthly sends no alerts now: ${why}`);
    const [change] = row.changes;
    expect(change).toMatchObject({ operation: 'UpdateBudget', danger: true });
    expect(change?.diff?.map((line) => line.map(say))).toContainEqual([
      'alerts',
      why,
      'sent from now on',
    ]);
    const after = await runWith(how);
    expect([after.row.state, after.writes]).toEqual(['secure', ['UpdateBudget']]);
  });

  it('begins with this month, and keeps its end', async () => {
    const End = new Date('2028-01-01');
    const { state } = await runWith({ more: { TimePeriod: { ...NEXT_YEAR.TimePeriod, End } } });
    expect(state.budgets[0]).toMatchObject({
      start: '2026-11-01T00:00:00.000Z',
      end: End.toISOString(),
    });
  });
});
