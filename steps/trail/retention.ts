import type { Output } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import type { ApiCall, Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { DAY_MS } from '../shared/days.ts';
import { bucketCall, type Diff, describeBucket, MANAGEMENT } from './bucket-call.ts';
import type { Bucket } from './log-bucket.ts';

type LifecycleOutput = Output<'s3', 'GetBucketLifecycleConfiguration'>;

/** The rules by which S3 deletes files of a bucket. */
export interface Lifecycle {
  rules: NonNullable<LifecycleOutput['Rules']>;
  /** A setting of all rules together. It is lost if it is not sent with them. */
  minimumSize: LifecycleOutput['TransitionDefaultMinimumObjectSize'];
}

/** The folders that CloudTrail alone writes to, by the id of our rule for each. A rule has one folder only. */
const FOLDERS = {
  'rootlock-trail-logs': 'CloudTrail/',
  'rootlock-trail-digests': 'CloudTrail-Digest/',
};
const LOGS_RULE_ID = 'rootlock-trail-logs';

/** Days until S3 deletes old versions. */
const OLD_VERSIONS_DAYS = 30;

/** Log files that are older than some days. */
export interface OlderFiles {
  days: number;
  count: number;
  /** There are more files than were counted. */
  more: boolean;
}

/** Days after which a rule of ours deletes log files. `null` if there is none. */
export const daysKept = (lifecycle: Lifecycle | null): number | null =>
  lifecycle?.rules.find(({ ID, Status }) => ID === LOGS_RULE_ID && Status === 'Enabled')?.Expiration
    ?.Days ?? null;

/** The bucket has rules that are not ours. */
export const hasOtherRules = (lifecycle: Lifecycle | null): boolean =>
  (lifecycle?.rules ?? []).some((rule) => !isOurs(rule));

const isOurs = ({ ID = '' }: Lifecycle['rules'][number]): boolean => Object.hasOwn(FOLDERS, ID);

/**
 * Counts the log files in a folder that are older than `days`: as far as one page of S3's list goes, since a bucket may
 * have millions. `null` if the list cannot be read.
 */
export async function countOlderFiles(
  look: Look,
  { name, region }: Pick<Bucket, 'name' | 'region'>,
  folder: string,
  days: number,
): Promise<OlderFiles | null> {
  const target = { Bucket: name, ExpectedBucketOwner: look.account.id, MaxKeys: 1000 };
  try {
    const pages = await Promise.all(
      Object.values(FOLDERS).map((inner) =>
        look.read('s3', 'ListObjectsV2', { ...target, Prefix: `${folder}${inner}` }, region),
      ),
    );
    const before = look.clock() - days * DAY_MS;
    const older = pages
      .flatMap(({ Contents = [] }) => Contents)
      // CloudTrail leaves empty objects behind, which record nothing.
      .filter(({ Size, LastModified }) => Size !== 0 && (LastModified?.getTime() ?? 0) < before);
    return { days, count: older.length, more: pages.some(({ IsTruncated }) => IsTruncated) };
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return null;
  }
}

/** Deletes CloudTrail's log files, and nothing else in the bucket, after `days`. */
export function deleteAfter(
  bucket: Bucket,
  {
    account,
    folder,
    days,
    older,
  }: { account: string; folder: string; days: number; older: OlderFiles | null },
): ApiCall {
  const place = describeBucket(bucket);
  const call = putRules(bucket, account, {
    summary: t('Delete CloudTrail log files in {place} after {days} days', { place, days }),
    diff: [
      [t('log files'), t('never deleted'), t('deleted after {days} days', { days })],
      [
        t('their old versions'),
        t('never deleted'),
        t('deleted after {days} days', { days: OLD_VERSIONS_DAYS }),
      ],
      ...(bucket.kind === 'new'
        ? []
        : [[t('files already older'), countOf(older, days), t('deleted at once')] as Diff[number]]),
    ],
    rules: rulesFor(folder, days),
  });
  if (bucket.kind === 'new') return call;
  const isHarmless = older?.days === days && older.count === 0 && !older.more;
  return {
    ...call,
    ...(!isHarmless && { danger: true as const }),
    undo: t('S3 console > {name} > {tab}. Files deleted by then are lost.', {
      name: bucket.name,
      tab: MANAGEMENT,
    }),
  };
}

function countOf(older: OlderFiles | null, days: number): Text {
  if (older?.days !== days || (older.more && older.count === 0))
    return t('unknown number of files');
  const { count, more } = older;
  return more ? t('at least {count} files', { count }) : t('{count} files', { count });
}

/**
 * Narrows an old rule of ours that deletes more than CloudTrail's files: it covered the folder of the whole account,
 * where Config, load balancers, VPC, GuardDuty and WAF write too. What else the owner has written into it stays, and so do
 * other rules.
 */
export function narrowOldRule(bucket: Bucket, account: string): ApiCall[] {
  const rules = bucket.lifecycle?.rules ?? [];
  const folder = `AWSLogs/${account}/`;
  const old = rules.find(
    ({ ID, Status, Filter }) =>
      ID === LOGS_RULE_ID && Status === 'Enabled' && isFolder(Filter?.Prefix, folder),
  );
  const days = old?.Expiration?.Days;
  const prefix = old?.Filter?.Prefix;
  if (!old || days === undefined || prefix === undefined) return [];
  const narrow = placesIn(prefix).map((place) => ({ ...old, ...place }));
  const others = rules.filter((rule) => !isOurs(rule));
  const folders = narrow.map(({ Filter }) => Filter.Prefix).join(', ');
  return [
    putRules(bucket, account, {
      summary: t('Delete only CloudTrail log files in {place}, not those of other services', {
        place: describeBucket(bucket),
      }),
      diff: [
        [
          t('deleted after {days} days', { days }),
          t('all in {folders}', { folders: prefix }),
          t('{folders}', { folders }),
        ],
      ],
      rules: [...others, ...narrow],
    }),
  ];
}

const isFolder = (prefix: string | undefined, folder: string): boolean =>
  prefix === folder || (prefix?.endsWith(`/${folder}`) ?? false);

/** What tells our rules apart. */
const placesIn = (folder: string) =>
  Object.entries(FOLDERS).map(([ID, inner]) => ({ ID, Filter: { Prefix: `${folder}${inner}` } }));

/** Old versions are deleted a month after the files, and unfinished uploads after a week. */
const rulesFor = (folder: string, Days: number) =>
  placesIn(folder).map((place) => ({
    ...place,
    Status: 'Enabled' as const,
    Expiration: { Days },
    NoncurrentVersionExpiration: { NoncurrentDays: OLD_VERSIONS_DAYS },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
  }));

/** The call replaces all rules of the bucket. */
function putRules(
  bucket: Bucket,
  account: string,
  { summary, diff, rules }: { summary: Text; diff: Diff; rules: Lifecycle['rules'] },
): ApiCall {
  const { minimumSize } = bucket.lifecycle ?? {};
  const call = bucketCall(
    bucket,
    summary,
    { tab: MANAGEMENT, diff },
    {
      service: 's3',
      operation: 'PutBucketLifecycleConfiguration',
      input: {
        Bucket: bucket.name,
        ExpectedBucketOwner: account,
        ...(minimumSize && { TransitionDefaultMinimumObjectSize: minimumSize }),
        LifecycleConfiguration: { Rules: rules },
      },
    },
  );
  // `bucketCall` shows no rows for a new bucket, but the owner must see that files will be deleted.
  return { ...call, diff };
}
