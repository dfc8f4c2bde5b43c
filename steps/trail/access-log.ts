import type { Request } from '../../src/aws/operations.ts';
import type { Account, InteractiveChange, Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { unlessBlocked } from '../shared/unless-blocked.ts';
import { PROPERTIES } from './bucket-call.ts';
import {
  type BucketPolicy,
  onlyEncryptedTransport,
  parseBucketPolicy,
  type Statement,
  withStatements,
} from './bucket-policy.ts';
import { bucketRegion, isManaged, PUBLIC_ACCESS_BLOCKS } from './log-bucket.ts';
import { faultsOf, type Trail } from './trails.ts';

/** Days. As log files are kept, unless somebody says otherwise. */
const KEPT_DAYS = 365;

/** Who uses the bucket of a trail: S3's server access log, CIS 4.4. */
export interface AccessLog {
  /** `s3://bucket/prefix`. `unknown`: nobody lets us read it. */
  to: string | 'off' | 'unknown';
  /** Where it may go. Set only if it is off. */
  target?: Target;
}

interface Target {
  /** The bucket of the trail. */
  source: string;
  name: string;
  region: string;
  isNew: boolean;
  /** It has no rule that says how long files are kept, and has never received any. */
  lacksRule: boolean;
  policy: BucketPolicy | null;
}

/** S3 reserves such a name for this account. */
const targetName = (region: string, account: string): string =>
  `rootlock-access-logs-${account}-${region}-an`;

/** Reads it of a good trail's bucket, whoever made it, if this account owns the bucket. */
export async function readAccessLog(
  look: Look,
  trail: Trail | null,
  regions: Map<string, string | undefined>,
): Promise<AccessLog> {
  if (!trail || faultsOf(trail).length > 0 || !regions.has(trail.bucket)) return { to: 'unknown' };
  return (await unlessBlocked(readLogging(look, trail.bucket, regions))) ?? { to: 'unknown' };
}

async function readLogging(
  look: Look,
  source: string,
  regions: Map<string, string | undefined>,
): Promise<AccessLog> {
  const region = bucketRegion(look.account, source, regions);
  const target = (Bucket: string) => ({ Bucket, ExpectedBucketOwner: look.account.id });
  const found = await look.find('s3', 'GetBucketLogging', target(source), region);
  if (!found) return { to: 'unknown' };
  const { TargetBucket, TargetPrefix = '' } = found.LoggingEnabled ?? {};
  if (TargetBucket) return { to: `s3://${TargetBucket}/${TargetPrefix}` };
  const name = targetName(region, look.account.id);
  // Each log file would make the next one, for ever.
  if (name === source) return { to: 'off' };
  const described = { source, name, region };
  if (!regions.has(name)) {
    return { to: 'off', target: { ...described, isNew: true, lacksRule: true, policy: null } };
  }
  const [policy, status, own, lifecycle] = await Promise.all([
    look.find('s3', 'GetBucketPolicy', target(name), region),
    look.find('s3', 'GetBucketPolicyStatus', target(name), region),
    look.find('s3', 'GetBucketLogging', target(name), region),
    look.find('s3', 'GetBucketLifecycleConfiguration', target(name), region),
  ]);
  // Two buckets that log each other do so too.
  if (own?.LoggingEnabled?.TargetBucket || status?.PolicyStatus?.IsPublic) return { to: 'off' };
  return {
    to: 'off',
    target: {
      ...described,
      isNew: false,
      // A run that was stopped halfway leaves a bucket without either.
      lacksRule: !policy && !lifecycle,
      policy: parseBucketPolicy(policy?.Policy),
    },
  };
}

/** Where to look for who used the log files. */
export const handoverAccessLog = ({ to }: AccessLog): [Text, Text][] =>
  to.startsWith('s3://') ? [[t('access log'), t('{where}', { where: to })]] : [];

/** The access log of a trail's bucket, if it is off and can be on. */
export function offerAccessLog({ target }: AccessLog, account: Account): InteractiveChange[] {
  if (!target) return [];
  const { source, lacksRule } = target;
  const calls = requests(target, account);
  return [
    {
      kind: 'exchange',
      offerId: 'access-log',
      summary: t('Record who uses the bucket {name}', { name: source }),
      // Somebody else made that bucket, and may have a reason.
      ...(!isManaged(source, account.id) && { danger: true as const }),
      diff: [
        [t('access log'), t('none'), t('within hours, to a bucket of its own')],
        [
          t('its files'),
          t('none'),
          lacksRule
            ? t('deleted after {days} days', { days: KEPT_DAYS })
            : t('as that bucket says'),
        ],
        [t('cost'), t('none'), t('S3 storage, usually less than 5 cents a month')],
      ],
      undo: t('S3 console > {name} > {tab} > Server access logging > Edit > Disable', {
        name: source,
        tab: PROPERTIES,
      }),
      calls,
      async run(send) {
        for (const call of calls) await send(call);
      },
    },
  ];
}

function requests(
  { source, name, region, isNew, lacksRule, policy }: Target,
  account: Account,
): Request[] {
  const target = { Bucket: name, ExpectedBucketOwner: account.id };
  const prefix = `${source}/`;
  const document = withStatements(policy, statements(source, name, prefix, account));
  const all = Object.fromEntries(PUBLIC_ACCESS_BLOCKS.map((block) => [block, true]));
  const created: Request = {
    service: 's3',
    operation: 'CreateBucket',
    region,
    input: {
      Bucket: name,
      BucketNamespace: 'account-regional',
      ObjectOwnership: 'BucketOwnerEnforced',
      CreateBucketConfiguration: {
        // S3 refuses us-east-1 as a location constraint.
        ...(region !== 'us-east-1' && { LocationConstraint: region as 'eu-west-1' }),
        Tags: [ROOTLOCK_TAG],
      },
    },
  };
  const settings: Request[] = [
    {
      service: 's3',
      operation: 'PutPublicAccessBlock',
      region,
      input: { ...target, PublicAccessBlockConfiguration: all },
    },
    {
      service: 's3',
      operation: 'PutBucketLifecycleConfiguration',
      region,
      input: {
        ...target,
        LifecycleConfiguration: {
          Rules: [
            {
              ID: 'rootlock-access-logs',
              Status: 'Enabled',
              Filter: { Prefix: '' },
              Expiration: { Days: KEPT_DAYS },
            },
          ],
        },
      },
    },
  ];
  return [
    ...(isNew ? [created] : []),
    ...(lacksRule ? settings : []),
    ...(document
      ? [
          {
            service: 's3' as const,
            operation: 'PutBucketPolicy' as const,
            region,
            input: { ...target, Policy: JSON.stringify(document) },
          },
        ]
      : []),
    {
      service: 's3',
      operation: 'PutBucketLogging',
      region,
      input: {
        Bucket: source,
        ExpectedBucketOwner: account.id,
        BucketLoggingStatus: { LoggingEnabled: { TargetBucket: name, TargetPrefix: prefix } },
      },
    },
  ];
}

/**
 * Lets S3 write the access log of one bucket of this account, and nothing else. Access lists are off there. S3 User Guide,
 * "Permissions for log delivery".
 */
function statements(
  source: string,
  name: string,
  prefix: string,
  { partition, id }: Account,
): Statement[] {
  const arn = `arn:${partition}:s3:::${name}`;
  return [
    {
      Sid: 'RootlockAccessLog',
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${arn}/${prefix}*`,
      Condition: {
        ArnLike: { 'aws:SourceArn': `arn:${partition}:s3:::${source}` },
        StringEquals: { 'aws:SourceAccount': id },
      },
    },
    onlyEncryptedTransport(arn),
  ];
}
