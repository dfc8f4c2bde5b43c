import type { Subscriber } from '@aws-sdk/client-budgets';
import type { Alert } from '../../fresh-account.ts';
import type { Table } from '../operation-table.ts';
import { page } from './budgets-page.ts';
import {
  absent,
  alertOf,
  budgetOf,
  checkedSubscribers,
  isSameSubscriber,
  twice,
} from './find-budget.ts';

export const subscribers = {
  DescribeSubscribersForNotification({ Notification, ...input }, { state }) {
    const alert = alertOf(budgetOf(state, input), Notification);
    const { items, more } = page(alert.subscribers, input);
    return { Subscribers: items, ...more };
  },

  CreateSubscriber({ Notification, Subscriber, ...input }, { state }) {
    const alert = alertOf(budgetOf(state, input), Notification);
    const added = checked(Subscriber);
    if (has(alert, added)) throw twice(`${added.Address} is a subscriber already.`);
    alert.subscribers = checkedSubscribers([...alert.subscribers, added]);
    return {};
  },

  UpdateSubscriber({ Notification, OldSubscriber, NewSubscriber, ...input }, { state }) {
    const alert = alertOf(budgetOf(state, input), Notification);
    const before = known(alert, checked(OldSubscriber));
    const after = checked(NewSubscriber);
    if (has(alert, after)) throw twice(`${after.Address} is a subscriber already.`);
    alert.subscribers = checkedSubscribers(
      alert.subscribers.map((one) => (one === before ? after : one)),
    );
    return {};
  },

  /** The notification goes with its last subscriber. */
  DeleteSubscriber({ Notification, Subscriber, ...input }, { state }) {
    const budget = budgetOf(state, input);
    const alert = alertOf(budget, Notification);
    const gone = known(alert, checked(Subscriber));
    alert.subscribers = alert.subscribers.filter((one) => one !== gone);
    budget.alerts = budget.alerts.filter((one) => one.subscribers.length > 0);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-budgets')>;

type Known = Alert['subscribers'][number];

function checked(given: Subscriber | undefined): Known {
  const [subscriber] = checkedSubscribers(given ? [given] : []);
  return subscriber as Known;
}

const has = (alert: Alert, wanted: Known): boolean =>
  alert.subscribers.some((one) => isSameSubscriber(one, wanted));

function known(alert: Alert, wanted: Known): Known {
  const subscriber = alert.subscribers.find((one) => isSameSubscriber(one, wanted));
  if (!subscriber) throw absent(`${wanted.Address} is not a subscriber.`);
  return subscriber;
}
