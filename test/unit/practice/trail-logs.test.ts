import { beforeEach, describe, expect, test } from 'vitest';
import {
  cloudtrailOf,
  frozenAccount,
  iamOf,
  logsOf,
  refusalOf,
  s3Of,
} from '../../support/clients.ts';
import { ARN, giveBucket, TRAIL } from '../../support/trail-bucket.ts';

let { practice, state, time } = frozenAccount();
let trail = cloudtrailOf(practice);
async function openAccount(options: Parameters<typeof frozenAccount>[0] = {}) {
  ({ practice, state, time } = frozenAccount(options));
  trail = cloudtrailOf(practice);
  await giveBucket(s3Of(practice));
  await logsOf(practice).createLogGroup({ logGroupName: 'events' });
  for (let tries = 0; tries < 5 && state.trails.length === 0; tries++) {
    await trail.createTrail(TRAIL).catch(() => undefined);
  }
}
beforeEach(() => openAccount());

const GROUP = 'arn:aws:logs:us-east-1:111122223333:log-group:events';
const ROLE = 'arn:aws:iam::111122223333:role/logs';
const LOGS = { Name: ARN, CloudWatchLogsLogGroupArn: `${GROUP}:*`, CloudWatchLogsRoleArn: ROLE };

const document = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });

/** The role that the CloudTrail User Guide describes, unless an argument says otherwise. */
async function giveRole({
  service = 'cloudtrail',
  source = ARN,
  actions = ['logs:CreateLogStream', 'logs:PutLogEvents'],
} = {}) {
  const iam = iamOf(practice);
  await iam.createRole({
    RoleName: 'logs',
    AssumeRolePolicyDocument: document({
      Principal: { Service: `${service}.amazonaws.com` },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceArn': source, 'aws:SourceAccount': state.id } },
    }),
  });
  await iam.putRolePolicy({
    RoleName: 'logs',
    PolicyName: 'write',
    PolicyDocument: document({
      Action: actions,
      Resource: `${GROUP}:log-stream:${state.id}_CloudTrail_us-east-1*`,
    }),
  });
}

describe('a trail to a log group', () => {
  test('keeps to it until one of both is set to nothing', async () => {
    await giveRole();
    await trail.updateTrail(LOGS);
    const { Name: _, ...shown } = LOGS;
    const described = async () => (await trail.describeTrails({})).trailList;
    expect(await described()).toMatchObject([shown]);
    // What is left out stays. Recorded from a real account.
    await trail.updateTrail({ Name: ARN, EnableLogFileValidation: true });
    expect(await described()).toMatchObject([shown]);
    await trail.updateTrail({ Name: ARN, CloudWatchLogsRoleArn: '' });
    expect(state.trails[0]).not.toHaveProperty('logs');
  });

  test.each([
    ['whose role trusts another service', { service: 'ec2' }],
    ['whose role is for another trail', { source: `${ARN}-2` }],
    ['whose role may not make streams', { actions: ['logs:PutLogEvents'] }],
  ])('is refused %s', async (_, wrong) => {
    await giveRole(wrong);
    expect(await refusalOf(trail.updateTrail(LOGS))).toBe(
      'InvalidCloudWatchLogsRoleArnException 400',
    );
    expect(state.trails[0]).not.toHaveProperty('logs');
  });

  test.each([
    ['that is not there', `${GROUP}-2:*`],
    ['whose ARN does not end as AWS wants it', GROUP],
    ['of another region', `${GROUP}:*`.replace('us-east-1', 'eu-west-1')],
  ])('is refused with a group %s', async (_, CloudWatchLogsLogGroupArn) => {
    await giveRole();
    expect(await refusalOf(trail.updateTrail({ ...LOGS, CloudWatchLogsLogGroupArn }))).toBe(
      'InvalidCloudWatchLogsLogGroupArnException 400',
    );
  });

  test('is refused until CloudTrail sees the role', async () => {
    await openAccount({ lag: 2 });
    await giveRole();
    const tries = [];
    for (let n = 0; n < 4; n++) tries.push(await refusalOf(trail.updateTrail(LOGS)));
    expect(tries[0]).toBe('InvalidCloudWatchLogsRoleArnException 400');
    expect(tries.at(-1)).toBe('not refused');
  });

  test('tells when it was delivered last, or why it was not', async () => {
    state.evidenceDelay = 0;
    await giveRole();
    await trail.updateTrail(LOGS);
    await trail.startLogging({ Name: ARN });
    time.ms += 1000;
    const status = () => trail.getTrailStatus({ Name: ARN });
    expect((await status()).LatestCloudWatchLogsDeliveryTime).toEqual(practice.now());
    state.roles = [];
    expect((await status()).LatestCloudWatchLogsDeliveryError).toContain('Access denied');
    state.logGroups = [];
    expect((await status()).LatestCloudWatchLogsDeliveryError).toContain('does not exist');
  });
});
