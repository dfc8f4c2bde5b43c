import { buckets } from './s3/buckets.ts';
import { objects } from './s3/objects.ts';
import { bucketPolicies } from './s3/policies.ts';
import { bucketSettings } from './s3/settings.ts';

export const s3 = {
  ...buckets,
  ...bucketPolicies,
  ...bucketSettings,
  ...objects,
};
