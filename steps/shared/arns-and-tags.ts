import type { Account } from '../../src/engine/step.ts';

/** ARN of a policy that AWS manages: `aws` stands in place of the account id. */
export const managedPolicy = ({ partition }: Pick<Account, 'partition'>, name: string): string =>
  `arn:${partition}:iam::aws:policy/${name}`;

export const rootArn = ({ partition, id }: Pick<Account, 'partition' | 'id'>): string =>
  `arn:${partition}:iam::${id}:root`;

/** Rootlock tags everything it creates, if the API accepts tags. */
export const ROOTLOCK_TAG = { Key: 'managed-by', Value: 'rootlock' };

export const hasRootlockTag = (
  tags: { Key?: string | undefined; Value?: string | undefined }[] = [],
) => tags.some(({ Key, Value }) => Key === ROOTLOCK_TAG.Key && Value === ROOTLOCK_TAG.Value);
