import { gzipSync } from 'node:zlib';
import { ACCOUNT, type Answers, HOME } from './answers.ts';

const BYTES = 20_000_000;
const MINUTE = 60_000;

/** An event as CloudTrail writes it. */
const eventOf = (n: number, end: number): string =>
  JSON.stringify({
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE',
      arn: `arn:aws:iam::${ACCOUNT}:user/user-${n % 50}`,
      accountId: ACCOUNT,
      userName: `user-${n % 50}`,
    },
    eventTime: `${new Date(end - n * MINUTE).toISOString().slice(0, 19)}Z`,
    eventSource: 's3.amazonaws.com',
    eventName: n % 3 === 0 ? 'GetBucketPolicy' : 'ListBuckets',
    awsRegion: HOME,
    sourceIPAddress: `203.0.113.${n % 250}`,
    userAgent: 'aws-cli/2.27.0 md/awscrt#0.26.1 ua/2.1 os/linux#6.8 lang/python#3.13',
    requestParameters: { bucketName: `bucket-${n % 400}`, Host: 's3.amazonaws.com' },
    responseElements: null,
    ...(n % 40 === 0 && { errorCode: 'AccessDenied', errorMessage: 'Access Denied' }),
    requestID: `REQ${n}`,
    eventID: `0b5e5a0c-0000-4000-8000-${String(n).padStart(12, '0')}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Management',
  });

function file(): Uint8Array {
  const events: string[] = [];
  const end = Date.now();
  for (let bytes = 0; bytes < BYTES - 2000; bytes += (events.at(-1)?.length ?? 0) + 1)
    events.push(eventOf(events.length, end));
  return gzipSync(`{"Records":[${events.join()}]}`);
}

const zipped = file();

export const TRAIL = 'a log file of 20 MB, unzipped';
/** Of a bucket. Its trail may not be read. */
export const FILE = 's3://logs/big.json.gz';

export const trailAnswers: Answers = {
  '/logs/big.json.gz': () => ({ body: zipped, type: 'application/x-gzip' }),
};
