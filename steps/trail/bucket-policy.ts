import { asArray, parsePolicy } from '../iam/policy-document.ts';

export interface Statement {
  Sid?: string;
  Effect: string;
  Principal?: unknown;
  Action?: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}
export interface BucketPolicy {
  Version?: string;
  Id?: string;
  Statement: Statement[];
}

/** Parses the JSON text that S3 returns. `undefined` gives `null`: the bucket has no policy. */
export function parseBucketPolicy(text: string | undefined): BucketPolicy | null {
  if (text === undefined) return null;
  const policy = parsePolicy<
    Omit<BucketPolicy, 'Statement'> & { Statement?: Statement | Statement[] }
  >(() => JSON.parse(text));
  return { ...policy, Statement: asArray(policy.Statement) };
}

interface Delivery {
  partition: string;
  account: string;
  bucket: string;
  /** Without a slash at its end. Usually ''. */
  prefix: string;
  /** The trail's ARN. */
  trail: string;
}

/** The folder that a trail writes to. */
export const logFolder = ({ account, prefix }: Pick<Delivery, 'account' | 'prefix'>): string =>
  `${prefix === '' ? '' : `${prefix}/`}AWSLogs/${account}/`;

/**
 * Lets one trail write to its folder, and forbids unencrypted transport to everybody. CloudTrail User Guide, "Amazon S3
 * bucket policy for CloudTrail".
 */
export function trailStatements({ partition, bucket, trail, ...folder }: Delivery): Statement[] {
  const arn = `arn:${partition}:s3:::${bucket}`;
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  return [
    {
      Sid: 'RootlockTrailMayCheckTheBucket',
      Effect: 'Allow',
      Principal,
      Action: 's3:GetBucketAcl',
      Resource: arn,
      Condition: { StringEquals: { 'aws:SourceArn': trail } },
    },
    {
      Sid: 'RootlockTrailMayWriteLogs',
      Effect: 'Allow',
      Principal,
      Action: 's3:PutObject',
      Resource: `${arn}/${logFolder(folder)}*`,
      Condition: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceArn': trail },
      },
    },
    {
      Sid: 'RootlockOnlyEncryptedTransport',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [arn, `${arn}/*`],
      // Deny exactly this: a broader Deny locks out everybody but root.
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ];
}

/** `policy` with these statements added, or `undefined` if it contains them all. Foreign statements stay. */
export function withStatements(
  policy: BucketPolicy | null,
  wanted: Statement[],
): BucketPolicy | undefined {
  const existing = policy?.Statement ?? [];
  const missing = wanted.filter(
    (one) => !existing.some((other) => normalized(other) === normalized(one)),
  );
  if (missing.length === 0) return undefined;
  const replaced = new Set(missing.map(({ Sid }) => Sid));
  const kept = existing.filter(({ Sid }) => Sid === undefined || !replaced.has(Sid));
  return { Version: '2012-10-17', ...policy, Statement: [...kept, ...missing] };
}

/** Does any statement let CloudTrail write, even conditionally? */
export const allowsCloudTrail = (policy: BucketPolicy | null): boolean =>
  (policy?.Statement ?? []).some(
    ({ Effect, Principal, Action }) =>
      Effect === 'Allow' &&
      asArray((Principal as { Service?: string | string[] } | undefined)?.Service).includes(
        'cloudtrail.amazonaws.com',
      ) &&
      asArray(Action).some((action) => ['s3:PutObject', 's3:*', '*'].includes(action)),
  );

/** Gives equal texts for statements with the same meaning: ids, order, and lists of one make no difference. */
function normalized({ Sid: _, ...statement }: Statement): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.length === 1 ? sorted(value[0]) : value.map(sorted).sort();
    if (value === null || typeof value !== 'object') return String(value);
    const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
  };
  return JSON.stringify(sorted(statement));
}
