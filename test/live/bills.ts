import { type Budget, CreateBudgetCommand, DeleteBudgetCommand } from '@aws-sdk/client-budgets';
import { codeOf } from '../../src/aws/errors.ts';
import type { Live } from './account.ts';
import { answerTo, notTried, type Point, PREFIX, seen } from './point.ts';

const NAMES = {
  filter: `${PREFIX}-filter`,
  costTypes: `${PREFIX}-cost-types`,
  alerts: `${PREFIX}-alerts`,
};
/** Nobody spends as much: no mail is ever sent. */
const AMOUNT = 1_000_000;
const figures = (BudgetName: string): Budget => ({
  BudgetName,
  BudgetType: 'COST',
  TimeUnit: 'MONTHLY',
  BudgetLimit: { Amount: String(AMOUNT), Unit: 'USD' },
});

const remove = ({ id, ifThere }: Live, BudgetName: string) =>
  ifThere('budgets', new DeleteBudgetCommand({ AccountId: id, BudgetName }));

export const byAdministrator: Point = {
  about: 'May an administrator call Budgets while the billing console is for root alone?',
  expected: 'yes',
  async try({ id, identity, read }) {
    if (identity.kind === 'root') return notTried('sign in as an administrator who is not root');
    const answer = await answerTo(read('budgets', 'DescribeBudgets', { AccountId: id }));
    return seen(
      `DescribeBudgets: ${answer}; how the switch stands, no API tells`,
      answer === 'done',
    );
  },
};

export const filter: Point = {
  about: 'Does CreateBudget take a FilterExpression that leaves out Credit and Refund?',
  expected: 'yes; the wizard sends CostTypes, which AWS calls deprecated',
  async try({ id: AccountId, command }) {
    const Dimensions = { Key: 'RECORD_TYPE' as const, Values: ['Credit', 'Refund'] };
    const Budget: Budget = {
      ...figures(NAMES.filter),
      Metrics: ['UnblendedCost'],
      FilterExpression: { Not: { Dimensions } },
    };
    return taken(command('budgets', new CreateBudgetCommand({ AccountId, Budget })));
  },
  clean: (live) => remove(live, NAMES.filter),
};

export const form: Point = {
  about: 'In which form does DescribeBudgets tell of a budget that was made with CostTypes?',
  expected: 'CostTypes alone; if there are Metrics, the wizard goes by these',
  async try({ id: AccountId, command, read }) {
    const Budget: Budget = {
      ...figures(NAMES.costTypes),
      CostTypes: { IncludeCredit: false, IncludeRefund: false },
    };
    await command('budgets', new CreateBudgetCommand({ AccountId, Budget }));
    const asked = { AccountId, ShowFilterExpression: true };
    const { Budgets = [] } = await read('budgets', 'DescribeBudgets', asked);
    const found = Budgets.find(({ BudgetName }) => BudgetName === NAMES.costTypes);
    const members = (['CostTypes', 'CostFilters', 'Metrics', 'FilterExpression'] as const).filter(
      (member) => found?.[member] !== undefined,
    );
    return seen(members.join(', '), !found?.Metrics && found?.CostTypes?.IncludeCredit === false);
  },
  clean: (live) => remove(live, NAMES.costTypes),
};

export const alerts: Point = {
  about: 'How many notifications may a budget have: five, or ten?',
  expected: 'ten; the wizard makes four',
  async try({ id: AccountId, command }) {
    const NotificationsWithSubscribers = Array.from({ length: 10 }, (_, n) => ({
      Notification: {
        NotificationType: 'ACTUAL' as const,
        ComparisonOperator: 'GREATER_THAN' as const,
        ThresholdType: 'ABSOLUTE_VALUE' as const,
        Threshold: AMOUNT + n,
      },
      Subscribers: [{ SubscriptionType: 'EMAIL' as const, Address: 'rootlock-live@example.com' }],
    }));
    const Budget = figures(NAMES.alerts);
    return taken(
      command(
        'budgets',
        new CreateBudgetCommand({ AccountId, Budget, NotificationsWithSubscribers }),
      ),
    );
  },
  clean: (live) => remove(live, NAMES.alerts),
};

/** A refusal is an answer too. */
async function taken(sent: Promise<unknown>) {
  try {
    await sent;
    return seen('taken', true);
  } catch (error) {
    return seen(`${codeOf(error)}: ${(error as Error).message}`, false);
  }
}
