import type { PublicAccessBlockConfiguration } from '@aws-sdk/client-s3';
import { badRequest } from '../operation-table.ts';

/** Replaces all four settings: an omitted one is off. */
export function checkedBlock(given: PublicAccessBlockConfiguration = {}) {
  if (Object.values(given).every((one) => one === undefined)) {
    throw badRequest('InvalidRequest', 'Must specify at least one configuration.');
  }
  return {
    BlockPublicAcls: given.BlockPublicAcls ?? false,
    IgnorePublicAcls: given.IgnorePublicAcls ?? false,
    BlockPublicPolicy: given.BlockPublicPolicy ?? false,
    RestrictPublicBuckets: given.RestrictPublicBuckets ?? false,
  };
}
