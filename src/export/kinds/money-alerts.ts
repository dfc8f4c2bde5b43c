import type { AwsBudget } from '../../../steps/budgets/counted-costs.ts';
import {
  type Alert,
  isRootlockBudget,
  readBudgets,
  warningBudgets,
} from '../../../steps/budgets/warning-budgets.ts';
import type { Account } from '../../engine/step.ts';
import { t } from '../../text/text.ts';
import { call, type Find, given, type Inventory, NO_ARGUMENT } from '../inventory.ts';
import { snaked } from '../snake.ts';

/** The budgets that warn in time, and Rootlock's. */
export const warningBudgetThings: Find = (look, into) =>
  into.attempt(t('the budgets'), async () => {
    const all = await readBudgets(look);
    const { monthly, early } = warningBudgets(all);
    const chosen = all.filter((one) => one === monthly || one === early || isRootlockBudget(one));
    const { Budgets = [] } = await look.read('budgets', 'DescribeBudgets', {
      AccountId: look.account.id,
      ShowFilterExpression: true,
    });
    for (const { name, alerts } of chosen) {
      const budget = Budgets.find(({ BudgetName }) => BudgetName === name);
      if (budget) addBudget(budget, alerts, look.account, into);
    }
  });

/** The least that CloudFormation takes as a threshold. */
const LEAST = 0.1;

function addBudget(
  { CalculatedSpend: _, LastUpdatedTime: __, HealthStatus: ___, ...found }: AwsBudget,
  alerts: Alert[],
  { id: AccountId }: Account,
  into: Inventory,
): void {
  const { BudgetName = '', TimePeriod: ____, CostFilters = {}, ...rest } = found;
  const isFiltered = Object.keys(CostFilters).length > 0;
  const budget = { ...rest, ...(isFiltered && { CostFilters }) };
  const isPlain =
    !isFiltered &&
    !budget.Metrics?.length &&
    !budget.FilterExpression &&
    !budget.PlannedBudgetLimits &&
    !budget.AutoAdjustData;
  const what = t('the budget {name}', { name: BudgetName });
  const NotificationsWithSubscribers = alerts.map(({ notification, emails, topics }) => ({
    Notification: notification,
    Subscribers: [
      ...emails.map((Address) => ({ SubscriptionType: 'EMAIL' as const, Address })),
      ...topics.map((Address) => ({ SubscriptionType: 'SNS' as const, Address })),
    ],
  }));
  const isLow = alerts.some(({ notification }) => notification.Threshold < LEAST);
  if (!isPlain) into.leave(what, NO_ARGUMENT, ['terraform']);
  if (isLow) {
    into.leave(what, t('CloudFormation takes no threshold below {least}', { least: LEAST }), [
      'cloudformation',
    ]);
  }
  into.add({
    ...(isPlain && {
      terraform: [
        {
          type: 'aws_budgets_budget',
          name: BudgetName,
          importId: `${AccountId}:${BudgetName}`,
          body: given({
            name: BudgetName,
            budget_type: budget.BudgetType,
            time_unit: budget.TimeUnit,
            limit_amount: budget.BudgetLimit?.Amount,
            limit_unit: budget.BudgetLimit?.Unit,
            cost_types: snaked(budget.CostTypes),
            notification: alerts.map(({ notification, emails, topics }) => ({
              ...(snaked(notification) as object),
              subscriber_email_addresses: emails,
              subscriber_sns_topic_arns: topics,
            })),
          }),
          ignore: ['tags', 'tags_all'],
        },
      ],
    }),
    ...(!isLow && {
      stack: [
        {
          type: 'AWS::Budgets::Budget',
          name: BudgetName,
          identifier: { Id: BudgetName },
          properties: given({
            Budget: given({
              ...budget,
              BudgetName,
              BudgetLimit: budget.BudgetLimit && {
                ...budget.BudgetLimit,
                Amount: Number(budget.BudgetLimit.Amount),
              },
            }),
            NotificationsWithSubscribers,
          }),
        },
      ],
    }),
    commands: [
      call('budgets', 'CreateBudget', {
        AccountId,
        Budget: given({ BudgetName, ...budget }) as AwsBudget,
        NotificationsWithSubscribers,
      }),
    ],
  });
}
