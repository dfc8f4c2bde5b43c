import { type ApiCall, type Question, step } from '../src/engine/step.ts';
import { listed } from '../src/text/listed.ts';
import { masked } from '../src/text/masked.ts';
import { isPlaceholder, placeholder } from '../src/text/placeholder.ts';
import { type Text, t } from '../src/text/text.ts';
import { offeredAddress } from './alerts/offered-address.ts';
import { type Anomalies, type AnomalyAlert, readAnomalies } from './budgets/anomaly-alerts.ts';
import { amountOf, inDollars } from './budgets/money.ts';
import { MAX_AMOUNT } from './budgets/warning-budgets.ts';
import { problemWithAddress } from './shared/email.ts';

/** US dollars. */
const DEFAULT_AMOUNT = 10;
const NAME = 'rootlock-cost-anomalies';

interface Seen extends Anomalies {
  /** US dollars: who is told only of more counts for nothing. */
  most: number;
  /** An address of the owner's that is known already. */
  offered: string | null;
}

export default step({
  id: 'cost-anomalies',
  title: t('Cost anomalies'),
  why: t(
    'A budget warns of the whole bill. AWS also learns what each service usually costs, and can mail you the day after one costs more.',
  ),
  // Cost Anomaly Detection is free, and only queries of costs are not. AWS Cost Management pricing.
  cost: 'free',
  level: 'recommended',
  // AWS has refused it there, though its policies for projects allow it. A project has a spend limit.
  notFor: ['project'],
  controls: ['cost-anomalies'],

  async observe(look): Promise<Seen> {
    const anomalies = await readAnomalies(look);
    const answered = look.known('cost-anomalies.amount');
    const most = typeof answered === 'number' ? answered : DEFAULT_AMOUNT;
    const isDone = alertAt(anomalies.alerts, most) !== undefined;
    return { ...anomalies, most, offered: isDone ? null : await offeredAddress(look, null) };
  },

  evidence: ({ monitor, alerts }) => ({
    monitor,
    alerts: alerts.map(({ threshold, heardBy, ...facts }) => ({
      ...facts,
      threshold: threshold && { ...threshold },
      heardBy: heardBy.map((one) => (one.startsWith('arn:') ? one : masked(one))),
    })),
  }),

  status({ alerts, most }) {
    const alert = alertAt(alerts, most);
    if (alert) return describeTiming(alert);
    return alerts.length > 0
      ? listed(alerts.map(describeFlaw), 'semicolon')
      : t('none, so you hear of an unusual cost only by a budget');
  },

  mayAsk: { amount: 'number', address: 'text' },

  // AWS has to make the monitor first: nothing is asked twice.
  questions: ({ monitor, alerts, most, offered }) =>
    monitor === null || alertAt(alerts, most)
      ? {}
      : { amount: amountQuestion, address: addressQuestion(offered) },

  plan(
    { monitor, alerts, most },
    { amount = most, address = placeholder('cost-anomalies.address') },
  ) {
    if (alertAt(alerts, amount)) return [];
    const wanted = { name: freeName(alerts), amount, address };
    if (monitor !== null) return [createSubscription(monitor, wanted)];
    return [
      createMonitor,
      {
        ...createSubscription(placeholder('ARN of the monitor'), wanted),
        gated: true as const,
      },
    ];
  },
});

/** An alert that reaches somebody in time. Rootlock's own counts whatever its amount: the owner has chosen it. */
const alertAt = (alerts: AnomalyAlert[], most: number): AnomalyAlert | undefined =>
  alerts.find(
    ({ name, frequency, watchesServices, threshold, heardBy }) =>
      watchesServices &&
      frequency !== 'WEEKLY' &&
      heardBy.length > 0 &&
      threshold?.percent === 0 &&
      (threshold.amount <= most || name.startsWith(NAME)),
  );

const freeName = (alerts: AnomalyAlert[], n = 1): string => {
  const name = n === 1 ? NAME : `${NAME}-${n}`;
  return alerts.some((alert) => alert.name === name) ? freeName(alerts, n + 1) : name;
};

function describeTiming({ frequency, threshold }: AnomalyAlert): Text {
  const amount = inDollars(threshold?.amount ?? 0);
  return frequency === 'DAILY'
    ? t('a daily email if a service costs {amount} more than usual', { amount })
    : t('at once if a service costs {amount} more than usual', { amount });
}

/** Why an alert does not count. */
function describeFlaw({
  name,
  frequency,
  watchesServices,
  threshold,
  heardBy,
}: AnomalyAlert): Text {
  if (!watchesServices) return t('{name} does not watch each service', { name });
  if (heardBy.length === 0) return t('nobody hears {name}', { name });
  if (frequency === 'WEEKLY') return t('{name} tells you once a week', { name });
  if (!threshold) return t('{name} has a condition that Rootlock does not know', { name });
  const amount = inDollars(threshold.amount);
  return threshold.percent > 0
    ? t('only from {amount} and {percent} % on, by {name}', {
        name,
        amount,
        percent: threshold.percent,
      })
    : t('only from {amount} on, by {name}', { name, amount });
}

const amountQuestion: Question<'number'> = {
  kind: 'number',
  message: t('How many US dollars more than usual before AWS emails you?'),
  min: 1,
  max: MAX_AMOUNT,
  decimals: 2,
  initial: DEFAULT_AMOUNT,
};

const addressQuestion = (offered: string | null): Question<'text'> => ({
  kind: 'text',
  message: t('Email address for unusual costs?'),
  example: 'kim@example.com',
  ...(offered && { initial: offered }),
  personal: true,
  validate: problemWithAddress,
});

const createMonitor: ApiCall = {
  kind: 'call',
  summary: t('Let AWS learn what each service usually costs'),
  undo: t(
    'Billing and Cost Management console > Cost Anomaly Detection > Cost monitors > {name} > Delete',
    { name: NAME },
  ),
  service: 'ce',
  operation: 'CreateAnomalyMonitor',
  input: {
    AnomalyMonitor: {
      MonitorName: NAME,
      MonitorType: 'DIMENSIONAL',
      MonitorDimension: 'SERVICE',
    },
  },
};

const createSubscription = (
  monitor: string,
  { name, amount, address }: { name: string; amount: number; address: string },
): ApiCall => ({
  kind: 'call',
  summary: isPlaceholder(address)
    ? t('Mail you daily if a service costs {amount} more than usual', {
        amount: inDollars(amount),
      })
    : t('Email {address} daily if a service costs {amount} more than usual', {
        address,
        amount: inDollars(amount),
      }),
  undo: t(
    'Billing and Cost Management console > Cost Anomaly Detection > Alert subscriptions > {name} > Delete',
    { name },
  ),
  service: 'ce',
  operation: 'CreateAnomalySubscription',
  input: {
    AnomalySubscription: {
      SubscriptionName: name,
      MonitorArnList: [monitor],
      Subscribers: [{ Type: 'EMAIL', Address: address }],
      // At once would need a topic.
      Frequency: 'DAILY',
      ThresholdExpression: {
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: [amountOf(amount)],
        },
      },
    },
  },
});
