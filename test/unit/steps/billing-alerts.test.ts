import { describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { say } from '../../../src/text/text.ts';
import billingAlerts from '../../../steps/billing-alerts.ts';
import {
  ANSWERS,
  at,
  CREDITS_OUT,
  EARLY,
  FOREIGN,
  having,
  KIM,
  LEE,
  type Made,
  on,
  run,
  STAGES,
  ZERO_SPEND,
} from '../../support/accounts/budgets.ts';
import { NOW, runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

contract(billingAlerts, {
  answers: ANSWERS,
  partiallySecured: {
    'a budget with one subscriber missing': async (_, state) => {
      await having({}, EARLY)(_, state);
      await on(state).deleteSubscriber({
        AccountId: state.id,
        BudgetName: 'rootlock-monthly',
        Notification: at(80),
        Subscriber: { SubscriptionType: 'EMAIL', Address: LEE },
      });
    },
    'a budget of our name with another amount': having({ amount: '500' }, EARLY),
    'a budget of our name without two of its alerts': having({ alerts: [at(50), at(80)] }),
    'budgets of our names that credits keep at nothing': having(
      { more: { CostTypes: {} } },
      { ...EARLY, more: { CostTypes: {} } },
    ),
    'an early warning that is not early': having({ ...EARLY, amount: '30', alerts: [at(80)] }),
    'a foreign budget that counts credits': having({ ...FOREIGN, more: { CostTypes: {} } }),
  },
  hardened: having(FOREIGN, ZERO_SPEND),
});

const planned = async (all: Made[], answers = {}) => (await run(all, answers, true)).row.changes;

describe('the billing alerts of a fresh account', () => {
  it('are two budgets, each made with its alerts and all addresses by one call', async () => {
    const changes = await planned([], ANSWERS);
    const Subscribers = [KIM, LEE].map((Address) => ({ SubscriptionType: 'EMAIL', Address }));
    const AccountId = freshAccount(NOW).id;
    expect(changes).toMatchObject([
      {
        operation: 'CreateBudget',
        input: {
          AccountId,
          Budget: {
            BudgetName: 'rootlock-monthly',
            BudgetType: 'COST',
            TimeUnit: 'MONTHLY',
            BudgetLimit: { Amount: '20', Unit: 'USD' },
            CostTypes: CREDITS_OUT,
          },
          NotificationsWithSubscribers: STAGES.map((Notification) => ({
            Notification,
            Subscribers,
          })),
        },
      },
      {
        operation: 'CreateBudget',
        input: {
          AccountId,
          Budget: { BudgetName: 'rootlock-early-warning', CostTypes: CREDITS_OUT },
          NotificationsWithSubscribers: [{ Notification: at(0.01, 'ABSOLUTE_VALUE'), Subscribers }],
        },
      },
    ]);
  });

  it('warn above 1 USD unless zero-spend is chosen, and say what sets that off', async () => {
    const [, early] = await planned([]);
    expect(early).toMatchObject({
      input: { NotificationsWithSubscribers: [{ Notification: at(1, 'ABSOLUTE_VALUE') }] },
    });
    const { early: question } = billingAlerts.questions?.({ budgets: [] }, {} as never) ?? {};
    expect(question).toMatchObject({ initial: 'above-1-usd' });
    expect(JSON.stringify(question)).toContain('log files of the trail alone do that');
  });

  it('have a placeholder for whom to warn: no address can be guessed', async () => {
    expect(JSON.stringify(await planned([]))).toContain('<billing-alerts.addresses>');
    const { addresses } = billingAlerts.questions?.({ budgets: [] }, {} as never) ?? {};
    expect(addresses).not.toHaveProperty('initial');
  });
});

describe('what is there', () => {
  it.each<[string, Made[], string[]]>([
    ['one alert is missing', [{ alerts: STAGES.slice(1) }, EARLY], ['CreateNotification']],
    [
      'one address is missing',
      [{ emails: [KIM] }, { ...EARLY, emails: [KIM, LEE] }],
      ['CreateSubscriber', 'CreateSubscriber', 'CreateSubscriber', 'CreateSubscriber'],
    ],
    ['a budget is missing', [{}], ['CreateBudget']],
    ['the amount is another', [{ amount: '500' }, EARLY], ['UpdateBudget']],
    ['nothing is missing', [{}, EARLY], []],
  ])('is brought there by the fewest calls where %s', async (_, all, writes) => {
    expect(await run(all)).toMatchObject({ writes, row: { state: 'secure' } });
  });

  it('keeps the amount that it has where no other was answered, in cents too', async () => {
    for (const amount of ['500', '12.5', '1']) {
      expect(await run([{ amount }, EARLY], {})).toMatchObject({
        writes: [],
        row: { state: 'secure' },
      });
    }
  });

  it('is changed to another amount by the owner’s own word, with what that resets', async () => {
    const { state } = await run(
      [{ amount: '500', more: { CostTypes: { IncludeTax: false } } }, EARLY],
      {},
      true,
    );
    for (const budget of state.budgets) budget.spent = '12.3';
    const { rows } = await runSteps(state, [billingAlerts], { answers: ANSWERS, looksOnly: true });
    const [change] = rows[0]?.changes ?? [];
    expect(change).toMatchObject({
      operation: 'UpdateBudget',
      danger: true,
      input: { NewBudget: { CostTypes: { ...CREDITS_OUT, IncludeTax: false } } },
    });
    expect(change?.diff?.map((row) => row.map(say))).toEqual([
      ['limit', '500 USD', '20 USD'],
      ['credits and refunds', 'hide what is spent', 'left out'],
      ['spent this month', '12.3 USD', 'counted anew, shown within a day'],
    ]);
  });

  it('shows an address that one alert has lost, also where nothing is remembered', async () => {
    const changes = await planned([{ emails: [KIM, LEE] }, { ...EARLY, emails: [KIM] }]);
    expect(changes).toMatchObject([
      { operation: 'CreateSubscriber', input: { Subscriber: { Address: LEE } } },
    ]);
  });

  it('warns no eleventh person, and knows an address in capitals', async () => {
    const ten = Array.from({ length: 10 }, (_, n) => `m${n}@example.com`);
    const all = [{ emails: ten }, { ...EARLY, emails: ten }];
    expect((await run(all)).writes).toEqual([]);
    const capitals = [{ emails: [KIM.toUpperCase(), LEE] }, EARLY];
    expect((await run(capitals)).writes).toEqual([]);
  });
});

describe('the words', () => {
  it('say in the list what would warn, or that nothing does', async () => {
    const now = async (...all: Made[]) => say((await run(all, {}, true)).row.status);
    expect(await now()).toBe('none: a stolen key could spend unseen');
    expect(await now({}, EARLY)).toBe('on the way to 20 USD a month; early, above 1 USD');
    expect(await now({ alerts: [at(50)] })).toBe(
      '20 USD a month, with 1 of 4 alerts; no early warning',
    );
    expect(await now({ more: { CostTypes: {} } })).toContain('does not count all that is spent');
    expect(await now({ ...EARLY, alerts: [at(500)] })).toContain('does not warn early');
  });

  it('say at the end who is warned of what, and that it caps nothing', async () => {
    const { row } = await run([]);
    expect(row.handover?.map((line) => line.map(say))).toEqual([
      ['your alerts', `on the way to 20 USD a month; early, above 0.01 USD, to ${KIM}, ${LEE}`],
      ['no cap', 'AWS counts up to three times a day, and stops nothing'],
    ]);
  });
});
