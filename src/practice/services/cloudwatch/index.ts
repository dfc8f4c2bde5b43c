import type { Alarm, PracticeState } from '../../state/account-state.ts';
import { badRequest, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { metrics } from './metrics.ts';

const PAGE = 50;
/** Seconds. API reference, PutMetricAlarm: 10, 20, 30, or a multiple of 60. */
const SHORT_PERIODS = [10, 20, 30];
const ACTIONS_MAX = 5;

export const operations = {
  ...metrics,

  DescribeAlarms(input, { state, region }) {
    const { AlarmNames, AlarmNamePrefix = '', MaxRecords: MaxResults, NextToken } = input;
    const found = state.alarms
      .filter((one) => one.region === region)
      .filter((one) => !AlarmNames || AlarmNames.includes(nameOf(one)))
      .filter((one) => nameOf(one).startsWith(AlarmNamePrefix))
      .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const { items, more } = page(
      found,
      { MaxResults, NextToken },
      PAGE,
      badRequest('InvalidNextToken', 'The next token specified is invalid.'),
    );
    return {
      MetricAlarms: items.map((one) => describeAlarm(state, one)),
      CompositeAlarms: [],
      ...more,
    };
  },

  /** Replaces the alarm of the same name, with all that it says. */
  PutMetricAlarm(input, { state, region, now }) {
    const { AlarmName: name = '', Period = 0, EvaluationPeriods = 0, AlarmActions = [] } = input;
    const { MetricName, Namespace, Statistic, ComparisonOperator, Threshold } = input;
    if (name.length < 1 || name.length > 255) throw invalid('AlarmName', name);
    if (!MetricName || !Namespace || !Statistic) throw invalid('MetricName', MetricName);
    if (Threshold === undefined) throw invalid('Threshold', Threshold);
    if (!COMPARISONS.includes(ComparisonOperator ?? '')) {
      throw invalid('ComparisonOperator', ComparisonOperator);
    }
    if (!(Period > 0 && (Period % 60 === 0 || SHORT_PERIODS.includes(Period)))) {
      throw invalid('Period', Period);
    }
    if (EvaluationPeriods < 1) throw invalid('EvaluationPeriods', EvaluationPeriods);
    if (AlarmActions.length > ACTIONS_MAX) throw invalid('AlarmActions', AlarmActions);
    for (const action of AlarmActions) {
      const isTopic = /^arn:aws:sns:/.test(action);
      if (!/^arn:aws:/.test(action) || (isTopic && action.split(':')[3] !== region)) {
        throw invalid('AlarmActions', action);
      }
    }
    const alarm: Alarm = { region, updated: now.toISOString(), settings: { ...input } };
    const others = state.alarms.filter((one) => one.region !== region || nameOf(one) !== name);
    state.alarms = [...others, alarm];
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudwatch')>;

const COMPARISONS = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
];

const nameOf = ({ settings }: Alarm): string => String(settings.AlarmName);

const invalid = (member: string, value: unknown) =>
  badRequest('ValidationError', `Invalid value for ${member}: ${String(value)}`);

/** A new alarm has seen no data yet. */
const describeAlarm = (state: PracticeState, { region, updated, settings }: Alarm) => ({
  ActionsEnabled: true,
  OKActions: [],
  AlarmActions: [],
  InsufficientDataActions: [],
  Dimensions: [],
  ...settings,
  AlarmArn: `arn:aws:cloudwatch:${region}:${state.id}:alarm:${settings.AlarmName}`,
  AlarmConfigurationUpdatedTimestamp: new Date(updated),
  StateValue: 'INSUFFICIENT_DATA' as const,
  StateReason: 'Unchecked: Initial alarm creation',
  StateUpdatedTimestamp: new Date(updated),
  StateTransitionedTimestamp: new Date(updated),
});
