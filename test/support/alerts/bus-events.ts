import { ACCOUNT } from '../emulator/server.ts';

/** An event on EventBridge's bus. */
export interface BusEvent {
  source: string;
  'detail-type': string;
  region: string;
  detail: object;
}

/** The event with what EventBridge adds. */
export const onBus = (event: BusEvent) => ({
  version: '0',
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  account: ACCOUNT,
  time: '2026-11-28T09:10:12Z',
  resources: [],
  ...event,
});

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';

export const ROOT = {
  type: 'Root',
  principalId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:root`,
  accountId: ACCOUNT,
  accessKeyId: '',
};
export const KIM = {
  type: 'IAMUser',
  principalId: 'AIDAEXAMPLEKIM000000A',
  arn: `arn:aws:iam::${ACCOUNT}:user/kim`,
  accountId: ACCOUNT,
  userName: 'kim',
};
export const DEPLOY = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLEDEPLOY000A:run-17',
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run-17`,
  accountId: ACCOUNT,
  accessKeyId: 'ASIAEXAMPLEDEPLOY000A',
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      principalId: 'AROAEXAMPLEDEPLOY000A',
      arn: `arn:aws:iam::${ACCOUNT}:role/deploy`,
      accountId: ACCOUNT,
      userName: 'deploy',
    },
    attributes: { creationDate: '2026-11-28T08:59:01Z', mfaAuthenticated: 'false' },
  },
};

/** What all events of CloudTrail have. Shapes: "CloudTrail record contents" and the examples of its guide. */
export const record = (detail: object, region: string) => ({
  eventVersion: '1.11',
  eventTime: '2026-11-28T09:10:11Z',
  awsRegion: region,
  sourceIPAddress: '198.51.100.7',
  userAgent: USER_AGENT,
  eventID: '3fcfb182-98f8-4744-bd45-10a395ab61cb',
  readOnly: false,
  managementEvent: true,
  recipientAccountId: ACCOUNT,
  eventCategory: 'Management',
  ...detail,
});

interface SignIn {
  region?: string;
  type?: 'AWS Console Sign In via CloudTrail' | 'AWS Console Signin via CloudTrail';
}

/** "AWS Management Console sign-in events", CloudTrail's guide. */
export const signIn = (
  userIdentity: object,
  result: 'Success' | 'Failure',
  MFAUsed: 'Yes' | 'No',
  { region = 'us-east-1', type = 'AWS Console Sign In via CloudTrail' }: SignIn = {},
): BusEvent => ({
  source: 'aws.signin',
  'detail-type': type,
  region,
  detail: record(
    {
      userIdentity,
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      eventType: 'AwsConsoleSignIn',
      requestParameters: null,
      responseElements: { ConsoleLogin: result },
      ...(result === 'Failure' && { errorMessage: 'Failed authentication' }),
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home',
        MobileVersion: 'No',
        MFAUsed,
      },
    },
    region,
  ),
});

export const apiCall = (
  service: string,
  eventName: string,
  userIdentity: object,
  { region = 'us-east-1', ...detail }: { region?: string; [field: string]: unknown } = {},
): BusEvent => ({
  source: `aws.${service}`,
  'detail-type': 'AWS API Call via CloudTrail',
  region,
  detail: record(
    {
      userIdentity,
      eventSource: `${service}.amazonaws.com`,
      eventName,
      eventType: 'AwsApiCall',
      requestParameters: null,
      responseElements: null,
      ...detail,
    },
    region,
  ),
});
