/**
 * `credential`: a password or a code. It is masked in every report.
 * `private`: the owner may see it, strangers may not, a mail address for instance. It is shown to the owner.
 * `personal`: somebody's name, address or phone number. It is shown to the owner, and kept in no file.
 */
type Sensitivity = 'credential' | 'private' | 'personal';

/**
 * The members of inputs that the SDK's schemas mark as sensitive, as `service:operation.path`, and two that they forget:
 * the MFA codes. A list adds nothing to a path. A test compares the paths with the schemas of all operations.
 */
export const SENSITIVE_INPUTS: Record<string, Sensitivity> = {
  'account:PutAlternateContact.EmailAddress': 'personal',
  'account:PutAlternateContact.Name': 'personal',
  'account:PutAlternateContact.PhoneNumber': 'personal',
  'account:PutAlternateContact.Title': 'personal',
  'account:VerifyPhoneNumber.Otp': 'credential',
  'budgets:CreateBudget.NotificationsWithSubscribers.Subscribers.Address': 'private',
  'budgets:CreateNotification.Subscribers.Address': 'private',
  'budgets:CreateSubscriber.Subscriber.Address': 'private',
  'events:PutTargets.Targets.AppSyncParameters.GraphQLOperation': 'private',
  'events:PutTargets.Targets.RedshiftDataParameters.Sql': 'private',
  'events:PutTargets.Targets.RedshiftDataParameters.Sqls': 'private',
  'iam:CreateLoginProfile.Password': 'credential',
  'iam:EnableMFADevice.AuthenticationCode1': 'credential',
  'iam:EnableMFADevice.AuthenticationCode2': 'credential',
  'iam:ResyncMFADevice.AuthenticationCode1': 'credential',
  'iam:ResyncMFADevice.AuthenticationCode2': 'credential',
  'iam:UpdateLoginProfile.Password': 'credential',
  's3:GetObject.SSECustomerKey': 'credential',
  's3:PutBucketEncryption.ServerSideEncryptionConfiguration.Rules.ApplyServerSideEncryptionByDefault.KMSMasterKeyID':
    'private',
};
