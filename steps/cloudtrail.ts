import { isOffer } from '../src/engine/change.ts';
import { type Change, type Look, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import {
  handoverMails,
  type LogFileMails,
  offerLogFileMails,
  readLogFileMails,
  withNotifications,
} from './alerts/log-file-mails.ts';
import {
  type AccessLog,
  handoverAccessLog,
  offerAccessLog,
  readAccessLog,
} from './trail/access-log.ts';
import { hardeningChanges } from './trail/bucket-hardening.ts';
import { logFolder } from './trail/bucket-policy.ts';
import { allowDelivery } from './trail/delivery-policy.ts';
import { type Bucket, bucketEvidence, findLogBucket } from './trail/log-bucket.ts';
import { placeIn } from './trail/log-place.ts';
import { readTrails } from './trail/read-trails.ts';
import { countOlderFiles, daysKept, hasOtherRules, type OlderFiles } from './trail/retention.ts';
import type { OtherTrails } from './trail/trail-calls.ts';
import { newTrail, trailArn, trailRepairs } from './trail/trail-changes.ts';
import {
  bucketQuestion,
  daysQuestion,
  defaultDays,
  prefixQuestion,
} from './trail/trail-questions.ts';
import { trailStatus } from './trail/trail-status.ts';
import { bestTrail, isUnreadable, type Trail, trailEvidence } from './trail/trails.ts';
import { defaultBucket, typedBucket } from './trail/typed-bucket.ts';

interface Seen {
  trail: Trail | null;
  /** Further trails that record management events, or may do so. AWS charges for each copy but the first. */
  others: OtherTrails;
  /** Names of trails of which AWS does not say here what they record. */
  unreadable: string[];
  /** Regions of such trails that are closed to this account. */
  outOfScope: string[];
  /** The bucket that receives the trail's files, now or once it is made. */
  bucket: Bucket;
  /** Names of the account's buckets: the owner may choose one of them. */
  buckets: string[];
  /** The owner's answers about a folder in it. */
  folder: { withBucket: string; alone: string };
  /** Log files that a new rule would delete at once. `null`: nobody knows, or there is nothing to count. */
  older: OlderFiles | null;
  /** The id of the organization that the trail records, if its bucket has to let it write again. */
  organization: string | null;
  /** Whether a mail for each log file is offered, or waited for. */
  mails: LogFileMails;
  /** Whether S3 records who uses the bucket. */
  accessLog: AccessLog;
}

export default step({
  id: 'cloudtrail',
  title: t('CloudTrail'),
  why: t(
    'It records who did what, for longer than the 90 days that AWS keeps, and nobody can change the record unnoticed.',
  ),
  cost: t('5 to 20 cents a month, more if busy'),
  controls: ['trail', 'log-file-validation'],

  async observe(look): Promise<Seen> {
    const [{ trails, outOfScope }, { Buckets = [] }] = await Promise.all([
      readTrails(look),
      // S3 includes the regions only if MaxBuckets is given.
      look.read('s3', 'ListBuckets', { MaxBuckets: 1000 }),
    ]);
    const trail = bestTrail(trails, look.account) ?? null;
    const regions = new Map(Buckets.map(({ Name = '', BucketRegion }) => [Name, BucketRegion]));
    const [bucket, mails, accessLog] = await Promise.all([
      findLogBucket(look, trail, regions),
      readLogFileMails(look, trail),
      readAccessLog(look, trail, regions),
    ]);
    const others = trails.filter(
      (other) => other.arn !== trail?.arn && other.logging !== false && other.events !== 'none',
    );
    const seen = {
      trail,
      others: {
        names: others.map(({ name }) => name),
        isUncertain: others.length > 0 && others.every(isUnreadable),
      },
      unreadable: trails.filter(isUnreadable).map(({ name }) => name),
      outOfScope,
      bucket,
      buckets: [...regions.keys()],
      folder: {
        withBucket: placeIn(knownText(look, 'cloudtrail.bucket')).folder,
        alone: knownText(look, 'cloudtrail.prefix'),
      },
    };
    return {
      ...seen,
      older: await olderFiles(look, seen),
      organization: await organizationOf(look, trail, bucket),
      mails,
      accessLog,
    };
  },

  evidence: ({ trail, others, unreadable, outOfScope, bucket, accessLog }) => ({
    trail: trail && trailEvidence(trail),
    others: { ...others },
    unreadable,
    outOfScope,
    bucket: bucketEvidence(bucket),
    accessLog: accessLog.to,
  }),

  status: (seen) => withNotifications(trailStatus(seen), seen.trail, seen.mails),

  handover({ trail, bucket, mails, accessLog }) {
    const { prefix = '' } = trail ?? {};
    const where = `s3://${bucket.name}/${prefix === '' ? '' : `${prefix}/`}AWSLogs/`;
    return [
      [t('your logs'), t('{where}', { where })],
      ...handoverAccessLog(accessLog),
      ...handoverMails(mails),
    ];
  },

  mayAsk: { bucket: 'text', prefix: 'text', days: 'number' },

  questions(seen, account) {
    const { trail, bucket, buckets, folder } = seen;
    const defaultName = defaultBucket(bucket, account);
    const others = buckets.filter((name) => name !== defaultName);
    const asksForFolder =
      folder.withBucket === '' && (bucket.kind === 'existing' || folder.alone !== '');
    return {
      ...(!trail && { bucket: bucketQuestion(defaultName, others, bucket.taken) }),
      ...(!trail && asksForFolder && { prefix: prefixQuestion }),
      ...(asksForRetention(seen) && { days: daysQuestion(bucket) }),
    };
  },

  plan(seen, answers: { bucket?: string; prefix?: string; days?: number }, account) {
    const { trail, others, organization, mails, accessLog } = seen;
    const place = placeIn(answers.bucket ?? seen.bucket.name);
    const bucket = trail
      ? seen.bucket
      : typedBucket(seen.bucket, place.name, seen.buckets, account);
    const isTyped = bucket !== seen.bucket;
    const home = trail?.home ?? (bucket.kind === 'existing' ? account.region : bucket.region);
    const prefix = trail?.prefix ?? (place.folder || (answers.prefix ?? ''));
    const delivery = {
      partition: account.partition,
      account: account.id,
      trail: trail?.arn ?? trailArn(account, home),
      prefix,
      ...(organization && { organization }),
    };
    const target = { trail, bucket };
    const days = asksForRetention(target) ? (answers.days ?? defaultDays(bucket)) : 0;
    const older = isTyped ? null : seen.older;
    const changes: Change[] =
      isTyped && bucket.kind !== 'new'
        ? allowDelivery(bucket, delivery)
        : mayHarden(target)
          ? hardeningChanges(bucket, { delivery, days: days === 0 ? null : days, older })
          : [];
    // The owner decides about the bucket first.
    if (changes.some(({ kind }) => kind === 'console')) return changes;
    if (!trail) return [...changes, ...newTrail(account, home, bucket.name, prefix, others)];
    changes.push(
      ...trailRepairs(trail, bucket, others, { delivery, mayHarden: mayHarden(target) }),
    );
    if (!changes.every(isOffer)) return changes;
    return [
      ...changes,
      ...(mails.isOffered ? [offerLogFileMails(trail, mails, account)] : []),
      ...offerAccessLog(accessLog, account),
    ];
  },
});

type SeenFirst = Omit<Seen, 'older' | 'organization' | 'mails' | 'accessLog'>;

/** An answer of the owner's, or ''. */
function knownText(look: Look, id: string): string {
  const answer = look.known(id);
  return typeof answer === 'string' ? answer : '';
}

/** Counts what a rule would delete at once, with the number of days that the owner has chosen, if they have. */
async function olderFiles(look: Look, seen: SeenFirst): Promise<OlderFiles | null> {
  const { bucket, folder } = seen;
  if (bucket.kind === 'new' || !asksForRetention(seen)) return null;
  const known = look.known('cloudtrail.days');
  const chosen = Number.isInteger(known) ? Number(known) : defaultDays(bucket);
  const prefix = folder.withBucket || folder.alone;
  if (chosen === 0) return null;
  return countOlderFiles(look, bucket, logFolder({ account: look.account.id, prefix }), chosen);
}

/** The trail of an organization writes to a folder of that name too. */
async function organizationOf(
  look: Look,
  trail: Trail | null,
  bucket: Bucket,
): Promise<string | null> {
  if (!trail?.own || !trail.organization || (bucket.kind !== 'new' && !trail.error)) return null;
  const { Organization } = await look.read('organizations', 'DescribeOrganization', {});
  return Organization?.Id ?? null;
}

/**
 * May the step change the bucket's settings? Only if Rootlock made it, will make it, or the owner chose it for a new
 * trail.
 */
const mayHarden = ({ trail, bucket }: Pick<Seen, 'trail' | 'bucket'>): boolean =>
  bucket.kind === 'new' || bucket.kind === 'managed' || (!trail && bucket.kind === 'existing');

/**
 * Does the step decide how long log files are kept? Only for a new trail whose bucket has no rules. If a trail already
 * writes and our rule is missing, the owner removed it and keeps the files for ever.
 */
function asksForRetention(seen: Pick<Seen, 'trail' | 'bucket'>): boolean {
  const { trail, bucket } = seen;
  const { kind, lifecycle } = bucket;
  const isUnknown = kind === 'existing' && lifecycle === null;
  return (
    !trail &&
    mayHarden(seen) &&
    !isUnknown &&
    daysKept(lifecycle) === null &&
    !hasOtherRules(lifecycle)
  );
}
