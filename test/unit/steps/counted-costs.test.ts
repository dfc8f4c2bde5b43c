import type { Budget as AwsBudget, Expression } from '@aws-sdk/client-budgets';
import { describe, expect, it } from 'vitest';
import { countedCosts, grossCosts } from '../../../steps/budgets/counted-costs.ts';
import {
  type BudgetFixture,
  EARLY_BUDGET,
  FOREIGN_BUDGET,
  KIM,
  LEE,
  runBillingAlerts,
  WITHOUT_CREDITS,
  ZERO_SPEND_BUDGET,
} from '../../support/accounts/budgets.ts';

const recordTypes = (...Values: string[]): Expression => ({
  Dimensions: { Key: 'RECORD_TYPE', Values },
});
const NO_CREDITS: Expression = { Not: recordTypes('Credit', 'Refund') };
const ONE_SERVICE: Expression = { Dimensions: { Key: 'SERVICE', Values: ['Amazon S3'] } };
const present = (
  FilterExpression?: Expression,
  Metrics: AwsBudget['Metrics'] = ['UnblendedCost'],
): Partial<AwsBudget> => ({ CostTypes: undefined, Metrics, FilterExpression });
/** As AWS returns it for a budget of the console in 2023. */
const CONSOLE_2023 = {
  CostTypes: {
    IncludeTax: true,
    IncludeSubscription: true,
    UseBlended: false,
    ...WITHOUT_CREDITS,
    IncludeUpfront: true,
    IncludeRecurring: true,
    IncludeOtherSubscription: true,
    IncludeSupport: true,
    IncludeDiscount: true,
    UseAmortized: false,
  },
  CostFilters: {},
};

describe('a budget of the whole bill', () => {
  it.each<[string, Partial<AwsBudget>]>([
    ['the console’s templates make today', present(NO_CREDITS)],
    ['the console’s templates made in 2023', CONSOLE_2023],
    [
      'Terraform makes with one filter expression in another',
      present({ And: [{ Not: recordTypes('Credit') }, { Not: recordTypes('Refund') }] }),
    ],
    [
      'Terraform makes with a choice that is turned round',
      present({ Not: { Or: [recordTypes('Credit'), recordTypes('Refund')] } }),
    ],
    [
      'a script makes over amortized costs, and without discounts',
      present({ Not: recordTypes('Credit', 'Refund', 'EdpDiscount', 'SavingsPlanNegation') }, [
        'NetAmortizedCost',
      ]),
    ],
    [
      'AWS returns with the way in which it compares',
      present({
        Not: {
          Dimensions: {
            Key: 'RECORD_TYPE',
            Values: ['Refund', 'Credit'],
            MatchOptions: ['EQUALS'],
          },
        },
      }),
    ],
  ])('counts if it is as %s', async (_, more) => {
    const budgets = [FOREIGN_BUDGET, ZERO_SPEND_BUDGET].map((one) => ({ ...one, more }));
    expect(await runBillingAlerts(budgets, {})).toMatchObject({
      writes: [],
      row: { state: 'secure' },
    });
  });

  it.each<[string, Partial<AwsBudget>]>([
    ['counts credits, for want of an expression', present()],
    ['leaves out credits alone', present({ Not: recordTypes('Credit') })],
    ['counts credits and refunds alone', present(recordTypes('Credit', 'Refund'))],
    ['leaves out tax', present({ Not: recordTypes('Credit', 'Refund', 'Tax') })],
    ['counts usage alone, so that support goes unseen', present(recordTypes('Usage'))],
    ['counts one service', present(ONE_SERVICE)],
    ['counts one service without credits', present({ And: [NO_CREDITS, ONE_SERVICE] })],
    ['counts all but one service', present({ And: [NO_CREDITS, { Not: ONE_SERVICE }] })],
    ['counts one tag', present({ And: [NO_CREDITS, { Tags: { Key: 'team', Values: ['a'] } }] })],
    [
      'counts one cost category',
      present({ And: [NO_CREDITS, { CostCategories: { Key: 'team', Values: ['a'] } }] }),
    ],
    [
      'compares in a way that is not known here',
      present({
        Not: {
          Dimensions: {
            Key: 'RECORD_TYPE',
            Values: ['Credit', 'Refund'],
            MatchOptions: ['STARTS_WITH'],
          },
        },
      }),
    ],
    ['has an expression of two things at once', present({ ...NO_CREDITS, ...ONE_SERVICE })],
    ['counts hours', present(NO_CREDITS, ['Hours'])],
    ['has no metric, as Terraform 6.33 made it', present(NO_CREDITS, [])],
  ])('does not count if it %s', async (_, more) => {
    const { writes, row } = await runBillingAlerts([{ ...FOREIGN_BUDGET, more }, EARLY_BUDGET]);
    expect([row.state, writes]).toEqual(['secure', ['CreateBudget']]);
  });
});

describe('our own budget that the console has saved in its present form', () => {
  const OURS: BudgetFixture[] = [{}, EARLY_BUDGET];
  const saved = (more: Partial<AwsBudget>) => OURS.map((one) => ({ ...one, more }));

  it('is left alone if it still counts the whole bill', async () => {
    const { writes, row } = await runBillingAlerts(saved(present(NO_CREDITS)));
    expect([row.state, writes]).toEqual(['secure', []]);
  });

  it('is left alone with what its owner left out', async () => {
    const expression = { Not: recordTypes('Credit', 'Refund', 'Tax') };
    expect((await runBillingAlerts(saved(present(expression)))).writes).toEqual([]);
  });

  it('is changed in that form if it counts credits', async () => {
    const noTax = { Not: recordTypes('Tax') };
    const { state, row } = await runBillingAlerts([
      { more: present(noTax), emails: [KIM, LEE] },
      EARLY_BUDGET,
    ]);
    expect(row.state).toBe('secure');
    expect(state.budgets[0]?.definition).toMatchObject({
      Metrics: ['UnblendedCost'],
      FilterExpression: { And: [noTax, NO_CREDITS] },
    });
    expect(state.budgets[0]?.definition).not.toHaveProperty('CostTypes');
  });

  it.each<[string, Partial<AwsBudget>]>([
    ['one service', present(ONE_SERVICE)],
    ['hours', present(undefined, ['Hours'])],
    ['nothing, for want of a metric', present(NO_CREDITS, [])],
  ])('counts the whole bill again if it counted %s', (_, members) => {
    expect(countedCosts(grossCosts(members))).toEqual({
      wholeBill: true,
      everyCharge: true,
      creditsLeftOut: true,
    });
  });
});
