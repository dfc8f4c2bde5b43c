import {
  BUCKET_CHANGES,
  CREDENTIALS_MADE,
  RIGHTS_GIVEN,
  TRAIL_CHANGES,
} from '../../../steps/alerts/event-names.ts';
import { ACCOUNT } from '../emulator/server.ts';
import { apiCall, type BusEvent, DEPLOY, KIM, ROOT, record, signIn } from './bus-events.ts';

/** Trail and bucket are not where sign-ins are, nor in one region. */
export const TRAIL_HOME = 'ap-northeast-2';
export const BUCKET_REGION = 'eu-west-1';
export const LOG_BUCKET = `rootlock-trail-${ACCOUNT}`;
const REFUSED = { errorCode: 'AccessDenied', errorMessage: 'User is not authorized' };
const TRAIL = {
  region: TRAIL_HOME,
  requestParameters: { name: `arn:aws:cloudtrail:${TRAIL_HOME}:${ACCOUNT}:trail/all` },
};
const UNKNOWN_NAME = {
  type: 'IAMUser',
  accountId: ACCOUNT,
  accessKeyId: '',
  userName: 'HIDDEN_DUE_TO_SECURITY_REASONS',
};
const federated = { ...DEPLOY, principalId: 'AROAEXAMPLESSO000000A:kim@example.com' };
/** As AWS does something for its own sake, and as a service does it on behalf of root. */
const byService = { ...ROOT, invokedBy: 'cloudformation.amazonaws.com' };

/** Events that are mailed, by the id of the alert. */
export const MAILED: Record<string, BusEvent[]> = {
  'root-signed-in': [
    signIn(ROOT, 'Success', 'Yes'),
    signIn(ROOT, 'Success', 'No', { type: 'AWS Console Signin via CloudTrail' }),
    // With an alias, root has a name.
    signIn({ ...ROOT, userName: 'acme' }, 'Success', 'Yes'),
  ],
  'root-sign-in-failed': [signIn(ROOT, 'Failure', 'No')],
  'root-used': [
    apiCall('ec2', 'RunInstances', ROOT, { region: 'ap-northeast-2' }),
    apiCall('iam', 'CreateAccessKey', ROOT),
    apiCall('cloudtrail', 'StopLogging', ROOT, TRAIL),
    apiCall('s3', 'DeleteBucket', { ...ROOT, accessKeyId: 'AKIAEXAMPLEROOT00000A' }, REFUSED),
    apiCall('signin', 'AuthorizeOAuth2Access', ROOT, { readOnly: true }),
    {
      ...signIn(ROOT, 'Success', 'No'),
      detail: record(
        {
          userIdentity: ROOT,
          eventSource: 'signin.amazonaws.com',
          eventName: 'PasswordRecoveryRequested',
          eventType: 'AwsConsoleSignIn',
          responseElements: { PasswordRecoveryRequested: 'Success' },
        },
        'us-east-1',
      ),
    },
  ],
  'signed-in-without-mfa': [
    signIn(KIM, 'Success', 'No'),
    signIn(KIM, 'Success', 'No', { region: 'ap-southeast-2' }),
  ],
  'sign-in-failed': [
    signIn(KIM, 'Failure', 'Yes', { region: 'us-east-2' }),
    signIn(UNKNOWN_NAME, 'Failure', 'No', { region: 'eu-north-1' }),
  ],
  'sign-in-anomaly': [
    {
      source: 'aws.signin',
      'detail-type': 'Sign-in Anomaly Alert',
      region: 'us-east-1',
      // Nobody has told what is in it.
      detail: { anything: 'else' },
    },
  ],
  'credential-made': CREDENTIALS_MADE.map((name) =>
    apiCall('iam', name, KIM, { requestParameters: { userName: 'lee' } }),
  ),
  'mfa-removed': [
    apiCall('iam', 'DeactivateMFADevice', KIM, {
      requestParameters: { userName: 'lee', serialNumber: `arn:aws:iam::${ACCOUNT}:mfa/lee` },
    }),
  ],
  'right-given': RIGHTS_GIVEN.map((name) =>
    apiCall('iam', name, DEPLOY, { requestParameters: { roleName: 'admin' } }),
  ),
  'trail-changed': TRAIL_CHANGES.map((name) => apiCall('cloudtrail', name, KIM, TRAIL)),
  'log-bucket-changed': BUCKET_CHANGES.map((name) =>
    apiCall('s3', name, KIM, {
      region: BUCKET_REGION,
      requestParameters: { bucketName: LOG_BUCKET },
    }),
  ),
};

/** Events that look like one that is mailed, and are not. */
export const NOT_MAILED: Record<string, BusEvent> = {
  'a user signs in with MFA': signIn(KIM, 'Success', 'Yes'),
  'somebody comes from Identity Center, whose MFA AWS does not see': signIn(
    federated,
    'Success',
    'No',
  ),
  'somebody else than AWS sends a sign-in of root': {
    ...signIn(ROOT, 'Success', 'No'),
    source: 'com.example.signin',
    detail: { ...signIn(ROOT, 'Success', 'No').detail, userIdentity: KIM },
  },
  'root is asked for its code before it signs in': {
    ...signIn(ROOT, 'Success', 'Yes'),
    detail: {
      ...signIn(ROOT, 'Success', 'Yes').detail,
      eventName: 'CheckMfa',
      responseElements: { CheckMfa: 'Success' },
    },
  },
  'a session of root is renewed': apiCall('signin', 'CreateOAuth2Token', ROOT),
  'a service acts on behalf of root': apiCall('ec2', 'RunInstances', byService),
  'AWS itself turns a key of root': apiCall('kms', 'RotateKey', ROOT, {
    eventType: 'AwsServiceEvent',
  }),
  'a user reads': apiCall('iam', 'ListAccessKeys', KIM, { readOnly: true }),
  'a user changes their own password': apiCall('iam', 'ChangePassword', KIM),
  'a user gets an MFA device': apiCall('iam', 'EnableMFADevice', KIM),
  'a key is refused': apiCall('iam', 'CreateAccessKey', KIM, REFUSED),
  'a right is refused': apiCall('iam', 'AttachUserPolicy', KIM, REFUSED),
  'another service has a call of that name': apiCall('workmail', 'CreateUser', KIM),
  'stopping the trail is refused': apiCall('cloudtrail', 'StopLogging', KIM, {
    ...TRAIL,
    ...REFUSED,
  }),
  'a trail is started': apiCall('cloudtrail', 'StartLogging', KIM, TRAIL),
  'the policy of another bucket changes': apiCall('s3', 'PutBucketPolicy', KIM, {
    region: BUCKET_REGION,
    requestParameters: { bucketName: `${LOG_BUCKET}-old` },
  }),
  'the bucket of the log files is tagged': apiCall('s3', 'PutBucketTagging', KIM, {
    region: BUCKET_REGION,
    requestParameters: { bucketName: LOG_BUCKET },
  }),
};
