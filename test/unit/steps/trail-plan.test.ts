import { describe, expect, it } from 'vitest';
import type { ApiCall } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import type { Trail } from '../../../steps/trail/trails.ts';

const READERS = {
  Sid: 'Readers',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::company-logs/<team>/<env.name>/*',
};
const GOOD = {
  private: true,
  owned: true,
  encrypted: true,
  versioned: true,
  policy: null,
  publicPolicy: false,
  refusesPublicPolicy: true,
};
const OLD_RULE = {
  ID: 'rootlock-trail-logs',
  Status: 'Enabled' as const,
  Filter: { Prefix: 'AWSLogs/111122223333/CloudTrail/' },
};

describe('the trail', () => {
  const OURS = 'rootlock-trail-111122223333-us-east-1-an';
  const account = { id: '111122223333', partition: 'aws', region: 'us-east-1' } as never;
  type Seen = Parameters<typeof cloudtrail.plan>[0];
  const seen: Seen = {
    trail: null,
    others: { names: [], isUncertain: false },
    unreadable: [],
    outOfScope: [],
    bucket: { name: OURS, region: 'us-east-1', kind: 'new', settings: null, lifecycle: null },
    buckets: [],
    folder: { withBucket: '', alone: '' },
    older: null,
    organization: null,
    mails: { pending: [], isOffered: false, regions: null, address: null },
    accessLog: { to: 'unknown' },
  };
  const good: Trail = {
    name: 'logs',
    arn: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/logs',
    home: 'eu-west-1',
    own: true,
    organization: false,
    multiRegion: true,
    globalEvents: true,
    validation: true,
    logging: true,
    events: 'all',
    leftOut: [],
    notifies: null,
    selectors: { EventSelectors: [], AdvancedEventSelectors: [] },
    bucket: 'logs',
    prefix: '',
    lastFile: '2026-11-22T11:58:01.000Z',
    error: null,
    logs: null,
  };
  const elsewhere = { name: 'logs', region: 'eu-west-1', kind: 'foreign' } as const;
  const foreignBucket: Seen['bucket'] = { ...seen.bucket, ...elsewhere };
  const plan = (more: Partial<Seen>, answers: { days?: number } = {}) =>
    cloudtrail.plan({ ...seen, ...more }, answers, account) as ApiCall[];
  const policyIn = (calls: ApiCall[]) => {
    const put = calls.find(({ operation }) => operation === 'PutBucketPolicy') ?? { input: {} };
    return JSON.parse('Policy' in put.input ? String(put.input.Policy) : '{}');
  };
  const withTrail = (more: Partial<Trail>) =>
    plan({ trail: { ...good, ...more }, bucket: foreignBucket });

  it('is made after its bucket is ready, and is started', () => {
    expect(plan({}, { days: 400 }).map(({ operation }) => operation)).toEqual([
      'CreateBucket',
      'PutPublicAccessBlock',
      'PutBucketEncryption',
      'PutBucketVersioning',
      'PutBucketLifecycleConfiguration',
      'PutBucketPolicy',
      'CreateTrail',
      'StartLogging',
    ]);
  });

  it('passes the bucket’s region to S3, except for us-east-1, which S3 refuses', () => {
    const constraint = (region: string) => {
      const bucket = { ...seen.bucket, region };
      const [create] = plan({ bucket });
      return create?.input;
    };
    expect(constraint('us-east-1')).not.toHaveProperty(
      'CreateBucketConfiguration.LocationConstraint',
    );
    expect(constraint('eu-west-1')).toMatchObject({
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    });
  });

  it('is made in its bucket’s region, and is named in the policy before it exists', () => {
    const bucket = {
      ...seen.bucket,
      name: OURS.replace('us-east', 'eu-west'),
      region: 'eu-west-1',
    };
    const calls = plan({ bucket });
    expect(new Set(calls.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
    const { Statement } = policyIn(calls);
    expect(Statement[1].Condition.StringEquals['aws:SourceArn']).toBe(
      'arn:aws:cloudtrail:eu-west-1:111122223333:trail/rootlock-trail',
    );
    expect(Statement[2]).toMatchObject({
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  it('stays as it is if it is good, whoever owns it and wherever its files go', () => {
    expect(withTrail({})).toEqual([]);
    expect(withTrail({ own: false, organization: true })).toEqual([]);
  });

  it('is good before its first file, and says that the file is awaited', () => {
    const young = { ...good, lastFile: null };
    expect(withTrail(young)).toEqual([]);
    expect(say(cloudtrail.status({ ...seen, trail: young }))).toContain('no log file yet');
    expect(say(cloudtrail.status({ ...seen, trail: good }))).toContain('2026-11-22 11:58 UTC');
  });

  it('is handed over with the place of its files', () => {
    const [[, text] = []] = cloudtrail.handover?.({ ...seen, trail: good }, account) ?? [];
    expect(text && say(text)).toBe(`s3://${OURS}/AWSLogs/`);
  });

  it('is repaired in its home region with the fewest calls', () => {
    expect(withTrail({ logging: false })).toMatchObject([
      { operation: 'StartLogging', region: 'eu-west-1', input: { Name: good.arn } },
    ]);
    expect(withTrail({ validation: false })).toMatchObject([
      { operation: 'UpdateTrail', region: 'eu-west-1' },
    ]);
  });

  it('keeps its data events when it begins to record all management events', () => {
    const [{ input } = {}] = withTrail({
      events: 'some',
      selectors: {
        EventSelectors: [
          {
            ReadWriteType: 'WriteOnly',
            IncludeManagementEvents: true,
            DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::x/'] }],
          },
        ],
      },
    });
    expect(input).toMatchObject({
      EventSelectors: [
        { ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] },
        { ReadWriteType: 'WriteOnly', DataResources: [{ Type: 'AWS::S3::Object' }] },
      ],
    });
  });

  it('of somebody else is changed by the owner’s word only, which sees before and after', () => {
    const faults: Partial<Trail>[] = [
      { logging: false },
      { validation: false },
      { multiRegion: false },
      { events: 'some' },
    ];
    for (const fault of faults) {
      const [change] = withTrail(fault);
      expect(change).toMatchObject({ danger: true });
      expect(change?.diff?.length).toBeGreaterThan(0);
      const [ours] = withTrail({ ...fault, name: 'rootlock-trail' });
      expect(ours?.danger === true).toBe(fault.events === 'some');
    }
  });

  it('of ours is changed by the owner’s word only if somebody added data events, which cost', () => {
    const selectors = { EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object' }] }] };
    const [update] = withTrail({ name: 'rootlock-trail', multiRegion: false, selectors });
    expect(update).toMatchObject({ operation: 'UpdateTrail', danger: true });
  });

  it('is not secure while S3 refuses its files, and the repair shows later', () => {
    expect(withTrail({ error: 'AccessDenied' })).toMatchObject([
      { kind: 'console', id: 'delivery', shownLate: true },
    ]);
  });

  it('moves to a new bucket if its own is gone', () => {
    const changes = plan({ trail: { ...good, error: 'NoSuchBucket' } });
    const update = changes.find(({ operation }) => operation === 'UpdateTrail');
    expect(changes[0]).toMatchObject({ operation: 'CreateBucket' });
    expect(update?.input).toMatchObject({ S3BucketName: OURS });
  });

  it('is not made as a second, paid copy without the owner’s word', () => {
    const start = plan({ others: { names: ['company'], isUncertain: false } }).at(-1);
    expect(start).toMatchObject({ operation: 'StartLogging', danger: true });
    expect(start?.diff?.flat().map(say).join(' ')).toContain('company records them too: about $2');
    expect(plan({}).at(-1)).not.toHaveProperty('danger');
  });

  it('changes a foreign bucket only by the owner’s word, and keeps its policy’s statements', () => {
    const policy = { Version: '2008-10-17', Statement: [READERS] };
    const bucket = { name: 'company-logs', region: 'us-east-1', kind: 'existing' as const };
    const calls = plan({ bucket: { ...bucket, settings: { ...GOOD, policy }, lifecycle: null } });
    expect(calls.map(({ operation }) => operation)).toEqual([
      'PutBucketPolicy',
      'CreateTrail',
      'StartLogging',
    ]);
    expect(calls[0]?.danger).toBe(true);
    const put = policyIn(calls);
    expect([put.Version, put.Statement[0], put.Statement.length]).toEqual([
      '2008-10-17',
      READERS,
      4,
    ]);
  });

  it('sets the retention of files once, and not if they are kept longer or for ever', () => {
    const setsRetention = (days: number | null, more = {}) => {
      const rules = days === null ? [] : [{ ...OLD_RULE, Expiration: { Days: days } }];
      const lifecycle = { rules, minimumSize: undefined };
      const bucket = { ...seen.bucket, kind: 'managed' as const, settings: GOOD, lifecycle };
      const operations = plan({ bucket, ...more }, { days: 90 }).map(({ operation }) => operation);
      return operations.includes('PutBucketLifecycleConfiguration');
    };
    expect([setsRetention(null), setsRetention(400), setsRetention(null, { trail: good })]).toEqual(
      [true, false, false],
    );
  });

  it.each(['/logs', 'logs/', 'a b', 'x'.repeat(201)])('refuses the folder "%s"', (folder) => {
    const bucket = { ...seen.bucket, kind: 'existing' as const };
    const { validate } = cloudtrail.questions?.({ ...seen, bucket }, account).prefix ?? {};
    expect(validate?.(folder)).toBeDefined();
    expect([validate?.(''), validate?.('audit/trail')]).toEqual([undefined, undefined]);
  });
});
