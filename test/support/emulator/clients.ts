import { AccountClient } from '@aws-sdk/client-account';
import { BudgetsClient } from '@aws-sdk/client-budgets';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Emulator, ROOT_KEYS, startEmulator } from './server.ts';
import { failures } from './wire-log.ts';

/** One emulator for all tests of a file, and a new account in it for each. */
export function useEmulator() {
  let running: Emulator | undefined;
  const emulator = (): Emulator => {
    if (!running) throw new Error('the emulator is there within a test only');
    return running;
  };
  beforeAll(async () => {
    running = await startEmulator();
  });
  afterAll(() => running?.stop());
  beforeEach(() => emulator().reset());
  // Else a call that moto does not know could pass for AWS having a bad day.
  afterEach(async () => expect(failures(await emulator().requests())).toEqual([]));
  return emulator;
}

// No signature is checked.
const settings = (
  { url }: Emulator,
  accessKeyId: string = ROOT_KEYS[0],
  region: string = 'us-east-1',
) => ({
  endpoint: url,
  region,
  credentials: { accessKeyId, secretAccessKey: 'not checked' },
});

/** Clients of the real SDK, that sign with a key of root's or with `key`. */
export const iamOf = (emulator: Emulator, key?: string) => new IAMClient(settings(emulator, key));
export const stsOf = (emulator: Emulator, key?: string, region?: string) =>
  new STSClient(settings(emulator, key, region));
export const accountOf = (emulator: Emulator, key?: string) =>
  new AccountClient(settings(emulator, key));
export const organizationsOf = (emulator: Emulator) => new OrganizationsClient(settings(emulator));
/** Looks up events no faster than is allowed, however often it is refused for that: three in a row are too many. */
export const cloudtrailOf = (emulator: Emulator, region?: string) =>
  new CloudTrailClient({ ...settings(emulator, undefined, region), maxAttempts: 10 });
export const ec2Of = (emulator: Emulator) => new EC2Client(settings(emulator));
export const eventsOf = (emulator: Emulator, region?: string) =>
  new EventBridgeClient(settings(emulator, undefined, region));
export const snsOf = (emulator: Emulator, region?: string) =>
  new SNSClient(settings(emulator, undefined, region));
export const cloudwatchOf = (emulator: Emulator, region?: string) =>
  new CloudWatchClient(settings(emulator, undefined, region));
export const logsOf = (emulator: Emulator, region?: string) =>
  new CloudWatchLogsClient(settings(emulator, undefined, region));
export const budgetsOf = (emulator: Emulator) => new BudgetsClient(settings(emulator));
export const s3Of = (emulator: Emulator, region?: string) =>
  new S3Client({ ...settings(emulator, undefined, region), forcePathStyle: true });
