import type { Request } from '../../src/aws/operations.ts';
import type { ApiCall } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import type { Bucket } from './log-bucket.ts';

/** Tabs of the S3 console where the owner can undo a change. */
export const PERMISSIONS = t('Permissions');
export const PROPERTIES = t('Properties');
export const MANAGEMENT = t('Management');

/** A new bucket is named only where it is created, because its name is long. */
export const describeBucket = ({ kind, name }: Bucket): Text =>
  kind === 'new' ? t('the bucket') : t('the bucket {name}', { name });

export type Diff = NonNullable<ApiCall['diff']>;

/** A call that changes one setting of a bucket. */
export function bucketCall(
  { name, region, kind }: Bucket,
  summary: Text,
  { tab, diff }: { tab: Text; diff: Diff },
  request: Request,
): ApiCall {
  return {
    kind: 'call',
    summary,
    // Others may depend on the settings of a bucket that Rootlock did not make.
    ...(kind === 'existing' && { danger: true }),
    // A new bucket has no settings that could get lost, and undoing its creation undoes everything else.
    ...(kind !== 'new' && { diff, undo: t('S3 console > {name} > {tab}', { name, tab }) }),
    ...request,
    region,
  };
}
