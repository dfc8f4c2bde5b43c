import { createHash } from 'node:crypto';
import type {
  AnomalyMonitor,
  AnomalySubscription,
  PracticeState,
} from '../../state/account-state.ts';
import { badRequest, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';

const PAGE = 100;
const SUBSCRIBERS_MAX = 10;

export const operations = {
  GetAnomalyMonitors({ MonitorArnList: wanted, NextPageToken, MaxResults = PAGE }, { state }) {
    refuseUnlessReady(state);
    const all = state.anomalyMonitors
      .map((monitor) => describeMonitor(state, monitor))
      .filter(({ MonitorArn }) => !wanted || wanted.includes(MonitorArn));
    const { items, more } = page(all, { MaxResults, ...from(NextPageToken) }, PAGE, invalidToken);
    return { AnomalyMonitors: items, ...next(more) };
  },

  GetAnomalySubscriptions(
    { SubscriptionArnList: wanted, MonitorArn, NextPageToken, MaxResults = PAGE },
    { state },
  ) {
    refuseUnlessReady(state);
    const all = state.anomalySubscriptions
      .map((subscription) => describeSubscription(state, subscription))
      .filter(({ SubscriptionArn }) => !wanted || wanted.includes(SubscriptionArn))
      .filter(({ MonitorArnList }) => !MonitorArn || MonitorArnList.includes(MonitorArn));
    const { items, more } = page(all, { MaxResults, ...from(NextPageToken) }, PAGE, invalidToken);
    return { AnomalySubscriptions: items, ...next(more) };
  },

  /** An account has one monitor of services. */
  CreateAnomalyMonitor({ AnomalyMonitor: wanted }, { state }) {
    refuseUnlessReady(state);
    const { MonitorName: name = '', MonitorType, MonitorDimension } = wanted ?? {};
    if (!name || MonitorType !== 'DIMENSIONAL' || MonitorDimension !== 'SERVICE') {
      throw invalid('only a monitor of services is played');
    }
    if (state.anomalyMonitors.some(({ dimension }) => dimension === 'SERVICE')) {
      throw badRequest(
        'LimitExceededException',
        'Limit exceeded on dimensional spend monitor creation',
      );
    }
    const monitor: AnomalyMonitor = {
      id: idOf(name),
      name,
      type: 'DIMENSIONAL',
      dimension: 'SERVICE',
    };
    state.anomalyMonitors.push(monitor);
    return { MonitorArn: monitorArn(state, monitor) };
  },

  CreateAnomalySubscription({ AnomalySubscription: wanted }, { state }) {
    refuseUnlessReady(state);
    const {
      SubscriptionName: name = '',
      Frequency: frequency = 'DAILY',
      MonitorArnList: monitors = [],
      Subscribers = [],
      Threshold,
      ThresholdExpression: expression,
    } = wanted ?? {};
    if (!name) throw invalid('SubscriptionName is required');
    if (!expression || Threshold !== undefined) {
      throw invalid('Threshold and ThresholdExpression cannot both be null, or both be set');
    }
    const known = state.anomalyMonitors.map((monitor) => monitorArn(state, monitor));
    if (monitors.length === 0 || monitors.some((arn) => !known.includes(arn))) {
      throw badRequest('UnknownMonitorException', 'The monitor does not exist.');
    }
    const subscribers = Subscribers.map(({ Type = 'EMAIL', Address = '' }) => ({
      type: Type,
      address: Address,
    }));
    if (subscribers.some(({ address }) => /[\s,;]/.test(address))) throw invalid('Address');
    const kind = frequency === 'IMMEDIATE' ? 'SNS' : 'EMAIL';
    if (subscribers.length === 0 || subscribers.length > SUBSCRIBERS_MAX) {
      throw invalid('a subscription has 1 to 10 subscribers');
    }
    if (subscribers.some(({ type }) => type !== kind)) {
      throw invalid(`${frequency} needs subscribers of the type ${kind}`);
    }
    const subscription = {
      id: idOf(`${name} ${state.anomalySubscriptions.length}`),
      name,
      frequency,
      monitors,
      subscribers,
      expression: { ...expression },
    };
    state.anomalySubscriptions.push(subscription);
    return { SubscriptionArn: subscriptionArn(state, subscription) };
  },
} satisfies Table<typeof import('@aws-sdk/client-cost-explorer')>;

/** The words of GetCostAndUsage, as others have met them. Whether this service says the same of anomalies is not known. */
function refuseUnlessReady({ costExplorer }: PracticeState): void {
  if (costExplorer === 'OFF') {
    throw badRequest('AccessDeniedException', 'User not enabled for cost explorer access');
  }
  if (costExplorer === 'PREPARING') {
    throw badRequest('DataUnavailableException', 'Data is not available. Please try to adjust it.');
  }
}

const invalid = (message: string) => badRequest('ValidationException', message);
const invalidToken = badRequest('InvalidNextTokenException', 'The pagination token is invalid.');

const from = (NextToken: string | undefined) => (NextToken === undefined ? {} : { NextToken });
const next = ({ NextToken }: { NextToken?: string }) =>
  NextToken === undefined ? {} : { NextPageToken: NextToken };

const monitorArn = ({ id: account }: PracticeState, { id }: AnomalyMonitor): string =>
  `arn:aws:ce::${account}:anomalymonitor/${id}`;

const subscriptionArn = ({ id: account }: PracticeState, { id }: AnomalySubscription): string =>
  `arn:aws:ce::${account}:anomalysubscription/${id}`;

/** The same for the same name, so that equal accounts stay equal. */
const idOf = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');

const describeMonitor = (state: PracticeState, monitor: AnomalyMonitor) => ({
  MonitorArn: monitorArn(state, monitor),
  MonitorName: monitor.name,
  MonitorType: monitor.type,
  ...(monitor.dimension && { MonitorDimension: monitor.dimension as 'SERVICE' }),
});

const describeSubscription = (state: PracticeState, one: AnomalySubscription) => ({
  SubscriptionArn: subscriptionArn(state, one),
  AccountId: state.id,
  SubscriptionName: one.name,
  Frequency: one.frequency,
  MonitorArnList: one.monitors,
  Subscribers: one.subscribers.map(({ type, address, declined }) => ({
    Type: type,
    Address: address,
    Status: declined ? ('DECLINED' as const) : ('CONFIRMED' as const),
  })),
  ThresholdExpression: one.expression,
});
