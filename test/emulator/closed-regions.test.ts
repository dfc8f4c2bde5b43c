import { CreateTrailCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import {
  AttachUserPolicyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { cloudtrailOf, iamOf, useEmulator } from '../support/emulator/clients.ts';
import { startFaultProxy } from '../support/emulator/faults/fault-proxy.ts';
import { faults } from '../support/emulator/faults/faults.ts';
import {
  arnOf,
  Bucket,
  HOME as ELSEWHERE,
  newBucket,
  policyFor,
  putPolicy,
} from '../support/emulator/log-bucket.ts';
import { enrolPhone, KIM } from '../support/emulator/owner.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';

const emulator = useEmulator();
const BY_ORGANIZATION = 'with an explicit deny in a service control policy';
const answers = { 'admin-user.owner': KIM };

/** What the built program prints of a step. Its home is us-east-1. */
async function status(step: string, args: string[] = [], url = emulator().url) {
  const where = { url, home: newHome(), answers };
  const { code, stdout } = await rootlock(['status', '--only', step, ...args], where);
  return { code, stdout: stdout.replace(/\s+/g, ' ') };
}

async function reported(step: string, url?: string) {
  const { stdout } = await status(step, ['--json'], url);
  return (JSON.parse(stdout) as Report).steps.find(({ id }) => id === step);
}

describe('the trails of a region', () => {
  beforeEach(async () => {
    await newBucket(emulator());
    await putPolicy(emulator(), policyFor(arnOf('old')));
    const there = cloudtrailOf(emulator(), ELSEWHERE);
    await there.send(new CreateTrailCommand({ Name: 'old', S3BucketName: Bucket }));
    await there.send(new StartLoggingCommand({ Name: 'old' }));
  });

  it('are left out and named if the organization closes it, in each language', async () => {
    for (const action of ['DescribeTrails', 'GetTrailStatus', 'GetEventSelectors'])
      await emulator().deny(`cloudtrail:${action}`, BY_ORGANIZATION, ELSEWHERE);
    expect(await reported('cloudtrail')).toMatchObject({
      state: 'pending',
      evidence: { unreadable: ['old'], outOfScope: [ELSEWHERE] },
    });
    const english = await status('cloudtrail', ['--plain']);
    expect(english.stdout).toContain(
      'Not checked, because this account cannot use them: eu-west-1',
    );
    const korean = await status('cloudtrail', ['--plain', '--lang', 'ko']);
    expect(korean.stdout).toContain('이 계정에서 쓸 수 없어 확인하지 않은 리전: eu-west-1');
  });

  it('are left out and named if it was switched off', async () => {
    await emulator().region(ELSEWHERE, 'DISABLED');
    expect(await reported('cloudtrail')).toMatchObject({
      state: 'pending',
      evidence: { unreadable: ['old'], outOfScope: [ELSEWHERE] },
    });
  });

  it('are unknown if these credentials may not read them', async () => {
    const reason = 'because no identity-based policy allows the action';
    await emulator().deny('cloudtrail:DescribeTrails', reason, ELSEWHERE);
    expect(await reported('cloudtrail')).toMatchObject({
      state: 'pending',
      evidence: { unreadable: ['old'], outOfScope: [] },
    });
  });

  it('block the step with the name of the region if it cannot be reached', async () => {
    const fault = faults(emulator().clock)['reset after it is carried out, at each try'];
    if (!fault) throw new Error('there is no such fault');
    const operation = 'DescribeTrails';
    const at = [{ service: 'cloudtrail' as const, operation, region: ELSEWHERE, nth: 1 }];
    const proxy = await startFaultProxy(emulator().url, { at, fault });
    const step = await reported('cloudtrail', proxy.url);
    await proxy.stop();
    expect(step).toMatchObject({
      state: 'blocked',
      message: expect.stringMatching(/^eu-west-1: AWS cannot be reached from here/),
    });
  });
});

it('a sign-in is found beyond the regions that AWS lists at once, though one is closed and one denied', async () => {
  const iam = iamOf(emulator());
  await iam.send(new CreateUserCommand({ UserName: KIM }));
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new AttachUserPolicyCommand({ UserName: KIM, PolicyArn }));
  const Password = 'Correct-Horse-1-Battery';
  await iam.send(new CreateLoginProfileCommand({ UserName: KIM, Password }));
  await enrolPhone(iam, KIM);
  for (const name of ['af-south-1', 'ap-east-1', 'ap-east-2', 'eu-south-1', 'me-south-1'])
    await emulator().region(name, 'ENABLED');
  const lookUp = 'cloudtrail:LookupEvents';
  await emulator().deny(lookUp, BY_ORGANIZATION, 'sa-east-1');
  const mayNot = 'because no identity-based policy allows the action';
  await emulator().deny(lookUp, mayNot, 'eu-west-3');
  expect(await reported('admin-sign-in')).toMatchObject({
    evidence: { proof: null, unread: ['eu-west-3'], outOfScope: ['sa-east-1'] },
  });
  await emulator().signIn(KIM, { mfa: 'Yes', region: 'us-west-2' });
  expect(await reported('admin-sign-in')).toMatchObject({
    evidence: { proof: { region: 'us-west-2' } },
  });
});
