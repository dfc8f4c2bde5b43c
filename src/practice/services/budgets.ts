import { budgetNotifications } from './budgets/alerts.ts';
import { budgetOperations } from './budgets/budget-operations.ts';
import { subscribers } from './budgets/subscribers.ts';

export const budgets = {
  ...budgetNotifications,
  ...budgetOperations,
  ...subscribers,
};
