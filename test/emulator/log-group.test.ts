import {
  CreateTrailCommand,
  DescribeTrailsCommand,
  GetTrailStatusCommand,
  StartLoggingCommand,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch';
import {
  CreateLogGroupCommand,
  DescribeMetricFiltersCommand,
  PutMetricFilterCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import {
  cloudtrailOf,
  cloudwatchOf,
  iamOf,
  logsOf,
  useEmulator,
} from '../support/emulator/clients.ts';
import {
  arnOf,
  Bucket,
  HOME,
  newBucket,
  policyFor,
  putPolicy,
  refusal,
} from '../support/emulator/log-bucket.ts';
import { ACCOUNT } from '../support/emulator/server.ts';

const emulator = useEmulator();
const logs = () => logsOf(emulator(), HOME);
const logGroupName = 'events';
const GROUP = `arn:aws:logs:${HOME}:${ACCOUNT}:log-group:${logGroupName}`;

const putFilter = (filterPattern: string, group = logGroupName) =>
  logs().send(
    new PutMetricFilterCommand({
      logGroupName: group,
      filterName: 'root',
      filterPattern,
      metricTransformations: [{ metricName: 'root', metricNamespace: 'Own', metricValue: '1' }],
    }),
  );

it('a log group has one filter of each name, and keeps events as long as AWS lets it', async () => {
  const filters = new DescribeMetricFiltersCommand({ logGroupName });
  const keepFor = (retentionInDays: number) =>
    refusal(logs().send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays })));
  expect(await refusal(putFilter('{ $.a = "1" }'))).toBe('ResourceNotFoundException 400');
  expect(await refusal(logs().send(filters))).toBe('ResourceNotFoundException 400');
  await logs().send(new CreateLogGroupCommand({ logGroupName }));
  await putFilter('{ $.a = "1" }');
  await putFilter('{ $.b = "2" }');
  const { metricFilters } = await logs().send(filters);
  expect(metricFilters).toMatchObject([{ filterName: 'root', filterPattern: '{ $.b = "2" }' }]);
  expect(await keepFor(366)).toBe('InvalidParameterException 400');
  expect(await keepFor(365)).toBe('taken');
});

it('an alarm tells topics of its own region alone', async () => {
  const put = (region: string, more: Partial<PutMetricAlarmCommandInput> = {}) =>
    cloudwatchOf(emulator(), HOME).send(
      new PutMetricAlarmCommand({
        AlarmName: 'root',
        Namespace: 'Own',
        MetricName: 'root',
        Statistic: 'Sum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        ActionsEnabled: true,
        AlarmActions: [`arn:aws:sns:${region}:${ACCOUNT}:alerts`],
        ...more,
      }),
    );
  expect(await refusal(put('eu-north-1'))).toMatch(/^Validation\w+ 400$/);
  await put(HOME);
  const { MetricAlarms = [] } = await cloudwatchOf(emulator(), HOME).send(
    new DescribeAlarmsCommand({}),
  );
  expect(MetricAlarms).toMatchObject([{ AlarmName: 'root', Threshold: 1, ActionsEnabled: true }]);
});

it('a trail delivers to a log group as a role that may, and tells if it cannot', async () => {
  const trail = cloudtrailOf(emulator(), HOME);
  await newBucket(emulator());
  await putPolicy(emulator(), policyFor(arnOf('trail')));
  await trail.send(new CreateTrailCommand({ Name: 'trail', S3BucketName: Bucket }));
  const deliver = (role: string, group = `${GROUP}:*`) =>
    refusal(
      trail.send(
        new UpdateTrailCommand({
          Name: 'trail',
          CloudWatchLogsLogGroupArn: group,
          CloudWatchLogsRoleArn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
        }),
      ),
    );
  const giveRole = async (RoleName: string, source: string) => {
    const document = (statement: object) =>
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
    await iamOf(emulator()).send(
      new CreateRoleCommand({
        RoleName,
        AssumeRolePolicyDocument: document({
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceArn': source } },
        }),
      }),
    );
    await iamOf(emulator()).send(
      new PutRolePolicyCommand({
        RoleName,
        PolicyName: 'write',
        PolicyDocument: document({
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `${GROUP}:log-stream:${ACCOUNT}_CloudTrail_${HOME}*`,
        }),
      }),
    );
  };
  await giveRole('right', arnOf('trail'));
  await giveRole('other', arnOf('other'));
  expect(await deliver('right')).toBe('InvalidCloudWatchLogsLogGroupArnException 400');
  await logs().send(new CreateLogGroupCommand({ logGroupName }));
  expect(await deliver('right', GROUP)).toBe('InvalidCloudWatchLogsLogGroupArnException 400');
  expect(await deliver('none')).toBe('InvalidCloudWatchLogsRoleArnException 400');
  expect(await deliver('other')).toBe('InvalidCloudWatchLogsRoleArnException 400');
  expect(await deliver('right')).toBe('taken');
  await trail.send(new StartLoggingCommand({ Name: 'trail' }));
  const described = await trail.send(new DescribeTrailsCommand({}));
  expect(described.trailList).toMatchObject([{ CloudWatchLogsLogGroupArn: `${GROUP}:*` }]);
  const status = await trail.send(new GetTrailStatusCommand({ Name: 'trail' }));
  expect(status.LatestCloudWatchLogsDeliveryTime).toBeInstanceOf(Date);
  expect(status.LatestCloudWatchLogsDeliveryError).toBeUndefined();
});
