import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { allowAll } from '../support/accounts/policies.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { enrolPhone } from '../support/emulator/owner.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';
import { ROOT_SESSION } from '../support/emulator/server.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const iam = () => iamOf(emulator(), ROOT_SESSION);

/** Somebody who signs in, and is in the group of developers. */
async function person(UserName: string): Promise<void> {
  await iam().send(new CreateUserCommand({ UserName, Path: '/team/' }));
  await iam().send(new AddUserToGroupCommand({ GroupName: 'Developers', UserName }));
  const Password = 'Practice-makes-1-perfect';
  await iam().send(new CreateLoginProfileCommand({ UserName, Password }));
}

/** `home`: of the same computer, which knows when it gave somebody a policy. */
async function ran(only: string, answers: object = {}, home = newHome()): Promise<Report['steps']> {
  const where = { url: emulator().url, home };
  const { stdout, stderr } = await rootlock(['--only', only, '--yes', '--json'], {
    ...where,
    answers,
  });
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as Report).steps;
}
const states = (steps: Report['steps']) => steps.map(({ id, state }) => `${id} ${state}`);
const made = async () => writes(await emulator().requests());

beforeEach(async () => {
  await iam().send(new CreateGroupCommand({ GroupName: 'Developers' }));
  const PolicyArn = aws('PowerUserAccess');
  await iam().send(new AttachGroupPolicyCommand({ GroupName: 'Developers', PolicyArn }));
  await person('kim');
});

describe('MFA of a group of people', () => {
  it('is required once everybody has a device and the answers file agrees, and then once', async () => {
    const agreed = { 'require-mfa.apply': true };
    const [, waiting] = await ran('people', agreed);
    expect(waiting).toMatchObject({ state: 'waiting', now: expect.stringContaining('kim') });
    await enrolPhone(iam(), 'kim');
    const before = await made();
    // `--yes` does not agree to a danger.
    expect(states(await ran('require-mfa'))).toEqual(['require-mfa skipped']);
    expect(await made()).toEqual(before);
    await emulator().eventsDelay(0);
    // One of them tries it first. Their sign-in takes their own hands.
    const home = newHome();
    expect(states(await ran('require-mfa', agreed, home))).toEqual(['require-mfa blocked']);
    await emulator().signIn('kim', { mfa: 'Yes' });
    expect(states(await ran('require-mfa', agreed, home))).toEqual(['require-mfa secure']);
    const after = await made();
    expect(after.slice(before.length)).toEqual([
      'iam CreatePolicy',
      'iam AttachUserPolicy',
      'iam AttachGroupPolicy',
      'iam DetachUserPolicy',
    ]);
    expect(states(await ran('require-mfa', agreed))).toEqual(['require-mfa secure']);
    expect(await made()).toEqual(after);
  }, 120_000);
});

describe('the policies of a user', () => {
  it('go to groups, and leave the user when the group gives them', async () => {
    const UserName = 'kim';
    await iam().send(new AttachUserPolicyCommand({ UserName, PolicyArn: aws('PowerUserAccess') }));
    const own = { UserName, PolicyName: 'files', PolicyDocument: allowAll({ Action: 's3:*' }) };
    await iam().send(new PutUserPolicyCommand(own));
    const before = await made();
    const agreed = { 'direct-policies.apply': true };
    expect(states(await ran('direct-policies', agreed))).toEqual(['direct-policies secure']);
    const after = await made();
    expect(after.slice(before.length)).toEqual([
      'iam CreateGroup',
      'iam AddUserToGroup',
      'iam PutGroupPolicy',
      'iam DetachUserPolicy',
      'iam DeleteUserPolicy',
    ]);
    expect(states(await ran('direct-policies', agreed))).toEqual(['direct-policies secure']);
    expect(await made()).toEqual(after);
  });
});

describe('credentials that nobody uses', () => {
  it('go after 45 days if the answers file agrees, by a report that AWS makes first', async () => {
    const UserName = 'kim';
    await iam().send(new CreateAccessKeyCommand({ UserName }));
    expect(states(await ran('old-credentials'))).toEqual(['old-credentials secure']);
    const calls = (await emulator().requests()).map(({ operation }) => operation);
    const report = calls.filter((operation) => operation.endsWith('CredentialReport'));
    const ask = 'GenerateCredentialReport';
    expect(report).toEqual([ask, ask, 'GetCredentialReport']);
    await emulator().clock(46 * 86_400);
    const before = await made();
    expect(states(await ran('old-credentials'))).toEqual(['old-credentials skipped']);
    const agreed = { 'old-credentials.apply': true };
    expect(states(await ran('old-credentials', agreed))).toEqual(['old-credentials secure']);
    const after = await made();
    expect(after.slice(before.length)).toEqual(['iam DeleteLoginProfile', 'iam UpdateAccessKey']);
    expect(states(await ran('old-credentials', agreed))).toEqual(['old-credentials secure']);
    expect(await made()).toEqual(after);
  });
});
