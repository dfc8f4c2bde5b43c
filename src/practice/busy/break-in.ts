import type { TrailEvent } from '../state/account-state.ts';
import { ACCOUNT, type Ago, awsPolicy, keyIdOf } from './facts.ts';
import { aboutInstances, type Caller, called, newInstances, RUNNER } from './trail-events.ts';

/** The address that none of the company has. */
const ELSEWHERE = { from: '192.0.2.200', with: 'Boto3/1.26.70 Windows' };

const DEPLOY = { user: 'ci-deploy', key: keyIdOf('AKIA', 'ci-deploy') };
const MADE = { user: 'support-aws', key: keyIdOf('AKIA', 'support-aws') };
const OWNER = {
  user: 'choi',
  key: keyIdOf('AKIA', 'choi'),
  from: '198.51.100.24',
  with: 'aws-cli/2.31.4 macOS',
};
const MINERS = ['i-0badc0de000000001', 'i-0badc0de000000002'];
const FAR = 'sa-east-1';
const IAM = 'us-east-1';

/** Days ago: the trail was stopped for an hour, and a day later by the owner, who never started it again. */
export const STOPPED = 34.275;
export const STARTED = STOPPED - 1 / 24;
export const STOPPED_AGAIN = 33;

const trail = {
  detail: {
    requestParameters: {
      name: `arn:aws:cloudtrail:ap-northeast-2:${ACCOUNT}:trail/management-events`,
    },
  },
  resources: [{ type: 'AWS::CloudTrail::Trail', name: 'management-events' }],
};

/** A call of IAM about the new user. */
const about = (user: string, more = {}) => ({
  region: IAM,
  detail: { requestParameters: { userName: user, ...more } },
  resources: [{ type: 'AWS::IAM::User', name: user }],
});

/**
 * The key of ci-deploy is in somebody else's hands. They make a user, stop the trail, start instances where nobody looks, and start
 * the trail again. A day later choi finds the instances, takes them and the user away, and never asks which key made it.
 */
export function breakIn(ago: Ago): TrailEvent[] {
  let nth = 20;
  const by =
    (caller: Caller) =>
    (days: number, service: string, name: string, more = {}) =>
      called(nth++, { ...caller, at: ago(days), call: [service, name], ...more });
  const runner = by({ ...DEPLOY, ...RUNNER });
  const thief = by({ ...DEPLOY, ...ELSEWHERE });
  const made = by({ ...MADE, ...ELSEWHERE });
  const choi = by(OWNER);
  const song = by({ user: 'song', key: keyIdOf('AKIA', 'song'), ...ELSEWHERE });
  const user = about(MADE.user);
  const policy = about(MADE.user, { policyArn: awsPolicy('AdministratorAccess') });
  return [
    runner(34.9, 'ecr', 'PutImage'),
    thief(34.3, 'sts', 'GetCallerIdentity', { region: IAM }),
    thief(34.296, 'iam', 'ListUsers', { region: IAM }),
    thief(34.294, 'iam', 'CreateUser', user),
    thief(34.293, 'iam', 'AttachUserPolicy', policy),
    thief(34.292, 'iam', 'CreateAccessKey', user),
    made(34.28, 'cloudtrail', 'DescribeTrails'),
    made(STOPPED, 'cloudtrail', 'StopLogging', trail),
    made(34.265, 'ec2', 'DescribeInstances'),
    made(34.26, 'ec2', 'RunInstances', {
      region: FAR,
      ...newInstances('g5.12xlarge', ...MINERS),
    }),
    made(STARTED, 'cloudtrail', 'StartLogging', trail),
    choi(33.41, 'ec2', 'TerminateInstances', { region: FAR, ...aboutInstances(...MINERS) }),
    choi(33.4, 'iam', 'DeleteAccessKey', about(MADE.user, { accessKeyId: MADE.key })),
    choi(33.399, 'iam', 'DetachUserPolicy', policy),
    choi(33.398, 'iam', 'DeleteUser', user),
    choi(STOPPED_AGAIN, 'cloudtrail', 'StopLogging', trail),
    song(11.002, 'iam', 'CreateUser', {
      region: IAM,
      detail: {
        errorCode: 'AccessDenied',
        errorMessage:
          'User: song is not authorized to perform: iam:CreateUser with an explicit deny',
        requestParameters: null,
      },
    }),
  ];
}
