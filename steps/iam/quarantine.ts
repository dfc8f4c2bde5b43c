import type { Output } from '../../src/aws/operations.ts';

/** AWS attaches it to a user whose access key it found somewhere public. IAM has several versions of it. */
const QUARANTINE = /^AWSCompromisedKeyQuarantine/;

type User = NonNullable<Output<'iam', 'GetAccountAuthorizationDetails'>['UserDetailList']>[number];

export const isQuarantine = (policyName: string): boolean => QUARANTINE.test(policyName);

export const isQuarantined = ({ AttachedManagedPolicies = [] }: User): boolean =>
  AttachedManagedPolicies.some(({ PolicyName = '' }) => isQuarantine(PolicyName));
