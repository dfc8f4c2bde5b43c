interface Operation {
  service: string;
  operation: string;
  /** It changes something. */
  write: boolean;
}

/** An IAM policy document. */
interface Policy {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: string[]; Resource: '*' }[];
}

/**
 * Operations that only root calls, on its own keys and certificates. No policy limits root, and anybody else would gain
 * power over other people's keys.
 */
const ROOT_ONLY = new Set([
  'DeleteAccessKey',
  'DeleteSigningCertificate',
  'GetAccessKeyLastUsed',
  'ListSigningCertificates',
  'UpdateAccessKey',
]);

/**
 * The policy that lets somebody other than root call these operations. The reads have a statement of their own, since
 * they are enough for a dry run. The resources are `*`: what a run will find or create is not known beforehand.
 */
export function permissions(operations: Operation[]): Policy {
  const allowed = operations.filter(({ operation }) => !ROOT_ONLY.has(operation));
  const reads = allowed.filter(({ write }) => !write);
  const writes = allowed.filter(({ write }) => write);
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'RootlockReads', Effect: 'Allow', Action: actions(reads), Resource: '*' },
      { Sid: 'RootlockWrites', Effect: 'Allow', Action: actions(writes), Resource: '*' },
    ],
  };
}

/**
 * Operations whose action has another name, or that need more than one action: creating something with tags needs the
 * right to tag. Source: Service Authorization Reference.
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
  's3:ListObjectsV2': ['s3:ListBucket'],
  's3:ListBuckets': ['s3:ListAllMyBuckets'],
  's3:PutBucketEncryption': ['s3:PutEncryptionConfiguration'],
  's3:PutBucketLifecycleConfiguration': ['s3:PutLifecycleConfiguration'],
  's3:PutPublicAccessBlock': ['s3:PutBucketPublicAccessBlock'],
};

/** Each action once, sorted. */
const actions = (operations: Operation[]): string[] => {
  const all = operations.flatMap(({ service, operation }) => {
    const name = `${service}:${operation}`;
    return ACTIONS[name] ?? [name];
  });
  return [...new Set(all)].sort();
};
