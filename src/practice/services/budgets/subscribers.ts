import type { Subscriber } from '@aws-sdk/client-budgets';
import type { Alert } from '../../state/account-state.ts';
import type { Table } from '../operation-table.ts';
import { budgetsPage } from './budgets-page.ts';
import {
  checkedSubscribers,
  duplicateRecord,
  findAlert,
  findBudget,
  isSameSubscriber,
  notFound,
} from './find-budget.ts';

export const subscribers = {
  DescribeSubscribersForNotification({ Notification, ...input }, { state }) {
    const alert = findAlert(findBudget(state, input), Notification);
    const { items, more } = budgetsPage(alert.subscribers, input);
    return { Subscribers: items, ...more };
  },

  CreateSubscriber({ Notification, Subscriber, ...input }, { state }) {
    const alert = findAlert(findBudget(state, input), Notification);
    const added = checkedSubscriber(Subscriber);
    if (hasSubscriber(alert, added))
      throw duplicateRecord(`${added.Address} is a subscriber already.`);
    alert.subscribers = checkedSubscribers([...alert.subscribers, added]);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-budgets')>;

type KnownSubscriber = Alert['subscribers'][number];

function checkedSubscriber(given: Subscriber | undefined): KnownSubscriber {
  const [subscriber] = checkedSubscribers(given ? [given] : []);
  return subscriber as KnownSubscriber;
}

const hasSubscriber = (alert: Alert, wanted: KnownSubscriber): boolean =>
  alert.subscribers.some((one) => isSameSubscriber(one, wanted));

function _findSubscriber(alert: Alert, wanted: KnownSubscriber): KnownSubscriber {
  const subscriber = alert.subscribers.find((one) => isSameSubscriber(one, wanted));
  if (!subscriber) throw notFound(`${wanted.Address} is not a subscriber.`);
  return subscriber;
}
