/**
 * `credential`: a password or a code. It is masked in every report.
 * `private`: the owner may see it, strangers may not, a key's ARN for instance. It is shown to the owner.
 * `personal`: somebody's name, mail address or phone number. It is shown to the owner, and kept in no file.
 */
type Sensitivity = 'credential' | 'private' | 'personal';

/**
 * The members of inputs that the SDK's schemas mark as sensitive, as `service:operation.path`, and those that they forget:
 * the MFA codes, and some mail addresses. A list adds nothing to a path. A test compares the paths with the schemas of all operations.
 */
export const SENSITIVE_INPUTS: Record<string, Sensitivity> = {
  'account:PutAlternateContact.EmailAddress': 'personal',
  'account:PutAlternateContact.Name': 'personal',
  'account:PutAlternateContact.PhoneNumber': 'personal',
  'account:PutAlternateContact.Title': 'personal',
  'account:VerifyPhoneNumber.Otp': 'credential',
  'budgets:CreateBudget.NotificationsWithSubscribers.Subscribers.Address': 'personal',
  'budgets:CreateNotification.Subscribers.Address': 'personal',
  'budgets:CreateSubscriber.Subscriber.Address': 'personal',
  'ce:CreateAnomalySubscription.AnomalySubscription.Subscribers.Address': 'personal',
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
  'sns:Subscribe.Endpoint': 'personal',
};
