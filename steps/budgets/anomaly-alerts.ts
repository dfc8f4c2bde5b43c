import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';
import { isHeard, subscribersOf } from '../alerts/topic.ts';
import { unlessDenied } from '../shared/enabled-regions.ts';

type AnomalySubscription = NonNullable<
  Output<'ce', 'GetAnomalySubscriptions'>['AnomalySubscriptions']
>[number];
type Expression = NonNullable<AnomalySubscription['ThresholdExpression']>;

/** How much an anomaly must have cost before somebody is told. Both amounts must be reached. */
interface Threshold {
  /** US dollars above what was expected. */
  amount: number;
  /** Percent above what was expected. */
  percent: number;
}

/** Somebody who is told of anomalies. Whoever made it, it is never changed. */
export interface AnomalyAlert {
  name: string;
  frequency: string;
  /** It is about every service, each by itself. */
  watchesServices: boolean;
  /** `null` if it hangs on something else. */
  threshold: Threshold | null;
  /** Addresses and topics that somebody hears. */
  heardBy: string[];
}

export interface Anomalies {
  /** ARN of the monitor of all services. An account has one at most. */
  monitor: string | null;
  alerts: AnomalyAlert[];
}

/** Reads the monitor of services and all subscriptions. Neither is a query that costs something. */
export async function readAnomalies(look: Look): Promise<Anomalies> {
  const [{ AnomalyMonitors = [] }, { AnomalySubscriptions = [] }] = await Promise.all([
    look.read('ce', 'GetAnomalyMonitors', {}),
    look.read('ce', 'GetAnomalySubscriptions', {}),
  ]);
  const services = AnomalyMonitors.find(
    ({ MonitorType, MonitorDimension }) =>
      MonitorType === 'DIMENSIONAL' && MonitorDimension === 'SERVICE',
  );
  const monitor = services?.MonitorArn ?? null;
  const alerts = AnomalySubscriptions.map(async (one): Promise<AnomalyAlert> => {
    const { SubscriptionName = '', Frequency = '', MonitorArnList = [] } = one;
    return {
      name: SubscriptionName,
      frequency: Frequency,
      watchesServices: monitor !== null && MonitorArnList.includes(monitor),
      threshold: thresholdOf(one),
      heardBy: await hearersOf(look, one),
    };
  });
  return { monitor, alerts: await Promise.all(alerts) };
}

/** An address need not confirm, but may decline. A topic is heard if one of its own subscribers is somebody. */
async function hearersOf(look: Look, { Subscribers = [] }: AnomalySubscription): Promise<string[]> {
  const heard = Subscribers.map(async ({ Type, Status, Address = '' }) => {
    if (Status === 'DECLINED') return [];
    if (Type === 'EMAIL') return [Address];
    const region = Address.split(':')[3] ?? '';
    const subscribers = await unlessDenied(subscribersOf(look, Address, region));
    return isHeard(subscribers ?? []) ? [Address] : [];
  });
  return (await Promise.all(heard)).flat();
}

/** `Threshold` is the form of before 2023. */
function thresholdOf({ ThresholdExpression, Threshold }: AnomalySubscription): Threshold | null {
  if (ThresholdExpression) return thresholdIn(ThresholdExpression);
  return Threshold === undefined ? null : { amount: Threshold, percent: 0 };
}

function thresholdIn(expression: Expression): Threshold | null {
  const { And, Or, Dimensions } = expression;
  const given = Object.values(expression).filter((value) => value !== undefined);
  if (given.length !== 1) return null;
  const parts = (And ?? Or ?? []).map(thresholdIn);
  if (parts.length > 0) {
    const known = parts.filter((part) => part !== null);
    if (And) return known.length === parts.length ? known.reduce(both) : null;
    return known.toSorted((a, b) => a.percent - b.percent || a.amount - b.amount)[0] ?? null;
  }
  const { Key, MatchOptions = [], Values = [] } = Dimensions ?? {};
  const value = Number(Values[0] ?? Number.NaN);
  const isAtLeast = Values.length === 1 && MatchOptions.join() === 'GREATER_THAN_OR_EQUAL';
  if (!isAtLeast || !Number.isFinite(value)) return null;
  if (Key === 'ANOMALY_TOTAL_IMPACT_ABSOLUTE') return { amount: value, percent: 0 };
  return Key === 'ANOMALY_TOTAL_IMPACT_PERCENTAGE' ? { amount: 0, percent: value } : null;
}

const both = (a: Threshold, b: Threshold): Threshold => ({
  amount: Math.max(a.amount, b.amount),
  percent: Math.max(a.percent, b.percent),
});
