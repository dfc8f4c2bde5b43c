import { logFileKey, logFileOf } from '../services/cloudtrail/log-files.ts';
import type { Bucket, Trail, TrailEvent } from '../state/account-state.ts';
import { STARTED, STOPPED, STOPPED_AGAIN } from './break-in.ts';
import { ACCOUNT, type Ago, REGION } from './facts.ts';

const LOGS = `aws-cloudtrail-logs-${ACCOUNT}-5f0c1e9a`;

/** A trail of one region that somebody has stopped, and the first one: its bucket was cleaned away. */
export const trails = (ago: Ago): Trail[] => [
  {
    name: 'management-events',
    region: REGION,
    bucket: LOGS,
    everywhere: false,
    global: true,
    validation: false,
    logging: false,
    started: ago(900),
    stopped: ago(STOPPED_AGAIN),
    tags: [],
  },
  {
    name: 'first-trail',
    region: REGION,
    bucket: 'acme-first-logs',
    everywhere: false,
    global: false,
    validation: false,
    logging: true,
    started: ago(1000),
    tags: [],
  },
];

const BLOCKED = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

const bucket = (name: string, created: string, has: Partial<Bucket>): Bucket => ({
  name,
  region: REGION,
  created,
  ownership: 'BucketOwnerEnforced',
  encryption: { algorithm: 'AES256', bucketKey: false },
  tags: [],
  ...has,
});

const statement = (Action: string, Resource: string, Principal: unknown = '*', more = {}) => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: `arn:aws:s3:::${Resource}`,
  ...more,
});

const policy = (...Statement: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' };

/** The log files of this region, of the time when the trail recorded. */
function logFiles(events: TrailEvent[], ago: Ago): NonNullable<Bucket['objects']> {
  const files = events
    .filter(({ region, at }) => region === REGION && at <= ago(STOPPED_AGAIN))
    .filter(({ at }) => at <= ago(STOPPED) || at >= ago(STARTED))
    .map((event) => ({ key: logFileKey(ACCOUNT, event), modified: event.at }));
  return [...new Map(files.map((file) => [file.key, file])).values()].map((file) => ({
    ...file,
    // About what gzip makes of it.
    size: Math.ceil((logFileOf({ id: ACCOUNT, events }, file.key)?.length ?? 0) / 2),
  }));
}

/** What the shop shows is open to everybody, on purpose. */
export const buckets = (ago: Ago, events: TrailEvent[]): Bucket[] => [
  bucket(LOGS, ago(900), {
    objects: logFiles(events, ago),
    block: BLOCKED,
    policy: policy(
      statement('s3:GetBucketAcl', LOGS, CLOUDTRAIL),
      statement('s3:PutObject', `${LOGS}/AWSLogs/${ACCOUNT}/*`, CLOUDTRAIL, {
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }),
    ),
  }),
  bucket('acme-reports', ago(970), { block: BLOCKED, versioning: 'Enabled' }),
  bucket('acme-shop', ago(960), { policy: policy(statement('s3:GetObject', 'acme-shop/*')) }),
];
