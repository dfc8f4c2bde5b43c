import type { TrailEvent } from '../state/account-state.ts';
import { breakIn } from './break-in.ts';
import { ACCOUNT, type Ago, idOf, keyIdOf, REGION, userArn } from './facts.ts';
import { INSTANCES } from './machine-ids.ts';

/** An id in CloudTrail's form, by the number of the event. */
const eventId = (nth: number): string => `0b5e0000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

/** Who calls, and how. */
export interface Caller {
  user: string;
  key: string;
  from: string;
  with: string;
}

interface Call extends Caller {
  at: string;
  call: [service: string, operation: string];
  region?: string;
  /** Further members of the event. */
  detail?: Record<string, unknown>;
  resources?: TrailEvent['resources'];
}

export const called = (nth: number, call: Call): TrailEvent => ({
  id: eventId(nth),
  at: call.at,
  region: call.region ?? REGION,
  source: `${call.call[0]}.amazonaws.com`,
  name: call.call[1],
  user: {
    id: idOf('AIDA', call.user),
    name: call.user,
    arn: userArn(call.user),
    accessKeyId: call.key,
  },
  ...(call.resources && { resources: call.resources }),
  detail: {
    sourceIPAddress: call.from,
    userAgent: call.with,
    requestParameters: null,
    ...call.detail,
  },
});

/** Root's key made the first backup by hand, long before its MFA. */
const rootCalled = (nth: number, at: string): TrailEvent => {
  const root = keyIdOf('AKIA', 'root');
  const event = called(nth, { ...LAPTOP, user: '', key: root, at, call: ['s3', 'ListBuckets'] });
  const user = {
    id: ACCOUNT,
    name: 'root',
    arn: `arn:aws:iam::${ACCOUNT}:root`,
    accessKeyId: root,
  };
  return { ...event, user };
};

/** Root signs in once a year, to change the card that pays. */
const rootSignedIn = (nth: number, at: string): TrailEvent => {
  const device = `arn:aws:iam::${ACCOUNT}:mfa/root-account-mfa-device`;
  const { user } = rootCalled(nth, at);
  const { accessKeyId: _, ...root } = user;
  return { ...signedIn(nth, at, 'root', device), region: 'us-east-1', user: root };
};

const signedIn = (
  nth: number,
  at: string,
  user: string,
  device: string | undefined,
): TrailEvent => ({
  id: eventId(nth),
  at,
  // AWS picks the nearest region, as the account has an alias.
  region: 'us-east-2',
  source: 'signin.amazonaws.com',
  name: 'ConsoleLogin',
  user: { id: idOf('AIDA', user), name: user, arn: userArn(user) },
  detail: {
    requestParameters: null,
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData: {
      LoginTo: 'https://console.aws.amazon.com/console/home',
      MobileVersion: 'No',
      ...(device && { MFAIdentifier: device }),
      MFAUsed: device ? 'Yes' : 'No',
    },
  },
});

const LAPTOP = { from: '198.51.100.24', with: 'aws-cli/2.31.4 macOS' };
const SERVER = { from: '203.0.113.77', with: 'Boto3/1.40.1 Linux' };
export const RUNNER = { from: '192.0.2.88', with: 'aws-cli/2.31.4 Linux' };
const keyOf = (user: string) => ({ user, key: keyIdOf('AKIA', user) });
const LEES_KEY = keyOf('lee');

const KIMS_KEY = { user: 'kim', key: keyIdOf('AKIA', 'kim before') };
const SHOP = INSTANCES.shop.id;

/** An instance, and what was done with it. */
export const aboutInstances = (...ids: string[]) => ({
  detail: {
    requestParameters: { instancesSet: { items: ids.map((instanceId) => ({ instanceId })) } },
  },
  resources: ids.map((name) => ({ type: 'AWS::EC2::Instance', name })),
});

/** What CloudTrail tells of new instances. */
export const newInstances = (instanceType: string, ...ids: string[]) => ({
  ...aboutInstances(...ids),
  detail: {
    requestParameters: { instanceType, instancesSet: { items: [{ imageId: 'ami-0b5e5a0c' }] } },
    responseElements: {
      instancesSet: { items: ids.map((instanceId) => ({ instanceId, instanceType })) },
    },
  },
});

/**
 * The event history keeps 90 days, log files all; the last use of each key is shown as IAM does. One key is used by two people: from
 * two places, by two programs.
 */
export const events = (ago: Ago): TrailEvent[] => [
  called(14, {
    ...KIMS_KEY,
    ...LAPTOP,
    at: ago(870),
    call: ['ec2', 'RunInstances'],
    ...newInstances('t3.small', SHOP),
  }),
  rootCalled(15, ago(470)),
  called(16, {
    ...LEES_KEY,
    ...LAPTOP,
    at: ago(400),
    call: ['ec2', 'StartInstances'],
    ...aboutInstances(SHOP),
  }),
  ...breakIn(ago),
  signedIn(1, ago(30), 'choi', undefined),
  called(2, { ...LEES_KEY, ...LAPTOP, at: ago(12.4), call: ['ec2', 'DescribeInstances'] }),
  called(3, { ...LEES_KEY, ...SERVER, at: ago(12.3), call: ['ec2', 'DescribeInstances'] }),
  rootSignedIn(17, ago(8)),
  signedIn(4, ago(5), 'lee', undefined),
  signedIn(5, ago(2), 'jun', `arn:aws:iam::${ACCOUNT}:mfa/jun`),
  signedIn(6, ago(1), 'choi', undefined),
  called(7, { ...LEES_KEY, ...LAPTOP, at: ago(0.2), call: ['s3', 'ListBuckets'] }),
  called(8, { ...LEES_KEY, ...SERVER, at: ago(0.1), call: ['s3', 'ListBuckets'] }),
  called(9, {
    ...keyOf('song'),
    ...LAPTOP,
    at: ago(11),
    call: ['sts', 'GetCallerIdentity'],
    region: 'us-east-1',
  }),
  called(10, { ...keyOf('han'), ...LAPTOP, at: ago(1), call: ['s3', 'ListBuckets'] }),
  called(11, { ...keyOf('backup'), ...SERVER, at: ago(0.6), call: ['s3', 'ListBuckets'] }),
  called(12, { ...keyOf('choi'), ...LAPTOP, at: ago(0.3), call: ['ec2', 'DescribeInstances'] }),
  called(13, { ...keyOf('ci-deploy'), ...RUNNER, at: ago(0.2), call: ['ecr', 'DescribeImages'] }),
];
