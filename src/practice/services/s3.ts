import { buckets } from './s3/buckets.ts';
import { policies } from './s3/policies.ts';
import { settings } from './s3/settings.ts';

export const s3 = {
  ...buckets,
  ...policies,
  ...settings,
};
