import { AccessAnalyzer } from '@aws-sdk/client-accessanalyzer';
import { Account } from '@aws-sdk/client-account';
import { Budgets } from '@aws-sdk/client-budgets';
import { CloudTrail } from '@aws-sdk/client-cloudtrail';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { CostExplorer } from '@aws-sdk/client-cost-explorer';
import { EC2 } from '@aws-sdk/client-ec2';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { GuardDuty } from '@aws-sdk/client-guardduty';
import { IAM } from '@aws-sdk/client-iam';
import { Organizations } from '@aws-sdk/client-organizations';
import { S3 } from '@aws-sdk/client-s3';
import { S3Control } from '@aws-sdk/client-s3-control';
import { SNS } from '@aws-sdk/client-sns';
import { STS } from '@aws-sdk/client-sts';
import type { Client } from '../../src/aws/client.ts';
import type { Service } from '../../src/aws/operations.ts';
import { freshAccount } from '../../src/practice/fresh-account.ts';
import { codeAt, stepAt } from '../../src/practice/owner/device-codes.ts';
import {
  type Credentials,
  createPracticeAccount,
  type PracticeAccount,
} from '../../src/practice/practice-account.ts';
import './checked-outputs.ts';

type Keys = Omit<Credentials, 'sessionToken'>;

const options = (credentials: Keys, region = 'us-east-1') =>
  // One attempt: the SDK takes an exceeded quota for throttling, and would try three times.
  ({ region, credentials, maxAttempts: 1 });

/** Connects a real SDK client to the account. */
function connected<T>(practice: PracticeAccount, service: Service, client: T): T {
  practice.install(client as unknown as Client, service);
  return client;
}

export const iamOf = (practice: PracticeAccount, credentials: Keys = practice.credentials): IAM =>
  connected(practice, 'iam', new IAM(options(credentials)));

export const stsOf = (
  practice: PracticeAccount,
  credentials: Keys = practice.credentials,
  region?: string,
): STS => connected(practice, 'sts', new STS(options(credentials, region)));

export const accountOf = (practice: PracticeAccount): Account =>
  connected(practice, 'account', new Account(options(practice.credentials)));

export const organizationsOf = (practice: PracticeAccount): Organizations =>
  connected(practice, 'organizations', new Organizations(options(practice.credentials)));

export const budgetsOf = (practice: PracticeAccount): Budgets =>
  connected(practice, 'budgets', new Budgets(options(practice.credentials)));

export const s3Of = (practice: PracticeAccount, region?: string): S3 =>
  connected(practice, 's3', new S3(options(practice.credentials, region)));

export const s3controlOf = (practice: PracticeAccount): S3Control =>
  connected(practice, 's3control', new S3Control(options(practice.credentials)));

export const cloudtrailOf = (
  practice: PracticeAccount,
  region?: string,
  credentials: Keys = practice.credentials,
): CloudTrail => connected(practice, 'cloudtrail', new CloudTrail(options(credentials, region)));

export const ec2Of = (practice: PracticeAccount, region?: string): EC2 =>
  connected(practice, 'ec2', new EC2(options(practice.credentials, region)));

export const accessAnalyzerOf = (practice: PracticeAccount, region?: string): AccessAnalyzer =>
  connected(practice, 'access-analyzer', new AccessAnalyzer(options(practice.credentials, region)));

export const guarddutyOf = (practice: PracticeAccount, region?: string): GuardDuty =>
  connected(practice, 'guardduty', new GuardDuty(options(practice.credentials, region)));
export const ceOf = (practice: PracticeAccount): CostExplorer =>
  connected(practice, 'ce', new CostExplorer(options(practice.credentials)));

export const eventsOf = (practice: PracticeAccount, region?: string): EventBridge =>
  connected(practice, 'events', new EventBridge(options(practice.credentials, region)));

export const snsOf = (practice: PracticeAccount, region?: string): SNS =>
  connected(practice, 'sns', new SNS(options(practice.credentials, region)));
export const cloudwatchOf = (practice: PracticeAccount, region?: string): CloudWatch =>
  connected(practice, 'cloudwatch', new CloudWatch(options(practice.credentials, region)));

export const logsOf = (practice: PracticeAccount, region?: string): CloudWatchLogs =>
  connected(practice, 'logs', new CloudWatchLogs(options(practice.credentials, region)));

/** A fresh account whose clock stands still until the test moves it. */
export function frozenAccount(
  options: Omit<NonNullable<Parameters<typeof createPracticeAccount>[1]>, 'now'> = {},
) {
  const time = { ms: Date.parse('2026-11-22T12:00:10Z') };
  const practice = createPracticeAccount(freshAccount(new Date(time.ms)), {
    ...options,
    now: () => new Date(time.ms),
  });
  return { practice, state: practice.state, iam: iamOf(practice), time };
}

/** The code of a device with this seed, this many steps of 30 seconds after the account's time. */
export const codeAfter = (practice: PracticeAccount, seed: string, steps: number): string =>
  codeAt(seed, stepAt(practice.now().getTime()) + steps);

/** AWS's error code and the HTTP status of a refused call, such as `NoSuchEntity 404`. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { Code, name, $metadata } = error as {
      Code?: string;
      name: string;
      $metadata?: { httpStatusCode?: number };
    };
    return `${Code ?? name} ${$metadata?.httpStatusCode}`;
  }
  return 'not refused';
}
