import type { LifecycleRule } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import type { Bucket, PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { bucketEvidence } from '../../../steps/trail/log-bucket.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket, giveTrail } from '../../support/accounts/trails.ts';

const ID = '111122223333';
const OURS = `rootlock-trail-${ID}-us-east-1-an`;
const FILE = `us-east-1/2024/05/01/file.gz`;
/** What else AWS writes into a bucket of logs, and what an earlier trail has left there. */
const OTHERS = [
  `AWSLogs/${ID}/Config/${FILE}`,
  `AWSLogs/${ID}/elasticloadbalancing/${FILE}`,
  `AWSLogs/${ID}/vpcflowlogs/${FILE}`,
  `AWSLogs/${ID}/GuardDuty/${FILE}`,
  `AWSLogs/${ID}/WAFLogs/${FILE}`,
  `AWSLogs/${ID}/CloudTrail-Insight/${FILE}`,
  `old/AWSLogs/${ID}/CloudTrail/${FILE}`,
  `reports/2024.csv`,
];
const LOGS = [`AWSLogs/${ID}/CloudTrail/${FILE}`, `AWSLogs/${ID}/CloudTrail-Digest/${FILE}`];
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const objects = (keys: string[], days: number) =>
  keys.map((key) => ({ key, modified: daysAgo(days), size: 100 }));

const OLD_RULE = {
  ID: 'rootlock-trail-logs',
  Status: 'Enabled',
  Filter: { Prefix: `AWSLogs/${ID}/` },
  Expiration: { Days: 400 },
  NoncurrentVersionExpiration: { NoncurrentDays: 30 },
};
const THEIRS = {
  ID: 'reports',
  Status: 'Enabled',
  Filter: { Prefix: 'reports/' },
  Expiration: { Days: 9 },
};

/** The keys that S3 would delete by the bucket's rules, now or later. */
function doomed({ objects: all = [], lifecycle = [] }: Bucket): string[] {
  const rules = lifecycle as unknown as LifecycleRule[];
  return all
    .map(({ key }) => key)
    .filter((key) =>
      rules.some(({ Filter, Prefix, Status }) => {
        const prefix = Filter?.Prefix ?? Prefix ?? '';
        return Status === 'Enabled' && key.startsWith(prefix);
      }),
    );
}
const bucketOf = (state: PracticeState, name: string) => {
  const bucket = state.buckets.find((one) => one.name === name);
  if (!bucket) throw new Error(`no bucket ${name}`);
  return bucket;
};
const planFor = async (state: PracticeState, answers = {}) => {
  const { rows } = await runSteps(state, [cloudtrail], { answers, observeOnly: true });
  const [row] = rows;
  const change = row?.changes.find(
    (one) => one.kind === 'call' && one.operation === 'PutBucketLifecycleConfiguration',
  );
  return { row, change, said: change?.diff?.flat().map(say).join(' | ') ?? '' };
};

describe('the evidence of a bucket', () => {
  const bucket = { name: 'logs', region: 'us-east-1', kind: 'existing', settings: null } as const;
  const rules = (...all: object[]) => ({ rules: all as never, minimumSize: undefined });

  it.each([
    ['kept for ever if there is no rule', rules(), null, false],
    ['kept as our rule says', rules(OLD_RULE), 400, false],
    ['deleted by rules that are not ours', rules(THEIRS), null, true],
    ['unknown if nobody may read the rules', null, null, null],
  ])('says that files are %s', (_, lifecycle, daysKept, otherRules) => {
    expect(bucketEvidence({ ...bucket, lifecycle })).toMatchObject({ daysKept, otherRules });
  });
});

describe('the retention of log files', () => {
  it('spares what other services and other trails keep in the bucket, ours or not', async () => {
    for (const name of [OURS, 'company-logs']) {
      const state = freshAccount(NOW);
      giveBucket(state, name, { objects: objects([...OTHERS, ...LOGS], 10) });
      const answers = { 'cloudtrail.bucket': name, 'cloudtrail.days': 90, 'cloudtrail.prefix': '' };
      const { rows } = await runSteps(state, [cloudtrail], { answers });
      expect(rows).toMatchObject([{ state: 'secure' }]);
      const left = doomed(bucketOf(state, name)).filter((key) => !key.endsWith('CloudTrail/'));
      expect(left).toEqual(LOGS);
    }
  });

  it('is for ever by default in a bucket that was there', async () => {
    const state = freshAccount(NOW);
    giveBucket(state, 'company-logs', { objects: objects(LOGS, 900) });
    const { row, change } = await planFor(state, { 'cloudtrail.bucket': 'company-logs' });
    expect(row?.changes.length).toBeGreaterThan(0);
    expect(change).toBeUndefined();
  });

  it('tells how many log files go at once, which is a danger, and that they are lost', async () => {
    const state = freshAccount(NOW);
    giveBucket(state, OURS, { objects: [...objects(LOGS, 500), ...objects(OTHERS, 500)] });
    const { change, said } = await planFor(state);
    expect(change).toMatchObject({ danger: true });
    expect(said).toContain('files already older | 2 files | deleted at once');
    expect(said).toContain('their old versions | never deleted | deleted after 30 days');
    expect(change?.undo && say(change.undo)).toContain('Files deleted by then are lost.');
  });

  it('counts with the number of days that the owner chose', async () => {
    const state = freshAccount(NOW);
    giveBucket(state, OURS, { objects: objects(LOGS, 500) });
    const { change, said } = await planFor(state, { 'cloudtrail.days': 600 });
    expect(said).toContain('files already older | 0 files');
    expect(change).not.toHaveProperty('danger');
  });

  it('says that it cannot say how many, if there are too many or the list is closed', async () => {
    const many = Array.from({ length: 1001 }, (_, n) => `${LOGS[0]}${n}`);
    const state = freshAccount(NOW);
    giveBucket(state, OURS, { objects: objects(many, 10) });
    const { change, said } = await planFor(state);
    expect(said).toContain('files already older | unknown number of files');
    expect(change).toMatchObject({ danger: true });
    bucketOf(state, OURS).objects = objects(many, 500);
    expect((await planFor(state)).said).toContain('at least 1000 files');
    const { rows } = await runSteps(state, [cloudtrail], {
      observeOnly: true,
      deniedOperation: 'ListObjectsV2',
    });
    const texts = rows[0]?.changes.flatMap(({ diff = [] }) => diff.flat().map(say));
    expect(texts).toContain('unknown number of files');
  });
});

describe('an old rule that covers the whole account', () => {
  it('is narrowed in our bucket, in sight, and spares what it would have deleted', async () => {
    const state = freshAccount(NOW);
    giveTrail(state, { bucket: OURS, name: 'rootlock-trail' });
    Object.assign(bucketOf(state, OURS), {
      lifecycle: [OLD_RULE],
      objects: objects([...OTHERS, ...LOGS], 10),
    });
    const { row, change, said } = await planFor(state);
    expect(row?.state).toBe('pending');
    expect(change && say(change.summary)).toContain('not those of other services');
    expect(said).toBe(
      `deleted after 400 days | all in AWSLogs/${ID}/ | AWSLogs/${ID}/CloudTrail/, AWSLogs/${ID}/CloudTrail-Digest/`,
    );
    await runSteps(state, [cloudtrail], {});
    expect(doomed(bucketOf(state, OURS))).toEqual(LOGS);
  });

  it('is narrowed in a bucket that was there by the owner’s word only, and other rules stay', async () => {
    const state = freshAccount(NOW);
    giveTrail(state, { bucket: 'company-logs' });
    Object.assign(bucketOf(state, 'company-logs'), {
      lifecycle: [THEIRS, OLD_RULE],
      versioning: 'Enabled',
    });
    expect((await planFor(state)).change).toMatchObject({ danger: true });
    await runSteps(state, [cloudtrail], {});
    const { lifecycle = [] } = bucketOf(state, 'company-logs');
    expect(lifecycle.map(({ ID: id }) => id)).toEqual([
      'reports',
      'rootlock-trail-logs',
      'rootlock-trail-digests',
    ]);
    expect(lifecycle[0]).toEqual(THEIRS);
  });

  it('keeps what its owner has changed in it', async () => {
    const state = freshAccount(NOW);
    giveTrail(state, { bucket: OURS, name: 'rootlock-trail' });
    const edited = { ...OLD_RULE, NoncurrentVersionExpiration: { NoncurrentDays: 900 } };
    bucketOf(state, OURS).lifecycle = [edited];
    await runSteps(state, [cloudtrail], {});
    const { lifecycle = [] } = bucketOf(state, OURS);
    expect(lifecycle).toHaveLength(2);
    for (const rule of lifecycle) {
      const { ID: _, Filter: _folder, ...rest } = edited;
      expect(rule).toMatchObject(rest);
    }
  });

  it('is left alone if the owner has given it another folder, or it is not ours', async () => {
    for (const rule of [
      { ...OLD_RULE, Filter: { Prefix: `AWSLogs/${ID}/Config/` } },
      { ...OLD_RULE, ID: 'logs' },
    ]) {
      const state = freshAccount(NOW);
      giveTrail(state, { bucket: 'company-logs' });
      bucketOf(state, 'company-logs').lifecycle = [rule];
      expect((await planFor(state)).row).toMatchObject({ state: 'secure' });
    }
  });
});
