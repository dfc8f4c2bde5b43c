import { budgetNotifications } from './alerts.ts';
import { budgetOperations } from './budget-operations.ts';
import { subscribers } from './subscribers.ts';

export const operations = {
  ...budgetNotifications,
  ...budgetOperations,
  ...subscribers,
};
