import { isReading, services } from '../aws/operations.ts';

interface Said {
  service: string;
  operation: string;
}

/** An IAM policy document. */
interface Policy {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: string[]; Resource: '*' }[];
}

/** Everything that a run can say to AWS. Loads the SDK's clients. */
export async function operations(): Promise<Said[]> {
  const modules = await Promise.all(
    Object.entries(services).map(async ([service, load]) => ({ service, exported: await load() })),
  );
  return modules.flatMap(({ service, exported }) =>
    Object.keys(exported)
      .filter((name) => name !== 'Client')
      .map((operation) => ({ service, operation })),
  );
}

/**
 * Called by root alone, about its own keys and certificates. No policy limits root; anybody else would be given power
 * over other people's keys by them.
 */
const BY_ROOT = new Set([
  'DeleteAccessKey',
  'DeleteSigningCertificate',
  'GetAccessKeyLastUsed',
  'ListAccessKeys',
  'ListSigningCertificates',
  'UpdateAccessKey',
]);

/**
 * The policy that lets somebody who is not root call these operations. Reads stand apart: they alone are enough for a
 * dry run. The resources are `*`, since what a run will find or make is not known beforehand.
 */
export function permissions(said: Said[]): Policy {
  const asked = said.filter(({ operation }) => !BY_ROOT.has(operation));
  const reads = asked.filter(({ operation }) => isReading(operation));
  const writes = asked.filter(({ operation }) => !isReading(operation));
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'RootlockReads', Effect: 'Allow', Action: actions(reads), Resource: '*' },
      { Sid: 'RootlockWrites', Effect: 'Allow', Action: actions(writes), Resource: '*' },
    ],
  };
}

/**
 * Where an action has not the name of its operation, or the operation needs more than one: what is created with tags
 * needs the right to tag. Service Authorization Reference.
 */
const ACTIONS: Record<string, string[]> = {
  'budgets:CreateBudget': ['budgets:ModifyBudget'],
  'budgets:CreateNotification': ['budgets:ModifyBudget'],
  'budgets:CreateSubscriber': ['budgets:ModifyBudget'],
  'budgets:DescribeBudgets': ['budgets:ViewBudget'],
  'budgets:DescribeNotificationsForBudget': ['budgets:ViewBudget'],
  'budgets:DescribeSubscribersForNotification': ['budgets:ViewBudget'],
  'budgets:UpdateBudget': ['budgets:ModifyBudget'],
  'cloudtrail:CreateTrail': ['cloudtrail:AddTags', 'cloudtrail:CreateTrail'],
  'iam:CreateUser': ['iam:CreateUser', 'iam:TagUser'],
  'iam:CreateVirtualMFADevice': ['iam:CreateVirtualMFADevice', 'iam:TagMFADevice'],
  's3:CreateBucket': ['s3:CreateBucket', 's3:PutBucketOwnershipControls', 's3:TagResource'],
  's3:GetBucketEncryption': ['s3:GetEncryptionConfiguration'],
  's3:GetBucketLifecycleConfiguration': ['s3:GetLifecycleConfiguration'],
  's3:GetPublicAccessBlock': ['s3:GetBucketPublicAccessBlock'],
  's3:HeadBucket': ['s3:ListBucket'],
  's3:ListBuckets': ['s3:ListAllMyBuckets'],
  's3:PutBucketEncryption': ['s3:PutEncryptionConfiguration'],
  's3:PutBucketLifecycleConfiguration': ['s3:PutLifecycleConfiguration'],
  's3:PutPublicAccessBlock': ['s3:PutBucketPublicAccessBlock'],
};

/** Each once, in order. */
const actions = (said: Said[]): string[] => {
  const all = said.flatMap(({ service, operation }) => {
    const name = `${service}:${operation}`;
    return ACTIONS[name] ?? [name];
  });
  return [...new Set(all)].sort();
};
