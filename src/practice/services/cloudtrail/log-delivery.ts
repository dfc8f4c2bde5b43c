import type { PracticeState, Trail } from '../../state/account-state.ts';
import { evaluate, parseStatements } from '../policy-language.ts';
import { trailArn } from './find-trail.ts';

/** S3's error when CloudTrail writes into a trail's bucket. The bucket may belong to another account. */
export function deliveryError(
  state: PracticeState,
  trail: Trail,
): 'NoSuchBucket' | 'AccessDenied' | undefined {
  // The bucket of an organization's trail belongs to the management account, and is invisible here.
  if (trail.organization && trail.organization !== state.id) return undefined;
  if (!bucketOf(state, trail)) return 'NoSuchBucket';
  return mayReadAcl(state, trail) && mayWrite(state, trail) ? undefined : 'AccessDenied';
}

/**
 * CloudTrail tries to write before it takes a trail, and leaves an empty object behind: also if it then refuses the
 * trail, since the test of `s3:GetBucketAcl` comes later. Recorded from a real account.
 */
export function leaveEmptyObject(state: PracticeState, trail: Trail, now: Date): void {
  const bucket = bucketOf(state, trail);
  if (!bucket || !mayWrite(state, trail)) return;
  const [key = ''] = foldersOf(state, trail);
  const others = (bucket.objects ?? []).filter((one) => one.key !== key);
  bucket.objects = [...others, { key, modified: now.toISOString(), size: 0 }];
}

const bucketOf = (state: PracticeState, trail: Trail) =>
  state.buckets.find(({ name }) => name === trail.bucket);

const arnOf = ({ bucket }: Trail) => `arn:aws:s3:::${bucket}`;

const mayReadAcl = (state: PracticeState, trail: Trail): boolean =>
  isAllowed(state, trail, 's3:GetBucketAcl', arnOf(trail));

const mayWrite = (state: PracticeState, trail: Trail): boolean =>
  foldersOf(state, trail).every((folder) => {
    const file = `${arnOf(trail)}/${folder}${trail.region}/log.json.gz`;
    return isAllowed(state, trail, 's3:PutObject', file);
  });

function isAllowed(state: PracticeState, trail: Trail, action: string, resource: string): boolean {
  const policy = bucketOf(state, trail)?.policy;
  const context = {
    'aws:SecureTransport': 'true',
    'aws:SourceAccount': state.id,
    'aws:SourceArn': trailArn(state, trail),
    's3:x-amz-acl': 'bucket-owner-full-control',
  };
  const request = { action, resource, service: 'cloudtrail.amazonaws.com', context };
  return evaluate(policy ? parseStatements(policy) : [], request) === 'allowed';
}

/** An organization's trail also writes to the folder of the organization. */
function foldersOf({ id, organization }: PracticeState, trail: Trail): string[] {
  const prefix = trail.prefix ? `${trail.prefix}/` : '';
  const owners = [id, ...(trail.organization && organization ? [`${organization.id}/${id}`] : [])];
  return owners.map((owner) => `${prefix}AWSLogs/${owner}/CloudTrail/`);
}
