import { PutBucketPolicyCommand, PutPublicAccessBlockCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { s3Of, useEmulator } from '../support/emulator/clients.ts';
import { Bucket, HOME, newBucket } from '../support/emulator/log-bucket.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();

/** The report of an unattended run of this step. */
async function ran(only: string, answers: object = {}): Promise<Report> {
  const where = { url: emulator().url, home: newHome() };
  const { stdout, stderr } = await rootlock(['--only', only, '--yes', '--json'], {
    ...where,
    answers,
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const stateIn = ({ steps }: Report) => steps.map(({ id, state }) => `${id} ${state}`);

describe('the public access of S3', () => {
  it('is blocked for the account, and left alone the second time', async () => {
    await newBucket(emulator());
    expect(stateIn(await ran('s3-public-access'))).toEqual(['s3-public-access secure']);
    expect(stateIn(await ran('s3-public-access'))).toEqual(['s3-public-access secure']);
    expect(writes(await emulator().requests())).toEqual([
      's3 CreateBucket',
      's3control PutPublicAccessBlock',
    ]);
  });

  it('stays as it is while a bucket is public, until the answers file agrees', async () => {
    await newBucket(emulator());
    const s3 = s3Of(emulator(), HOME);
    await s3.send(
      new PutPublicAccessBlockCommand({
        Bucket,
        PublicAccessBlockConfiguration: { BlockPublicPolicy: false },
      }),
    );
    const Statement = [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${Bucket}/*`,
      },
    ];
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Statement }) }));
    const { steps } = await ran('s3-public-access');
    expect(steps).toMatchObject([
      { state: 'skipped', evidence: { openBuckets: [{ name: Bucket, why: 'policy' }] } },
    ]);
    expect(stateIn(await ran('s3-public-access', { 's3-public-access.apply': true }))).toEqual([
      's3-public-access secure',
    ]);
  });
});

it.each([
  [
    'ec2-defaults',
    [
      'ec2 EnableEbsEncryptionByDefault',
      'ec2 EnableSnapshotBlockPublicAccess',
      'ec2 ModifyInstanceMetadataDefaults',
    ],
  ],
  ['support-role', ['iam CreateRole', 'iam AttachRolePolicy']],
  ['access-analyzer', ['access-analyzer CreateAnalyzer']],
  ['guardduty', ['guardduty CreateDetector'], { 'guardduty.apply': true }],
] as [string, string[], object?][])(
  '%s ends secure, and is left alone the second time',
  async (step, operations, answers = {}) => {
    expect(stateIn(await ran(step, answers))).toEqual([`${step} secure`]);
    const made = writes(await emulator().requests());
    expect([...new Set(made)].sort()).toEqual([...operations].sort());
    expect(stateIn(await ran(step, answers))).toEqual([`${step} secure`]);
    expect(writes(await emulator().requests())).toEqual(made);
  },
);
