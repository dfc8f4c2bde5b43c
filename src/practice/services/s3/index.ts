import { accessLogs } from './access-logs.ts';
import { buckets } from './buckets.ts';
import { objects } from './objects.ts';
import { bucketPolicies } from './policies.ts';
import { bucketSettings } from './settings.ts';

export const operations = {
  ...accessLogs,
  ...buckets,
  ...bucketPolicies,
  ...bucketSettings,
  ...objects,
};
