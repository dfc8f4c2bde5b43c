import { alerts } from './budgets/alerts.ts';
import { limits } from './budgets/budget-operations.ts';
import { subscribers } from './budgets/subscribers.ts';

export const budgets = {
  ...alerts,
  ...limits,
  ...subscribers,
};
