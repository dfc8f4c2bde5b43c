import {
  CreateTrailCommand,
  type CreateTrailCommandInput,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  ListTrailsCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
  StopLoggingCommand,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { CreateTopicCommand } from '@aws-sdk/client-sns';
import { expect, it } from 'vitest';
import { offerLogFileMails } from '../../steps/alerts/log-file-mails.ts';
import { cloudtrailOf, s3Of, snsOf, useEmulator } from '../support/emulator/clients.ts';
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
const create = (Name = 'trail', more: Partial<CreateTrailCommandInput> = {}) =>
  cloudtrailOf(emulator(), HOME).send(
    new CreateTrailCommand({
      Name,
      S3BucketName: Bucket,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      ...more,
    }),
  );
const ready = async () => {
  await newBucket(emulator());
  await putPolicy(emulator(), policyFor(arnOf('trail')));
};

it('a trail needs a bucket that lets it write, and shows in every region', async () => {
  const insufficient = 'InsufficientS3BucketPolicyException 400';
  expect(await refusal(create())).toBe('S3BucketDoesNotExistException 400');
  await newBucket(emulator());
  expect(await refusal(create())).toBe(insufficient);
  await putPolicy(emulator(), policyFor(arnOf('other')));
  expect(await refusal(create())).toBe(insufficient);
  await putPolicy(emulator(), policyFor(arnOf('trail')));
  expect(await refusal(create('trail', { S3KeyPrefix: 'audit' }))).toBe(insufficient);
  await create();
  expect(await refusal(create())).toBe('TrailAlreadyExistsException 400');
  const shadows = new DescribeTrailsCommand({ includeShadowTrails: true });
  const { trailList } = await cloudtrailOf(emulator()).send(shadows);
  expect(trailList).toMatchObject([
    { TrailARN: arnOf('trail'), HomeRegion: HOME, LogFileValidationEnabled: true },
  ]);
});

it('a new trail does not log, and is changed in its home region only', async () => {
  await ready();
  await create('trail', { IsMultiRegionTrail: false });
  const Name = arnOf('trail');
  const home = cloudtrailOf(emulator(), HOME);
  const away = cloudtrailOf(emulator());
  expect((await home.send(new GetTrailStatusCommand({ Name }))).IsLogging).toBe(false);
  for (const change of [
    new StartLoggingCommand({ Name }),
    new UpdateTrailCommand({ Name, IsMultiRegionTrail: true }),
  ]) {
    expect(await refusal(away.send(change as never))).toBe('InvalidHomeRegionException 400');
    await home.send(change as never);
  }
  expect(await home.send(new GetTrailStatusCommand({ Name }))).toMatchObject({ IsLogging: true });
  await emulator().delivery('AccessDenied');
  expect(await home.send(new GetTrailStatusCommand({ Name }))).toMatchObject({
    LatestDeliveryError: 'AccessDenied',
  });
  await home.send(new StopLoggingCommand({ Name }));
  expect((await home.send(new GetTrailStatusCommand({ Name }))).IsLogging).toBe(false);
});

it('a trail of one region shows in no other, but in the list of all', async () => {
  await ready();
  await create('trail', { IsMultiRegionTrail: false });
  const away = cloudtrailOf(emulator());
  const shadows = new DescribeTrailsCommand({ includeShadowTrails: true });
  expect((await away.send(shadows)).trailList).toEqual([]);
  const { Trails } = await away.send(new ListTrailsCommand({}));
  expect(Trails).toMatchObject([{ TrailARN: arnOf('trail'), HomeRegion: HOME }]);
  const named = new DescribeTrailsCommand({ trailNameList: ['another-one'] });
  expect((await cloudtrailOf(emulator(), HOME).send(named)).trailList).toEqual([]);
});

it('a new trail records all management events', async () => {
  await ready();
  await create();
  const home = cloudtrailOf(emulator(), HOME);
  const look = new GetEventSelectorsCommand({ TrailName: arnOf('trail') });
  expect((await home.send(look)).EventSelectors).toMatchObject([
    { ReadWriteType: 'All', IncludeManagementEvents: true },
  ]);
  const AdvancedEventSelectors = [
    { Name: 'all', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
  ];
  await home.send(
    new PutEventSelectorsCommand({ TrailName: arnOf('trail'), AdvancedEventSelectors }),
  );
  const chosen = await home.send(look);
  expect([chosen.EventSelectors, chosen.AdvancedEventSelectors]).toEqual([
    [],
    AdvancedEventSelectors,
  ]);
  const { trailList } = await home.send(new DescribeTrailsCommand({}));
  expect(trailList).toMatchObject([{ HasCustomEventSelectors: true }]);
});

it('selectors of both kinds, and advanced ones without a category, are refused; fields come back by name', async () => {
  await ready();
  await create();
  const home = cloudtrailOf(emulator(), HOME);
  const put = (more: object) =>
    refusal(home.send(new PutEventSelectorsCommand({ TrailName: arnOf('trail'), ...more })));
  const category = { Field: 'eventCategory', Equals: ['Data'] };
  const type = { Field: 'resources.type', Equals: ['AWS::S3::Object'] };
  const many = Array.from({ length: 6 }, () => ({ FieldSelectors: [type, category] }));
  const invalid = 'InvalidEventSelectorsException 400';
  expect(await put({ AdvancedEventSelectors: [{ FieldSelectors: [type] }] })).toBe(invalid);
  expect(await put({ EventSelectors: [{}], AdvancedEventSelectors: many })).toBe(invalid);
  expect(await put({ AdvancedEventSelectors: many })).toBe('taken');
  const look = new GetEventSelectorsCommand({ TrailName: arnOf('trail') });
  const { AdvancedEventSelectors = [] } = await home.send(look);
  expect(AdvancedEventSelectors[0]?.FieldSelectors?.map(({ Field }) => Field)).toEqual([
    'eventCategory',
    'resources.type',
  ]);
});

it('an empty object is left in the bucket, also if the trail is refused for the access list', async () => {
  await newBucket(emulator());
  const { Statement, ...policy } = JSON.parse(policyFor(arnOf('trail')));
  await putPolicy(emulator(), JSON.stringify({ ...policy, Statement: Statement.slice(1) }));
  expect(await refusal(create())).toBe('InsufficientS3BucketPolicyException 400');
  const { Contents } = await s3Of(emulator(), HOME).send(new ListObjectsV2Command({ Bucket }));
  expect(Contents).toMatchObject([{ Key: `AWSLogs/${ACCOUNT}/CloudTrail/`, Size: 0 }]);
});

it('a trail tells a topic of each log file if the topic lets it, and stops at an empty name', async () => {
  await ready();
  await create();
  const Name = arnOf('trail');
  const trail = { arn: Name, name: 'trail', home: HOME, selectors: {} } as never;
  const none = { pending: [], isOffered: true, regions: 17, address: null };
  const account = { id: ACCOUNT, partition: 'aws' } as never;
  const [topic, , notify] = offerLogFileMails(trail, none, account).calls;
  const update = (SnsTopicName: string) =>
    cloudtrailOf(emulator(), HOME).send(new UpdateTrailCommand({ Name, SnsTopicName }));
  const made = (input: unknown) =>
    snsOf(emulator(), HOME).send(new CreateTopicCommand(input as never));
  await made({ Name: 'closed' });
  expect(await refusal(update('closed'))).toBe('InsufficientSnsTopicPolicyException 400');
  await made(topic?.input);
  await made(topic?.input);
  const { SnsTopicName } = (notify?.input ?? {}) as never;
  const { SnsTopicARN } = await update(SnsTopicName);
  expect(SnsTopicARN).toBe(`arn:aws:sns:${HOME}:${ACCOUNT}:${SnsTopicName}`);
  await update('');
  const { trailList } = await cloudtrailOf(emulator(), HOME).send(new DescribeTrailsCommand({}));
  expect(trailList?.[0]?.SnsTopicARN).toBeUndefined();
});
