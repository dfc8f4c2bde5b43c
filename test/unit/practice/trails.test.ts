import { beforeEach, describe, expect, test } from 'vitest';
import { cloudtrailOf, frozenAccount, refusalOf, s3Of } from '../../support/clients.ts';
import { ARN, BUCKET as Bucket, giveBucket, policy, TRAIL } from '../../support/trail-bucket.ts';

let { practice, state, time } = frozenAccount();
let trail = cloudtrailOf(practice);
let seoul = cloudtrailOf(practice, 'ap-northeast-2');
let s3 = s3Of(practice);
function openAccount(options: Parameters<typeof frozenAccount>[0] = {}) {
  ({ practice, state, time } = frozenAccount(options));
  trail = cloudtrailOf(practice);
  seoul = cloudtrailOf(practice, 'ap-northeast-2');
  s3 = s3Of(practice);
}
beforeEach(() => openAccount());
const bucket = (document: object | null = policy()) => giveBucket(s3, document);

describe('a trail', () => {
  test('is made, starts, and delivers its first file later', async () => {
    await bucket();
    state.evidenceDelay = 5000;
    expect(await trail.createTrail(TRAIL)).toMatchObject({ TrailARN: ARN });
    const status = () => trail.getTrailStatus({ Name: ARN });
    const first = await status();
    expect([first.IsLogging, first.StartLoggingTime]).toEqual([false, undefined]);
    await trail.startLogging({ Name: ARN });
    await trail.startLogging({ Name: ARN });
    const started = practice.now();
    const running = await status();
    expect(running).toMatchObject({ IsLogging: true, StartLoggingTime: started });
    expect(running.LatestDeliveryTime).toBeUndefined();
    time.ms += 5000;
    expect(await status()).toMatchObject({ LatestDeliveryTime: practice.now() });
    const stopped = practice.now();
    Object.assign(state.trails[0] ?? {}, { logging: false, stopped: stopped.toISOString() });
    time.ms += 5000;
    expect(await status()).toMatchObject({
      IsLogging: false,
      StopLoggingTime: stopped,
      LatestDeliveryTime: stopped,
    });
  });

  test('reports its delivery error', async () => {
    await bucket();
    state.evidenceDelay = 0;
    await trail.createTrail(TRAIL);
    await trail.startLogging({ Name: ARN });
    const error = async () => (await trail.getTrailStatus({ Name: ARN })).LatestDeliveryError;
    expect(await error()).toBeUndefined();
    delete state.buckets[0]?.policy;
    expect(await error()).toBe('AccessDenied');
    state.buckets = [];
    expect(await error()).toBe('NoSuchBucket');
  });

  test('has a shadow in each other region, and is changed only in its home region', async () => {
    await bucket();
    await trail.createTrail(TRAIL);
    const shown = {
      Name: 'acme',
      HomeRegion: 'us-east-1',
      TrailARN: ARN,
      IsMultiRegionTrail: true,
    };
    expect((await seoul.describeTrails({})).trailList).toMatchObject([shown]);
    expect((await seoul.describeTrails({ includeShadowTrails: false })).trailList).toEqual([]);
    expect((await trail.describeTrails({ includeShadowTrails: false })).trailList).toMatchObject([
      shown,
    ]);
    expect(await refusalOf(seoul.getTrailStatus({ Name: 'acme' }))).toBe(
      'TrailNotFoundException 400',
    );
    expect(await refusalOf(seoul.getTrailStatus({ Name: ARN }))).toBe('not refused');
    const elsewhere = await Promise.all(
      [
        seoul.startLogging({ Name: ARN }),
        seoul.updateTrail({ Name: 'acme' }),
        seoul.putEventSelectors({ TrailName: ARN, EventSelectors: [{}] }),
      ].map(refusalOf),
    );
    expect(elsewhere).toEqual(Array(3).fill('InvalidHomeRegionException 400'));
  });

  test('of one region is visible in another only in the list of all', async () => {
    await bucket();
    await trail.createTrail({ ...TRAIL, IsMultiRegionTrail: false });
    expect((await seoul.describeTrails({})).trailList).toEqual([]);
    expect((await seoul.listTrails({})).Trails).toEqual([
      { Name: 'acme', HomeRegion: 'us-east-1', TrailARN: ARN },
    ]);
    await trail.updateTrail({ Name: 'acme', IsMultiRegionTrail: true });
    expect((await seoul.describeTrails({})).trailList).toMatchObject([
      { IsMultiRegionTrail: true, LogFileValidationEnabled: true, S3BucketName: Bucket },
    ]);
  });

  test('records management events unless it is told otherwise', async () => {
    await bucket();
    await trail.createTrail(TRAIL);
    const readSelectors = async () => {
      const { EventSelectors } = await trail.getEventSelectors({ TrailName: 'acme' });
      const { trailList = [] } = await trail.describeTrails({});
      return [EventSelectors, trailList[0]?.HasCustomEventSelectors];
    };
    const all = {
      ReadWriteType: 'All' as const,
      IncludeManagementEvents: true,
      DataResources: [],
      ExcludeManagementEventSources: [] as string[],
    };
    expect(await readSelectors()).toEqual([[all], false]);
    const ExcludeManagementEventSources = ['kms.amazonaws.com'];
    const EventSelectors = [{ ReadWriteType: 'WriteOnly' as const, ExcludeManagementEventSources }];
    await trail.putEventSelectors({ TrailName: 'acme', EventSelectors });
    expect(await readSelectors()).toEqual([[{ ...all, ...EventSelectors[0] }], true]);
    const AdvancedEventSelectors = [
      { Name: 'all', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
    ];
    await trail.putEventSelectors({ TrailName: 'acme', AdvancedEventSelectors });
    const selectors = await trail.getEventSelectors({ TrailName: 'acme' });
    expect(selectors).toMatchObject({ AdvancedEventSelectors });
    expect(selectors.EventSelectors).toBeUndefined();
    const none = trail.putEventSelectors({ TrailName: 'acme', EventSelectors: [] });
    expect(await refusalOf(none)).toBe('InvalidEventSelectorsException 400');
  });

  test('takes many advanced selectors, each with a category, and gives their fields back by name', async () => {
    await bucket();
    await trail.createTrail(TRAIL);
    const put = (...AdvancedEventSelectors: object[]) =>
      trail.putEventSelectors({
        TrailName: 'acme',
        AdvancedEventSelectors: AdvancedEventSelectors as [],
      });
    const category = { Field: 'eventCategory', Equals: ['Data'] };
    const type = (name: string) => ({
      FieldSelectors: [{ Field: 'resources.type', Equals: [name] }, category],
    });
    await put(...['a', 'b', 'c', 'd', 'e', 'f'].map(type));
    const { AdvancedEventSelectors = [] } = await trail.getEventSelectors({ TrailName: 'acme' });
    expect(AdvancedEventSelectors).toHaveLength(6);
    expect(AdvancedEventSelectors[0]?.FieldSelectors?.map(({ Field }) => Field)).toEqual([
      'eventCategory',
      'resources.type',
    ]);
    const without = put({ FieldSelectors: [{ Field: 'readOnly', Equals: ['true'] }] });
    expect(await refusalOf(without)).toBe('InvalidEventSelectorsException 400');
    const both = trail.putEventSelectors({
      TrailName: 'acme',
      EventSelectors: [{}],
      AdvancedEventSelectors: [{ FieldSelectors: [category] }],
    });
    expect(await refusalOf(both)).toBe('InvalidEventSelectorsException 400');
  });

  test('of an organization is visible to its members, and none of them can change it', async () => {
    state.trails.push({
      name: 'all-of-us',
      region: 'us-east-1',
      organization: '444455556666',
      bucket: 'management-logs',
      everywhere: true,
      global: true,
      validation: true,
      logging: true,
      started: state.created,
      tags: [],
    });
    const Name = 'arn:aws:cloudtrail:us-east-1:444455556666:trail/all-of-us';
    expect((await seoul.describeTrails({})).trailList).toMatchObject([
      { TrailARN: Name, IsOrganizationTrail: true },
    ]);
    expect(await trail.getTrailStatus({ Name })).toMatchObject({
      IsLogging: true,
      LatestDeliveryTime: practice.now(),
    });
    expect(await refusalOf(trail.getEventSelectors({ TrailName: Name }))).toBe(
      'TrailNotFoundException 400',
    );
    expect(await refusalOf(trail.startLogging({ Name }))).toBe(
      'NotOrganizationMasterAccountException 400',
    );
  });

  test('has the tags that it was made with', async () => {
    await bucket();
    const TagsList = [{ Key: 'made-by', Value: 'rootlock' }];
    await trail.createTrail({ ...TRAIL, TagsList });
    expect(state.trails[0]?.tags).toEqual(TagsList);
  });
});
