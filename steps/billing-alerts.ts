import { step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { changesFor, isAmount } from './budgets/budget-changes.ts';
import {
  firstDollars,
  howEarly,
  howMuch,
  STAGES,
  toWhom,
  usual,
} from './budgets/budget-questions.ts';
import {
  type Budget,
  budgetsOf,
  dollarsOf,
  EARLY,
  earlyAlert,
  isOurs,
  isSame,
  isSound,
  MONTHLY,
  standing,
} from './budgets/warning-budgets.ts';
import { addressesIn } from './shared/email.ts';

interface Seen {
  /** All of the account, foreign ones too. */
  budgets: Budget[];
}

export default step({
  id: 'billing-alerts',
  title: t('Billing alerts'),
  why: t('A stolen key is used to spend. An e-mail tells you before the bill does.'),
  // Only budgets that act, rather than tell, are charged. AWS Budgets pricing.
  cost: t('free'),

  observe: async (look): Promise<Seen> => ({ budgets: await budgetsOf(look) }),

  status({ budgets }) {
    const { monthly, early } = standing(budgets);
    const others = budgets.filter((budget) => budget !== monthly && budget !== early);
    const names = others.map(({ name }) => name).join(', ');
    if (!monthly && !early) {
      return names === ''
        ? t('none: a stolen key could spend unseen')
        : t('none that would warn you in time; there is {names}', { names });
    }
    const now = warnings(monthly, early);
    return names === '' ? now : t('{now}; also there: {names}', { now, names });
  },

  handover({ budgets }) {
    const { monthly, early } = standing(budgets);
    const alerts = [monthly, early].flatMap((budget) => budget?.alerts ?? []);
    const to = [...new Set(alerts.flatMap(({ emails, topics }) => [...emails, ...topics]))];
    return [
      [
        t('your alerts'),
        t('{warnings}, to {addresses}', {
          warnings: warnings(monthly, early),
          addresses: to.join(', '),
        }),
      ],
      [t('no cap'), t('AWS counts up to three times a day, and stops nothing')],
    ];
  },

  questions({ budgets }) {
    const { monthly, early } = standing(budgets);
    const ours = budgets.filter(isOurs);
    const found = emailsOf(ours);
    const isShort = !monthly || !early || ours.some(lacksAlerts);
    return {
      ...((!monthly || isOurs(monthly)) && { amount: howMuch(monthly) }),
      ...((!early || !earlyAlert(early)) && { early: howEarly }),
      ...((isShort || found.length > 0) && { addresses: toWhom(found) }),
    };
  },

  plan({ budgets }, answers: { amount?: number; early?: string; addresses?: string }, account) {
    const { monthly, early } = standing(budgets);
    const emails = addressesIn(answers.addresses ?? '');
    const asked = answers.amount ?? usual(monthly);
    // The owner's 12.50 is not the 13 that a question in whole dollars offers.
    const amount = monthly && isAmount(monthly, asked) ? monthly.amount : asked;
    const first = (early && earlyAlert(early)?.notification) ?? firstDollars(answers.early);
    const wanted = [
      { found: monthly, name: MONTHLY, amount, notifications: STAGES },
      // Its limit warns of nothing, and stays.
      { found: early, name: EARLY, amount: early?.amount || 1, notifications: [first] },
    ];
    return wanted
      .filter(({ found }) => !found || isOurs(found))
      .flatMap(({ found, ...rest }) => changesFor(found, { ...rest, emails }, account));
  },
});

/** Whoever hears of one of our alerts should hear of all: so a subscriber that one has lost shows on any computer. */
const emailsOf = (ours: Budget[]): string[] =>
  addressesIn(ours.flatMap(({ alerts }) => alerts.flatMap(({ emails }) => emails)).join(' '));

const stagesOf = ({ alerts }: Budget): number =>
  STAGES.filter((stage) => alerts.some(({ notification }) => isSame(notification, stage))).length;

const lacksAlerts = (ours: Budget): boolean =>
  ours.name === MONTHLY ? stagesOf(ours) < STAGES.length : !earlyAlert(ours);

const warnings = (monthly: Budget | undefined, early: Budget | undefined): Text =>
  t('{monthly}; {early}', {
    monthly: monthly ? monthlyNow(monthly) : t('no monthly budget'),
    early: early ? earlyNow(early) : t('no early warning'),
  });

function monthlyNow(budget: Budget): Text {
  const { name, amount } = budget;
  if (!isSound(budget)) return t('{name} does not count all that is spent', { name });
  if (isOurs(budget) && lacksAlerts(budget)) {
    const n = stagesOf(budget);
    return t('{amount} USD a month, with {n} of {all} alerts', { amount, n, all: STAGES.length });
  }
  return t('on the way to {amount} USD a month', { amount });
}

function earlyNow(budget: Budget): Text {
  const alert = earlyAlert(budget);
  const { name } = budget;
  if (!alert) return t('{name} does not warn early', { name });
  if (!isSound(budget)) return t('{name} does not count all that is spent', { name });
  return t('early, above {amount} USD', { amount: dollarsOf(alert, budget) });
}
