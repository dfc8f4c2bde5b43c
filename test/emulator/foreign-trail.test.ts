import {
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import { CreateOrganizationCommand } from '@aws-sdk/client-organizations';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketPolicyCommand,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { cloudtrailOf, organizationsOf, s3Of, useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';
import { ACCOUNT } from '../support/emulator/server.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();
const OURS = `rootlock-trail-${ACCOUNT}-us-east-1-an`;
const ARN = `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/rootlock-trail`;

/** The built program, unattended. Only the report of the trail, and what it wrote. */
async function run(answers: object = {}, ...args: string[]) {
  const before = writes(await emulator().requests()).length;
  const all = ['--only', 'cloudtrail', '--yes', '--json', ...args];
  const ran = await rootlock(all, { url: emulator().url, home: newHome(), answers });
  const report = JSON.parse(ran.stdout) as Report;
  const [step] = report.steps;
  return { code: ran.code, step, wrote: writes(await emulator().requests()).slice(before) };
}
const secured = async () => {
  expect(await run()).toMatchObject({ code: 0 });
};
const cloudtrail = () => cloudtrailOf(emulator());
const s3 = () => s3Of(emulator());
const policyOf = async (Bucket: string) => {
  const { Policy = '' } = await s3().send(new GetBucketPolicyCommand({ Bucket }));
  return JSON.parse(Policy) as {
    Statement: { Sid: string; Condition: object; Resource: unknown }[];
  };
};

it('the files of other services survive the run, and an old rule of ours that covers them is narrowed', async () => {
  await secured();
  const Rules = [
    {
      ID: 'rootlock-trail-logs',
      Status: 'Enabled' as const,
      Filter: { Prefix: `AWSLogs/${ACCOUNT}/` },
      Expiration: { Days: 400 },
    },
  ];
  await s3().send(
    new PutBucketLifecycleConfigurationCommand({ Bucket: OURS, LifecycleConfiguration: { Rules } }),
  );
  const { code, step, wrote } = await run();
  expect([code, wrote]).toEqual([0, ['s3 PutBucketLifecycleConfiguration']]);
  expect(step).toMatchObject({ state: 'secure' });
  const found = await s3().send(new GetBucketLifecycleConfigurationCommand({ Bucket: OURS }));
  expect(found.Rules?.map(({ Filter, Expiration }) => [Filter?.Prefix, Expiration?.Days])).toEqual([
    [`AWSLogs/${ACCOUNT}/CloudTrail/`, 400],
    [`AWSLogs/${ACCOUNT}/CloudTrail-Digest/`, 400],
  ]);
});

it('a bucket that was there gets no rule, and nothing of it is changed by --yes', async () => {
  await s3().send(new CreateBucketCommand({ Bucket: 'company-logs' }));
  const chosen = { 'cloudtrail.bucket': 'company-logs', 'cloudtrail.prefix': '' };
  const { code, step, wrote } = await run({ ...chosen, 'cloudtrail.days': 0 });
  expect([code, wrote]).toEqual([2, []]);
  const plan = await run(chosen, '--dry-run');
  expect(plan.step?.changes.map(({ summary }) => summary).join()).not.toContain(
    'Delete CloudTrail log files',
  );
  expect(plan.step?.changes.filter(({ danger }) => danger).length).toBeGreaterThan(0);
  expect(step?.state).toBe('pending');
});

it('a statement of ours that somebody changed is left as it is by --yes', async () => {
  await secured();
  const policy = await policyOf(OURS);
  const tls = { NumericLessThan: { 's3:TlsVersion': '1.3' } };
  const Statement = policy.Statement.map((one) =>
    one.Sid === 'RootlockOnlyEncryptedTransport' ? { ...one, Condition: tls } : one,
  );
  const edited = JSON.stringify({ ...policy, Statement });
  await s3().send(new PutBucketPolicyCommand({ Bucket: OURS, Policy: edited }));
  const { code, step, wrote } = await run();
  expect([code, wrote]).toEqual([2, []]);
  const plan = await run({}, '--dry-run');
  expect(JSON.stringify(plan.step?.changes)).toContain('s3:TlsVersion');
  expect(plan.step?.changes).toMatchObject([{ danger: true }]);
  expect(step?.state).toBe('pending');
  expect((await policyOf(OURS)).Statement).toEqual(Statement);
});

it('a second trail’s ARN in a statement of ours is left alone: the account is secure', async () => {
  await secured();
  const policy = await policyOf(OURS);
  const both = JSON.stringify(policy).replaceAll(`"${ARN}"`, `["${ARN}","${ARN}-2"]`);
  await s3().send(new PutBucketPolicyCommand({ Bucket: OURS, Policy: both }));
  expect(await run()).toMatchObject({ code: 0, wrote: [] });
});

it('a trail without the events of KMS is secure, and is not changed by --yes', async () => {
  await secured();
  const EventSelectors = [
    {
      ReadWriteType: 'All' as const,
      IncludeManagementEvents: true,
      ExcludeManagementEventSources: ['kms.amazonaws.com'],
    },
  ];
  await cloudtrail().send(new PutEventSelectorsCommand({ TrailName: ARN, EventSelectors }));
  const { code, step, wrote } = await run();
  expect([code, wrote]).toEqual([0, []]);
  expect(step).toMatchObject({ state: 'secure' });
});

it('reads and writes in selectors of their own are a whole record', async () => {
  await secured();
  const EventSelectors = (['ReadOnly', 'WriteOnly'] as const).map((ReadWriteType) => ({
    ReadWriteType,
    IncludeManagementEvents: true,
  }));
  await cloudtrail().send(new PutEventSelectorsCommand({ TrailName: ARN, EventSelectors }));
  expect(await run()).toMatchObject({ code: 0, wrote: [], step: { state: 'secure' } });
});

it('a trail that somebody else made is started by the owner only', async () => {
  await secured();
  const policy = await policyOf(OURS);
  const theirs = JSON.stringify(policy).replaceAll(ARN, ARN.replace('rootlock-trail', 'company'));
  await s3().send(new PutBucketPolicyCommand({ Bucket: OURS, Policy: theirs }));
  await cloudtrail().send(
    new CreateTrailCommand({
      Name: 'company',
      S3BucketName: OURS,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
    }),
  );
  await emulator().delivery('AccessDenied');
  const plan = await run({}, '--dry-run');
  const start = plan.step?.changes.find(({ summary }) => summary.includes('company'));
  expect(start ?? { danger: true }).toMatchObject({ danger: true });
  expect(await run()).toMatchObject({ code: 2, wrote: [] });
});

it('a bucket that is open to everybody is told of before anything is written', async () => {
  await s3().send(new CreateBucketCommand({ Bucket: 'company-site' }));
  const open = {
    BlockPublicAcls: false,
    IgnorePublicAcls: false,
    BlockPublicPolicy: false,
    RestrictPublicBuckets: false,
  };
  await s3().send(
    new PutPublicAccessBlockCommand({
      Bucket: 'company-site',
      PublicAccessBlockConfiguration: open,
    }),
  );
  const Statement = {
    Sid: 'Site',
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::company-site/*',
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [Statement] });
  await s3().send(new PutBucketPolicyCommand({ Bucket: 'company-site', Policy }));
  const { code, step, wrote } = await run({
    'cloudtrail.bucket': 'company-site',
    'cloudtrail.prefix': '',
    'cloudtrail.days': 0,
  });
  expect([code, wrote]).toEqual([3, []]);
  expect(JSON.stringify(step)).toContain('Site');
});

it('a disabled key is told of as what it is, and no policy is changed', async () => {
  await secured();
  await emulator().delivery('KMS.DisabledException');
  const { step, wrote } = await run();
  expect(wrote).toEqual([]);
  expect(step?.now).toContain('its KMS key is disabled');
});

it('the trail of an own organization gets a new bucket with both folders', async () => {
  await secured();
  const { Organization } = await organizationsOf(emulator()).send(
    new CreateOrganizationCommand({}),
  );
  const policy = await policyOf(OURS);
  const files = `arn:aws:s3:::${OURS}/AWSLogs/`;
  const both = JSON.stringify(policy).replace(
    `"${files}${ACCOUNT}/*"`,
    `["${files}${ACCOUNT}/*","${files}${Organization?.Id}/*"]`,
  );
  await s3().send(new PutBucketPolicyCommand({ Bucket: OURS, Policy: both }));
  await cloudtrail().send(new UpdateTrailCommand({ Name: ARN, IsOrganizationTrail: true }));
  await cloudtrail().send(new StartLoggingCommand({ Name: ARN }));
  await emulator().delivery('NoSuchBucket');
  const { Versions = [] } = await s3().send(new ListObjectVersionsCommand({ Bucket: OURS }));
  const Objects = Versions.map(({ Key, VersionId }) => ({ Key, VersionId }));
  await s3().send(new DeleteObjectsCommand({ Bucket: OURS, Delete: { Objects } }));
  await s3().send(new DeleteBucketCommand({ Bucket: OURS }));
  const again = await run({}, '--dry-run');
  const put = again.step?.changes
    .flatMap(({ calls }) => calls)
    .find(({ operation }) => operation === 'PutBucketPolicy');
  expect(JSON.stringify(put)).toContain(`AWSLogs/${Organization?.Id}/*`);
});
