import type { Table } from '../operation-table.ts';
import { budgetsPage } from './budgets-page.ts';
import {
  checkedNotification,
  checkedSubscribers,
  creationLimitExceeded,
  duplicateRecord,
  findBudget,
  isSameNotification,
} from './find-budget.ts';

/** Notifications per budget. AWS's pages say five in one place and ten in two. */
export const ALERTS_MAX = 10;

export const budgetNotifications = {
  DescribeNotificationsForBudget(input, { state }) {
    const { items, more } = budgetsPage(findBudget(state, input).alerts, input);
    return {
      Notifications: items.map(({ notification }) => ({
        ...notification,
        NotificationState: 'OK' as const,
      })),
      ...more,
    };
  },

  CreateNotification({ Notification, Subscribers, ...input }, { state }) {
    const budget = findBudget(state, input);
    const notification = checkedNotification(Notification);
    const subscribers = checkedSubscribers(Subscribers);
    if (budget.alerts.some((other) => isSameNotification(other.notification, notification))) {
      throw duplicateRecord('The notification already exists.');
    }
    if (budget.alerts.length >= ALERTS_MAX)
      throw creationLimitExceeded(`More than ${ALERTS_MAX} notifications.`);
    budget.alerts.push({ notification, subscribers });
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-budgets')>;
