import { byLetters } from '../../src/text/by-letters.ts';
import { asArray, parsePolicy } from '../iam/policy-document.ts';
import { isLike } from '../iam/policy-evaluation.ts';

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

export interface Delivery {
  partition: string;
  account: string;
  bucket: string;
  /** Without a slash at its end. Usually ''. */
  prefix: string;
  /** The trail's ARN. */
  trail: string;
  /** The id of the organization, if the trail records all its accounts. */
  organization?: string;
}

/** The folder that a trail writes to. */
export const logFolder = ({ account, prefix }: Pick<Delivery, 'account' | 'prefix'>): string =>
  `${prefix === '' ? '' : `${prefix}/`}AWSLogs/${account}/`;

/**
 * Lets one trail write to its folder, and forbids unencrypted transport to everybody. The trail of an organization writes
 * to the folders of the account and of the organization. CloudTrail User Guide, "Amazon S3 bucket policy for
 * CloudTrail", "... for organization trails".
 */
export function trailStatements(delivery: Delivery): Statement[] {
  const { partition, bucket, trail, account, prefix, organization } = delivery;
  const arn = `arn:${partition}:s3:::${bucket}`;
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  const files = `${arn}/${logFolder({ account, prefix })}*`;
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
      Resource: organization
        ? [files, `${arn}/${logFolder({ account: organization, prefix })}*`]
        : files,
      Condition: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceArn': trail },
      },
    },
    onlyEncryptedTransport(arn),
  ];
}

/** Forbids unencrypted transport to everybody. */
export const onlyEncryptedTransport = (arn: string): Statement => ({
  Sid: 'RootlockOnlyEncryptedTransport',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [arn, `${arn}/*`],
  // Deny exactly this: a broader Deny locks out everybody but root.
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

/** What a policy lacks for a trail. */
interface Lack {
  /** The policy with `added`. Every statement that was there stays. */
  policy: BucketPolicy;
  added: Statement[];
  /** Statements that Rootlock made, by their Sid, and somebody has changed since. They say something else than `added`. */
  edited: Statement[];
}

/** `undefined` if the policy says all that the trail needs. */
export function lackOf(policy: BucketPolicy | null, delivery: Delivery): Lack | undefined {
  const existing = policy?.Statement ?? [];
  const missing = trailStatements(delivery).filter(
    (wanted) => !existing.some((one) => says(one, wanted, delivery)),
  );
  if (missing.length === 0) return undefined;
  const wantedSids = new Set(missing.map(({ Sid }) => Sid));
  return {
    ...policyWith(policy, missing),
    edited: existing.filter(({ Sid }) => Sid !== undefined && wantedSids.has(Sid)),
  };
}

/** The policy with these statements after its own. `undefined` if it has them all. */
export function withStatements(
  policy: BucketPolicy | null,
  wanted: Statement[],
): BucketPolicy | undefined {
  const existing = policy?.Statement ?? [];
  const missing = wanted.filter(
    (one) => !existing.some((other) => normalized(other) === normalized(one)),
  );
  if (missing.length === 0) return undefined;
  return policyWith(policy, missing).policy;
}

function policyWith(policy: BucketPolicy | null, missing: Statement[]) {
  const existing = policy?.Statement ?? [];
  const taken = new Set(existing.map(({ Sid }) => Sid));
  const added = missing.map((one) => ({ ...one, Sid: freeSid(one.Sid ?? '', taken) }));
  return {
    policy: { Version: '2012-10-17', ...policy, Statement: [...existing, ...added] },
    added,
  };
}

/** `Name`, else `Name2`, and so on: a Sid occurs once in a policy. */
function freeSid(name: string, taken: Set<string | undefined>): string {
  for (let n = 1; ; n++) {
    const sid = n === 1 ? name : `${name}${n}`;
    if (!taken.has(sid)) return sid;
  }
}

/** Does this statement say what is wanted, in its own words? An Allow may say more: a second trail for instance. */
function says(one: Statement, wanted: Statement, delivery: Delivery): boolean {
  if (normalized(one) === normalized(wanted)) return true;
  return (
    one.Effect === 'Allow' &&
    wanted.Effect === 'Allow' &&
    isForCloudTrail(one) &&
    isAbout(one.Action, wanted.Action, 'i') &&
    isAbout(one.Resource, wanted.Resource) &&
    holdsFor(one.Condition, {
      'aws:sourcearn': delivery.trail,
      'aws:sourceaccount': delivery.account,
      's3:x-amz-acl': 'bucket-owner-full-control',
      'aws:securetransport': 'true',
    })
  );
}

const isForCloudTrail = ({ Principal }: Statement): boolean =>
  asArray((Principal as { Service?: string | string[] } | undefined)?.Service).includes(
    'cloudtrail.amazonaws.com',
  );

/** Do the patterns match each of the wanted names? Actions ignore case: `i`. */
export function isAbout(
  patterns: Statement['Action'],
  wanted: Statement['Action'],
  flag?: 'i',
): boolean {
  const inCase = (text: string) => (flag ? text.toLowerCase() : text);
  return asArray(wanted).every((text) =>
    asArray(patterns).some((pattern) => isLike(inCase(pattern), inCase(text))),
  );
}

/** Does every condition hold for a request that says this? `given`: by condition key, in lower case. An unknown key does not hold. */
export function holdsFor(
  conditions: Statement['Condition'] = {},
  given: Record<string, string>,
): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      const value = given[key.toLowerCase()];
      if (value === undefined) return false;
      const wanted = asArray(values).map(String);
      if (/^(StringEquals|Bool)$/.test(operator)) return wanted.includes(value);
      return (
        /^(StringLike|ArnLike|ArnEquals)$/.test(operator) &&
        wanted.some((one) => isLike(one, value))
      );
    }),
  );
}

/** Does any statement let CloudTrail write, even conditionally? */
export const allowsCloudTrail = (policy: BucketPolicy | null): boolean =>
  (policy?.Statement ?? []).some(
    (one) =>
      one.Effect === 'Allow' &&
      isForCloudTrail(one) &&
      asArray(one.Action).some((action) => ['s3:PutObject', 's3:*', '*'].includes(action)),
  );

/** The statements of a public policy that let everybody in, by their Sid or their place. */
export const publicStatements = (policy: BucketPolicy | null): string[] =>
  (policy?.Statement ?? []).flatMap(({ Sid, Effect, Principal }, index) => {
    const isForAll =
      Principal === '*' ||
      asArray((Principal as { AWS?: string | string[] } | undefined)?.AWS).includes('*');
    return Effect === 'Allow' && isForAll ? [Sid ?? `#${index + 1}`] : [];
  });

/** Gives equal texts for statements with the same meaning: ids, order, and lists of one make no difference. */
export function normalized({ Sid: _, ...statement }: Statement): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.length === 1 ? sorted(value[0]) : value.map(sorted).sort();
    if (value === null || typeof value !== 'object') return String(value);
    const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => byLetters(a, b)));
  };
  return JSON.stringify(sorted(statement));
}
