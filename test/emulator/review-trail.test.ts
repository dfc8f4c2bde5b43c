import { expect, it } from 'vitest';
import { useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock, shell } from '../support/emulator/programs.ts';
import { ACCOUNT } from '../support/emulator/server.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();

const FOLDER = `AWSLogs/${ACCOUNT}/CloudTrail/us-east-1/2026/11/20`;
const KEY = `${FOLDER}/${ACCOUNT}_CloudTrail_us-east-1_20261120T1205Z_0123456789ABCDEF.json.gz`;
const event = (eventName: string, nth: number) => ({
  eventVersion: '1.11',
  userIdentity: { type: 'IAMUser', userName: 'kim', accessKeyId: 'AKIAKIMKIMKIMKIMKIM1' },
  eventTime: `2026-11-20T12:0${nth}:00Z`,
  eventSource: 'ec2.amazonaws.com',
  eventName,
  awsRegion: 'us-east-1',
  sourceIPAddress: '192.0.2.200',
  requestParameters: { instancesSet: { items: [{ instanceId: 'i-0abc' }] } },
  eventID: `event-${nth}`,
});
const FILE = JSON.stringify({ Records: [event('RunInstances', 1), event('StopInstances', 2)] });

/** As the owner would by the AWS CLI: a trail, and the files that CloudTrail would have left in its bucket. */
const MADE = `set -e; export AWS_DEFAULT_REGION=us-east-1
aws s3api create-bucket --bucket trail-logs
aws s3api put-bucket-policy --bucket trail-logs --policy '{"Version":"2012-10-17","Statement":[
  {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::trail-logs"},
  {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::trail-logs/*"}]}'
aws cloudtrail create-trail --name logs --s3-bucket-name trail-logs
printf %s '${FILE}' | gzip > file.json.gz
aws s3api put-object --bucket trail-logs --key ${KEY} --body file.json.gz
printf damaged > damaged
aws s3api put-object --bucket trail-logs --key ${KEY.replace('1205Z_0', '1210Z_1')} --body damaged
`;

it('reads the log files that the AWS CLI has put into the bucket of a trail, and the wire sees reads alone', async () => {
  const home = newHome();
  const { url } = emulator();
  expect((await shell(MADE, { url, home })).stderr).toBe('');
  const before = await emulator().requests();
  const review = async (...words: string[]) => {
    const { code, stdout, stderr } = await rootlock(['review', 'trail', ...words], { url, home });
    expect([words, code]).toEqual([words, 0]);
    return { stdout, stderr };
  };
  expect((await review()).stdout).toMatch(/logs +trail[\s\S]+0123456789ABCDEF +file/);
  const opened = await review(`file=${KEY}`, '--json');
  expect(
    opened.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([event('StopInstances', 2), event('RunInstances', 1)]);
  const made = await review('question=who-made-this', 'about=i-0abc');
  expect(made.stdout).toMatch(/StopInstances +kim[\s\S]+RunInstances +kim/);
  expect(made.stdout).toMatch(/it is damaged: it is no gzip file/);
  const sent = (await emulator().requests()).slice(before.length);
  expect(sent.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['GetObject', 'ListObjectsV2', 'LookupEvents']),
  );
  expect(writes(sent)).toEqual([]);
}, 120_000);
