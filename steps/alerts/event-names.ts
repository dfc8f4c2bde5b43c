/**
 * IAM calls that make a way in for a person or a program. Left out: `ChangePassword` (people change their own),
 * `EnableMFADevice` (it makes a way in narrower), and `CreateRole` (a role without rights is good for nothing).
 */
export const CREDENTIALS_MADE = [
  'CreateUser',
  'CreateLoginProfile',
  'UpdateLoginProfile',
  'CreateAccessKey',
  // An inactive key works again. CloudTrail has the same name for switching one off.
  'UpdateAccessKey',
  // Git, Keyspaces, and API keys of Amazon Bedrock.
  'CreateServiceSpecificCredential',
  'ResetServiceSpecificCredential',
  'UploadSSHPublicKey',
  'UploadSigningCertificate',
  // Everybody whom an identity provider vouches for.
  'CreateSAMLProvider',
  'UpdateSAMLProvider',
  'CreateOpenIDConnectProvider',
] as const;

/**
 * IAM calls that give somebody rights, or let somebody else use them. Left out: `CreatePolicy` (it gives nothing until it is
 * attached) and services' own roles (`CreateServiceLinkedRole`).
 */
export const RIGHTS_GIVEN = [
  'AttachUserPolicy',
  'AttachGroupPolicy',
  'AttachRolePolicy',
  'PutUserPolicy',
  'PutGroupPolicy',
  'PutRolePolicy',
  'AddUserToGroup',
  'CreatePolicyVersion',
  'SetDefaultPolicyVersion',
  // Who may take a role on.
  'UpdateAssumeRolePolicy',
  // What was forbidden until now.
  'DeleteUserPermissionsBoundary',
  'DeleteRolePermissionsBoundary',
] as const;

/** What makes a trail record less, or elsewhere. Only its home region accepts these calls. */
export const TRAIL_CHANGES = [
  'StopLogging',
  'DeleteTrail',
  'UpdateTrail',
  'PutEventSelectors',
  'PutInsightSelectors',
] as const;

/** What lets others read or delete the log files, or keeps CloudTrail from writing them. */
export const BUCKET_CHANGES = [
  'DeleteBucket',
  'PutBucketPolicy',
  'DeleteBucketPolicy',
  'PutBucketAcl',
  'PutBucketPublicAccessBlock',
  'DeleteBucketPublicAccessBlock',
  // PutBucketLifecycleConfiguration is recorded under its older name.
  'PutBucketLifecycle',
  'DeleteBucketLifecycle',
  'PutBucketVersioning',
  'PutBucketEncryption',
] as const;
