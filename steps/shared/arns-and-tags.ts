import type { Account } from '../../src/engine/step.ts';

/** AWS's own managed policies; `aws` stands where the account id stands in others. */
export const managedPolicy = ({ partition }: Pick<Account, 'partition'>, name: string): string =>
  `arn:${partition}:iam::aws:policy/${name}`;

export const rootArn = ({ partition, id }: Pick<Account, 'partition' | 'id'>): string =>
  `arn:${partition}:iam::${id}:root`;

/** What Rootlock creates carries this, wherever the API has tags. */
export const ROOTLOCK_TAG = { Key: 'managed-by', Value: 'rootlock' };

export const hasRootlockTag = (
  tags: { Key?: string | undefined; Value?: string | undefined }[] = [],
) => tags.some(({ Key, Value }) => Key === ROOTLOCK_TAG.Key && Value === ROOTLOCK_TAG.Value);
