import { expect, it } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import type { AccountPlan } from '../../../src/practice/state/account-state.ts';
import { frozenAccount } from '../../support/clients.ts';

const FREE: AccountPlan = {
  type: 'FREE',
  status: 'ACTIVE',
  credits: 100,
  ends: '2027-05-20T00:00:00.000Z',
};

function planOf(plan?: AccountPlan) {
  const { practice, state } = frozenAccount();
  if (plan) state.plan = plan;
  const { reads } = connect(
    // A region of Europe: the service has one endpoint, in us-east-1.
    {
      credentials: async () => practice.credentials,
      region: 'eu-west-1',
      install: practice.install,
    },
    { sleep: async () => undefined },
  );
  return reads().find('freetier', 'GetAccountPlanState', {});
}

it.each<[string, AccountPlan, object]>([
  [
    'the FREE plan with credits left',
    FREE,
    {
      accountPlanType: 'FREE',
      accountPlanStatus: 'ACTIVE',
      accountPlanRemainingCredits: { amount: 100, unit: 'USD' },
      accountPlanExpirationDate: new Date('2027-05-20T00:00:00.000Z'),
    },
  ],
  [
    'the FREE plan that has ended',
    { ...FREE, status: 'EXPIRED', credits: 0 },
    { accountPlanStatus: 'EXPIRED', accountPlanRemainingCredits: { amount: 0 } },
  ],
  ['the paid plan', { type: 'PAID', status: 'ACTIVE' }, { accountPlanType: 'PAID' }],
])('an account answers that it is on %s', async (_, plan, answer) => {
  expect(await planOf(plan)).toMatchObject(answer);
});

// Recorded: accounts that were made before 2025-07-15, and some projects.
it('an account without a plan answers that there is none', async () => {
  expect(await planOf()).toBeUndefined();
});
