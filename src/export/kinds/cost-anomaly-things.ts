import { t } from '../../text/text.ts';
import { call, type Find, given } from '../inventory.ts';
import { snaked } from '../snake.ts';

const MONITOR = '<monitor>';

const CALLED = {
  Dimensions: 'dimension',
  CostCategories: 'cost_category',
};

/** AWS's monitor of all services, and who is told of what it finds. */
export const costAnomalyThings: Find = (look, into) =>
  into.attempt(t('the cost anomaly alerts'), async () => {
    const [{ AnomalyMonitors = [] }, { AnomalySubscriptions = [] }] = await Promise.all([
      look.read('ce', 'GetAnomalyMonitors', {}),
      look.read('ce', 'GetAnomalySubscriptions', {}),
    ]);
    const monitor = AnomalyMonitors.find(
      ({ MonitorType, MonitorDimension }) =>
        MonitorType === 'DIMENSIONAL' && MonitorDimension === 'SERVICE',
    );
    if (!monitor) return;
    const { MonitorArn = '', MonitorName = '', MonitorType, MonitorDimension } = monitor;
    const AnomalyMonitor = given({ MonitorName, MonitorType, MonitorDimension });
    into.add({
      terraform: [
        {
          type: 'aws_ce_anomaly_monitor',
          name: MonitorName,
          importId: MonitorArn,
          body: {
            name: MonitorName,
            monitor_type: MonitorType,
            monitor_dimension: MonitorDimension,
          },
          ignore: ['tags', 'tags_all'],
        },
      ],
      stack: [
        {
          type: 'AWS::CE::AnomalyMonitor',
          name: MonitorName,
          identifier: { MonitorArn },
          properties: AnomalyMonitor,
        },
      ],
      commands: isAws(MonitorName)
        ? []
        : [call('ce', 'CreateAnomalyMonitor', { AnomalyMonitor: AnomalyMonitor as never })],
    });
    for (const one of AnomalySubscriptions) {
      const { SubscriptionArn = '', SubscriptionName = '', MonitorArnList = [], Frequency } = one;
      if (!MonitorArnList.includes(MonitorArn)) continue;
      const { Threshold, ThresholdExpression } = one;
      const Subscribers = (one.Subscribers ?? []).map(({ Type, Address }) => ({ Type, Address }));
      const common = given({ SubscriptionName, Frequency, Subscribers });
      into.add({
        terraform: [
          {
            type: 'aws_ce_anomaly_subscription',
            name: SubscriptionName,
            importId: SubscriptionArn,
            body: given({
              name: SubscriptionName,
              frequency: Frequency,
              monitor_arn_list: MonitorArnList,
              subscriber: snaked(Subscribers),
              threshold_expression: snaked(ThresholdExpression, CALLED),
            }),
            ignore: ['tags', 'tags_all'],
          },
        ],
        stack: [
          {
            type: 'AWS::CE::AnomalySubscription',
            name: SubscriptionName,
            identifier: { SubscriptionArn },
            properties: given({
              ...common,
              MonitorArnList,
              Threshold: ThresholdExpression ? undefined : Threshold,
              ThresholdExpression: ThresholdExpression && JSON.stringify(ThresholdExpression),
            }),
          },
        ],
        commands: isAws(SubscriptionName)
          ? []
          : [
              {
                ...call('ce', 'CreateAnomalySubscription', {
                  AnomalySubscription: given({
                    ...common,
                    MonitorArnList: MonitorArnList.map((arn) =>
                      arn === MonitorArn ? MONITOR : arn,
                    ),
                    Threshold: ThresholdExpression ? undefined : Threshold,
                    ThresholdExpression,
                  }) as never,
                }),
                asks: { placeholder: MONITOR, argv: ASK_MONITOR },
              },
            ],
      });
    }
  });

/** AWS makes a monitor and a subscription itself in each account that has Cost Explorer. Theirs may be there twice. */
const isAws = (name: string): boolean => name.startsWith('Default-Services-');

/** Its ARN differs from account to account. */
const ASK_MONITOR = [
  'ce',
  'get-anomaly-monitors',
  '--query',
  "AnomalyMonitors[?MonitorDimension=='SERVICE'].MonitorArn | [0]",
  '--output',
  'text',
];
