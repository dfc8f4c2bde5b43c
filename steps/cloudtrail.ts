import { type Change, type Question, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { hardeningCalls } from './trail/bucket-hardening.ts';
import { type Bucket, bucketName, findLogBucket } from './trail/log-bucket.ts';
import { newTrail, trailArn, trailRepairs } from './trail/trail-changes.ts';
import { bestTrail, faultsOf, readTrails, type Trail } from './trail/trails.ts';

/** Days. AWS keeps its own history for 90 days. */
const [MIN_DAYS, DEFAULT_DAYS, MAX_DAYS] = [90, 365, 3650];

interface Seen {
  trail: Trail | null;
  /** Names of further trails that record management events. AWS charges for each copy but the first. */
  others: string[];
  /** The bucket that receives the trail's files, now or once it is made. */
  bucket: Bucket;
  /** Names of the account's buckets: the owner may choose one of them. */
  buckets: string[];
}

export default step({
  id: 'cloudtrail',
  title: t('CloudTrail'),
  why: t(
    'A record of who did what, kept longer than AWS’s 90 days, that shows if anybody, administrators too, changes it.',
  ),
  cost: t(
    'about 0.05 to 0.20 USD a month in S3 for a quiet account; the first copy of the events is free',
  ),

  async observe(look): Promise<Seen> {
    const [trails, { Buckets = [] }] = await Promise.all([
      readTrails(look),
      // S3 includes the regions only if MaxBuckets is given.
      look.read('s3', 'ListBuckets', { MaxBuckets: 1000 }),
    ]);
    const trail = bestTrail(trails, look.account) ?? null;
    const regions = new Map(Buckets.map(({ Name = '', BucketRegion }) => [Name, BucketRegion]));
    return {
      trail,
      others: trails
        .filter((other) => other.arn !== trail?.arn && other.logging && other.events !== 'none')
        .map(({ name }) => name),
      bucket: await findLogBucket(look, trail, regions),
      buckets: [...regions.keys()],
    };
  },

  status({ trail }) {
    if (!trail) return t('no trail: no record older than 90 days');
    const { name, lastFile } = trail;
    const [fault] = faultsOf(trail);
    if (fault) return t('{name}: {fault}', { name, fault });
    if (!lastFile) return t('{name} records all regions; the first file is awaited', { name });
    return t('{name} records all regions; last file {time}', { name, time: toMinute(lastFile) });
  },

  handover({ trail, bucket }) {
    const { prefix = '', lastFile = null } = trail ?? {};
    const where = `s3://${bucket.name}/${prefix === '' ? '' : `${prefix}/`}AWSLogs/`;
    const when = lastFile
      ? t('last file {time}', { time: toMinute(lastFile) })
      : t('the first file comes within minutes, mostly');
    return [[t('your logs'), t('{where}, {when}', { where, when })]];
  },

  questions(seen, account) {
    const { trail, bucket, buckets } = seen;
    const defaultName =
      bucket.kind === 'managed' ? bucket.name : bucketName(account.region, account.id);
    const others = buckets.filter((name) => name !== defaultName);
    return {
      ...(!trail && others.length > 0 && { bucket: bucketQuestion(defaultName, others) }),
      ...(!trail && bucket.kind === 'existing' && { prefix }),
      ...(asksForRetention(seen) && !bucket.settings?.otherRules && { days }),
    };
  },

  plan(seen, answers: { prefix?: string; days?: number }, account) {
    const { trail, bucket } = seen;
    const home = trail?.home ?? (bucket.kind === 'existing' ? account.region : bucket.region);
    const folder = trail?.prefix ?? answers.prefix ?? '';
    const changes: Change[] = [];
    if (mayHarden(seen)) {
      changes.push(
        ...hardeningCalls(bucket, {
          account,
          trail: trail?.arn ?? trailArn(account, home),
          prefix: folder,
          days: asksForRetention(seen) ? (answers.days ?? DEFAULT_DAYS) : null,
        }),
      );
    }
    changes.push(
      ...(trail
        ? trailRepairs(trail, bucket, seen.others, account)
        : newTrail(account, home, bucket.name, folder, seen.others)),
    );
    return changes;
  },
});

/**
 * May the step change the bucket's settings? Only if Rootlock made it, will make it, or the owner chose it for a new
 * trail.
 */
const mayHarden = ({ trail, bucket }: Seen): boolean =>
  bucket.kind === 'new' || bucket.kind === 'managed' || (!trail && bucket.kind === 'existing');

/**
 * Does the step decide how long log files are kept? Only for a new trail whose bucket has no rule of ours. If a trail
 * already writes and our rule is missing, the owner removed it and keeps the files for ever.
 */
const asksForRetention = (seen: Seen): boolean =>
  mayHarden(seen) && !seen.trail && seen.bucket.settings?.days == null;

const toMinute = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;

const bucketQuestion = (defaultName: string, others: string[]): Question<'text'> => ({
  kind: 'text',
  message: t('Bucket for the logs? A new one is best; or one of yours: {others}', {
    others: others.join(', '),
  }),
  initial: defaultName,
  validate: (name) =>
    name === defaultName || others.includes(name)
      ? undefined
      : t('This account has no bucket of that name.'),
});

const prefix: Question<'text'> = {
  kind: 'text',
  message: t('Folder in that bucket? Nothing for none.'),
  initial: '',
  validate: (name) =>
    /^([\w.-]+(\/[\w.-]+)*)?$/.test(name) && name.length <= 200
      ? undefined
      : t('Letters, digits and . _ - please, with / between, at most 200.'),
};

const days: Question<'number'> = {
  kind: 'number',
  message: t('How many days are log files kept?'),
  min: MIN_DAYS,
  max: MAX_DAYS,
  initial: DEFAULT_DAYS,
};
