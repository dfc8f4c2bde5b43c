import { type Text, t } from '../../src/text/text.ts';
import { CIS_CALLS } from './cis-calls.ts';

/** What section 5 of the CIS AWS Foundations Benchmark 7.0.0 wants an alarm for. Its number there is the `control`. */
export interface CisFilter {
  control: string;
  /** Kebab-case: part of the names of its filter, metric and alarm. It does not change if CIS numbers anew. */
  id: string;
  title: Text;
  /** In the language of CloudWatch Logs, 1,024 letters at most. */
  pattern: string;
  /** Events that the pattern matches, and so does any other that does the same. */
  samples: object[];
}

/** Somebody of the account, and a role in another region. */
const CALLERS = [
  { userIdentity: { type: 'IAMUser' }, awsRegion: 'us-east-1' },
  { userIdentity: { type: 'AssumedRole' }, awsRegion: 'eu-west-1' },
];
const CALL = { eventType: 'AwsApiCall', sourceIPAddress: '198.51.100.7' };
const SIGN_IN = {
  ...CALL,
  eventType: 'AwsConsoleSignIn',
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
};

const is = (field: string, value: string): string => `($.${field} = "${value}")`;
const isNot = (field: string, value: string): string => `($.${field} != "${value}")`;

/** A filter of a service's calls, by their names. */
const ofCalls = (
  service: string,
  names: readonly string[],
): Pick<CisFilter, 'pattern' | 'samples'> => {
  const eventSource = `${service}.amazonaws.com`;
  const calls = names.map((name) => is('eventName', name)).join(' || ');
  return {
    pattern: `{ ${is('eventSource', eventSource)} && (${calls}) }`,
    samples: names.flatMap((eventName) =>
      CALLERS.map((caller) => ({ ...CALL, ...caller, eventSource, eventName })),
    ),
  };
};

/** In the order of CIS. Prowler 5.46.0 looks at the order within 5.1 and 5.3, and at no other. */
export const CIS_FILTERS: readonly CisFilter[] = [
  {
    control: '5.1',
    id: 'refused-calls',
    title: t('Refused calls'),
    // The two exceptions are CIS's own: AWS itself tries these all the time.
    pattern: `{ (${is('errorCode', '*UnauthorizedOperation')} || ${is('errorCode', 'AccessDenied*')}) && ${isNot('sourceIPAddress', 'delivery.logs.amazonaws.com')} && ${isNot('eventName', 'HeadBucket')} }`,
    samples: ['Client.UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException'].flatMap(
      (errorCode) =>
        CALLERS.map((caller) => ({ ...CALL, ...caller, eventName: 'RunInstances', errorCode })),
    ),
  },
  {
    control: '5.2',
    id: 'sign-in-without-mfa',
    title: t('Sign-ins without MFA'),
    // People of IAM Identity Center show no MFA, even if they had it.
    pattern: `{ ${is('eventName', 'ConsoleLogin')} && ${isNot('additionalEventData.MFAUsed', 'Yes')} && ${is('userIdentity.type', 'IAMUser')} && ${is('responseElements.ConsoleLogin', 'Success')} }`,
    samples: [
      {
        ...SIGN_IN,
        ...CALLERS[0],
        additionalEventData: { MFAUsed: 'No' },
        responseElements: { ConsoleLogin: 'Success' },
      },
    ],
  },
  {
    control: '5.3',
    id: 'root-use',
    title: t('Use of the root user'),
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    samples: [
      { ...SIGN_IN, awsRegion: 'us-east-1', userIdentity: { type: 'Root' } },
      { ...CALL, awsRegion: 'eu-west-1', eventName: 'CreateUser', userIdentity: { type: 'Root' } },
    ],
  },
  {
    control: '5.4',
    id: 'policy-changes',
    title: t('Changes to IAM policies'),
    ...ofCalls('iam', CIS_CALLS['policy-changes']),
  },
  {
    control: '5.5',
    id: 'trail-changes',
    title: t('Changes to trails'),
    ...ofCalls('cloudtrail', CIS_CALLS['trail-changes']),
  },
  {
    control: '5.6',
    id: 'failed-sign-ins',
    title: t('Failed sign-ins'),
    pattern: `{ ${is('eventName', 'ConsoleLogin')} && ${is('errorMessage', 'Failed authentication')} }`,
    samples: CALLERS.map((caller) => ({
      ...SIGN_IN,
      ...caller,
      errorMessage: 'Failed authentication',
    })),
  },
  {
    control: '5.7',
    id: 'key-deletions',
    title: t('KMS keys that are switched off or deleted'),
    ...ofCalls('kms', CIS_CALLS['key-deletions']),
  },
  {
    control: '5.8',
    id: 'bucket-policy-changes',
    title: t('Changes to S3 bucket policies'),
    ...ofCalls('s3', CIS_CALLS['bucket-policy-changes']),
  },
  {
    control: '5.9',
    id: 'config-changes',
    title: t('Changes to AWS Config'),
    ...ofCalls('config', CIS_CALLS['config-changes']),
  },
  {
    control: '5.10',
    id: 'security-group-changes',
    title: t('Changes to security groups'),
    ...ofCalls('ec2', CIS_CALLS['security-group-changes']),
  },
  {
    control: '5.11',
    id: 'network-acl-changes',
    title: t('Changes to network ACLs'),
    ...ofCalls('ec2', CIS_CALLS['network-acl-changes']),
  },
  {
    control: '5.12',
    id: 'gateway-changes',
    title: t('Changes to network gateways'),
    ...ofCalls('ec2', CIS_CALLS['gateway-changes']),
  },
  {
    control: '5.13',
    id: 'route-changes',
    title: t('Changes to route tables'),
    ...ofCalls('ec2', CIS_CALLS['route-changes']),
  },
  {
    control: '5.14',
    id: 'vpc-changes',
    title: t('Changes to VPCs'),
    ...ofCalls('ec2', CIS_CALLS['vpc-changes']),
  },
  {
    control: '5.15',
    id: 'organization-changes',
    title: t('Changes to the organization'),
    ...ofCalls('organizations', CIS_CALLS['organization-changes']),
  },
];
