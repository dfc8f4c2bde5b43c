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
