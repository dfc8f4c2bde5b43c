import { step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { budgetChanges, isSameAmount } from './budgets/budget-changes.ts';
import {
  addressesQuestion,
  amountQuestion,
  defaultAmount,
  earlyNotification,
  earlyQuestion,
  MONTHLY_NOTIFICATIONS,
} from './budgets/budget-questions.ts';
import { describeInactivity, type Inactivity } from './budgets/inactive-budgets.ts';
import { inDollars } from './budgets/money.ts';
import {
  type Budget,
  budgetEvidence,
  countsGrossCosts,
  EARLY_BUDGET,
  earlyAlert,
  isRootlockBudget,
  isSameNotification,
  MONTHLY_BUDGET,
  readBudgets,
  thresholdInDollars,
  warningBudgets,
  warnsOfActualCosts,
} from './budgets/warning-budgets.ts';
import { addressesIn, knownAddress } from './shared/email.ts';

interface Seen {
  /** Every budget of the account, including those that Rootlock did not make. */
  budgets: Budget[];
  /** Where the owner hears of sign-ins. */
  offered: string | null;
}

export default step({
  id: 'billing-alerts',
  title: t('Billing alerts'),
  why: t('A stolen key runs up a bill. An email warns you before the bill comes.'),
  // AWS charges only for budgets with actions. AWS Budgets pricing.
  cost: 'free',
  controls: ['budgets'],

  observe: async (look): Promise<Seen> => ({
    budgets: await readBudgets(look),
    offered: knownAddress(look, ['sign-in-alerts.address']),
  }),

  evidence: ({ budgets }) => ({ budgets: budgets.map(budgetEvidence) }),

  status({ budgets }) {
    const { monthly, early } = warningBudgets(budgets);
    const others = budgets.filter((budget) => budget !== monthly && budget !== early);
    const names = others.map(describeOther).reduce(listed, '');
    if (!monthly && !early) {
      return names === ''
        ? t('none, so a stolen key could spend unnoticed')
        : t('none that warns you in time; found only {names}', { names });
    }
    const now = describeWarnings(monthly, early);
    return names === '' ? now : t('{now}; other budgets: {names}', { now, names });
  },

  handover({ budgets }) {
    const { monthly, early } = warningBudgets(budgets);
    const alerts = [monthly, early].flatMap((budget) => budget?.alerts ?? []);
    const to = [...new Set(alerts.flatMap(({ emails, topics }) => [...emails, ...topics]))];
    return [
      [
        t('billing alerts'),
        t('{addresses}: {warnings}', {
          warnings: describeWarnings(monthly, early),
          addresses: to.join(', '),
        }),
      ],
      [t('no limit'), t('alerts only warn: AWS never stops spending')],
    ];
  },

  mayAsk: { amount: 'number', early: 'select', addresses: 'text' },

  questions({ budgets, offered }) {
    const { monthly, early } = warningBudgets(budgets);
    const rootlockBudgets = budgets.filter(isRootlockBudget);
    const found = subscribersOf(rootlockBudgets);
    const isIncomplete = !monthly || !early || rootlockBudgets.some(isMissingAlerts);
    return {
      ...((!monthly || isRootlockBudget(monthly)) && { amount: amountQuestion(monthly) }),
      ...((!early || !earlyAlert(early)) && { early: earlyQuestion }),
      ...((isIncomplete || found.length > 0) && {
        addresses: addressesQuestion(found.length === 0 && offered ? [offered] : found),
      }),
    };
  },

  plan({ budgets }, answers: { amount?: number; early?: string; addresses?: string }, account) {
    const { monthly, early } = warningBudgets(budgets);
    const emails = addressesIn(answers.addresses ?? '');
    const asked = answers.amount ?? defaultAmount(monthly);
    // The question is in cents: keep 604.4645 if the owner accepts the 604.46 it shows.
    const amount = monthly && isSameAmount(monthly, asked) ? monthly.amount : asked;
    const first = (early && earlyAlert(early)?.notification) ?? earlyNotification(answers.early);
    const wanted = [
      { found: monthly, name: MONTHLY_BUDGET, amount, notifications: MONTHLY_NOTIFICATIONS },
      // Keep the limit of the early budget: none of its warnings depends on it.
      { found: early, name: EARLY_BUDGET, amount: early?.amount || 1, notifications: [first] },
    ];
    return wanted
      .filter(({ found }) => !found || isRootlockBudget(found))
      .flatMap(({ found, ...rest }) => budgetChanges(found, { ...rest, emails }, account));
  },
});

/**
 * Every subscriber of one of our alerts should receive all of them. So an alert that lost a subscriber is noticed from
 * any computer.
 */
const subscribersOf = (budgets: Budget[]): string[] =>
  addressesIn(budgets.flatMap(({ alerts }) => alerts.flatMap(({ emails }) => emails)).join(' '));

const presentNotifications = ({ alerts }: Budget): number =>
  MONTHLY_NOTIFICATIONS.filter((stage) =>
    alerts.some(({ notification }) => isSameNotification(notification, stage)),
  ).length;

const isMissingAlerts = (budget: Budget): boolean =>
  budget.name === MONTHLY_BUDGET
    ? presentNotifications(budget) < MONTHLY_NOTIFICATIONS.length
    : !earlyAlert(budget);

/** A budget that is not needed, or that does not count. */
const describeOther = ({ name, inactive }: Budget): string | Text =>
  inactive ? t('{name} ({why})', { name, why: describeInactivity(inactive) }) : name;

const listed = (names: string | Text, name: string | Text): string | Text =>
  names === '' ? name : t('{names}, {name}', { names, name });

const describeWarnings = (monthly: Budget | undefined, early: Budget | undefined): Text =>
  t('{monthly}; {early}', {
    monthly: monthly ? describeMonthly(monthly) : t('no monthly budget'),
    early: early ? describeEarly(early) : t('no early warning'),
  });

function describeMonthly(budget: Budget): Text {
  const { name, inactive } = budget;
  const amount = inDollars(budget.amount);
  if (inactive) return describeInactive(name, inactive);
  if (!countsGrossCosts(budget)) return t('{name} does not count all costs', { name });
  if (isRootlockBudget(budget) && isMissingAlerts(budget)) {
    const n = presentNotifications(budget);
    return t('{amount} a month, with only {n} of {all} alerts', {
      amount,
      n,
      all: MONTHLY_NOTIFICATIONS.length,
    });
  }
  return t('at {percents} % of {amount} a month', { percents: percentsOf(budget), amount });
}

/** The percentages of the limit at which alerts of actual costs are sent: `50, 80, 100`. */
function percentsOf(budget: Budget): string {
  const percents = budget.alerts
    .filter(warnsOfActualCosts)
    .map((alert) => Math.round((thresholdInDollars(alert, budget) / budget.amount) * 100));
  return [...new Set(percents)].sort((a, b) => a - b).join(', ');
}

function describeEarly(budget: Budget): Text {
  const alert = earlyAlert(budget);
  const { name, inactive } = budget;
  if (inactive) return describeInactive(name, inactive);
  if (!alert) return t('{name} sends no early warning', { name });
  if (!countsGrossCosts(budget)) return t('{name} does not count all costs', { name });
  return t('above {amount}', {
    amount: inDollars(thresholdInDollars(alert, budget)),
  });
}

const describeInactive = (name: string, inactive: Inactivity): Text =>
  t('{name} sends no alerts now: {why}', { name, why: describeInactivity(inactive) });
