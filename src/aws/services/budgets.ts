import { BY_NEXT_TOKEN, type Paging } from '../all-pages.ts';

export {
  BudgetsClient as Client,
  CreateBudgetCommand as CreateBudget,
  CreateNotificationCommand as CreateNotification,
  CreateSubscriberCommand as CreateSubscriber,
  DescribeBudgetsCommand as DescribeBudgets,
  DescribeNotificationsForBudgetCommand as DescribeNotificationsForBudget,
  DescribeSubscribersForNotificationCommand as DescribeSubscribersForNotification,
  UpdateBudgetCommand as UpdateBudget,
} from '@aws-sdk/client-budgets';

export const pages: Record<string, Paging> = {
  DescribeBudgets: BY_NEXT_TOKEN,
  DescribeNotificationsForBudget: BY_NEXT_TOKEN,
  DescribeSubscribersForNotification: BY_NEXT_TOKEN,
};
