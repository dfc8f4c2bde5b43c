import type { Table } from '../operation-table.ts';
import { page } from './budgets-page.ts';
import {
  alertOf,
  budgetOf,
  checkedNotification,
  checkedSubscribers,
  full,
  isSame,
  twice,
} from './find-budget.ts';

/** AWS's pages say five in one place and ten in two. */
export const ALERTS_MAX = 10;

export const alerts = {
  DescribeNotificationsForBudget(input, { state }) {
    const { items, more } = page(budgetOf(state, input).alerts, input);
    return {
      Notifications: items.map(({ notification }) => ({
        ...notification,
        NotificationState: 'OK' as const,
      })),
      ...more,
    };
  },

  CreateNotification({ Notification, Subscribers, ...input }, { state }) {
    const budget = budgetOf(state, input);
    const notification = checkedNotification(Notification);
    const subscribers = checkedSubscribers(Subscribers);
    if (budget.alerts.some((other) => isSame(other.notification, notification))) {
      throw twice('The notification already exists.');
    }
    if (budget.alerts.length >= ALERTS_MAX) throw full(`More than ${ALERTS_MAX} notifications.`);
    budget.alerts.push({ notification, subscribers });
    return {};
  },

  DeleteNotification({ Notification, ...input }, { state }) {
    const budget = budgetOf(state, input);
    const alert = alertOf(budget, Notification);
    budget.alerts = budget.alerts.filter((other) => other !== alert);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-budgets')>;
