import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { t } from '../../src/text/text.ts';
import { NONE } from '../../steps/iam/owner-administrator.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { fewRegions } from '../support/emulator/few-regions.ts';
import { enrolPhone, KIM, ownerOf } from '../support/emulator/owner.ts';
import {
  keyInProfile,
  newHome,
  openRootlock,
  rootlock,
  withAwsLogin,
} from '../support/emulator/programs.ts';
import { ACCOUNT, ROOT_SESSION } from '../support/emulator/server.ts';
import { writes } from '../support/emulator/wire-log.ts';
import { inSentences } from '../support/owner/in-sentences.ts';
import { onScreen } from '../support/owner/on-screen.ts';
import { answerAll } from '../support/owner/owner.ts';

const emulator = useEmulator();
beforeEach(() => fewRegions(emulator(), ['us-east-1', 'eu-west-1', 'ap-northeast-2']));
/** Milliseconds, for some hundred calls with a screen after each. */
const WHOLE = 240_000;
const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
const TAB = 'ASIATAB0000000000001';

/** Root's key is Rootlock's alone: what somebody else uses is not deleted at once. */
const asRoot = () => iamOf(emulator(), ROOT_SESSION);
const writesNow = async () => writes(await emulator().requests());

/** The contractor's console tab asks Health every five minutes, in a session with MFA that is an hour old. */
async function tabAsks(): Promise<void> {
  const health = { service: 'health', operation: 'DescribeEventAggregates', region: 'us-east-1' };
  const session = { user: 'contractor', session: { mfa: true, ago: 3600 } };
  for (const ago of [900, 600, 300, 0])
    await emulator().useKey(TAB, { ...health, ...session, ago });
}

/** An account that others live in: a contractor, a machine and a role, all with all rights. */
beforeEach(async () => {
  const iam = asRoot();
  for (const UserName of ['contractor', 'terraform']) {
    await iam.send(new CreateUserCommand({ UserName }));
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  }
  const Password = 'Known-to-the-contractor-1';
  await iam.send(new CreateLoginProfileCommand({ UserName: 'contractor', Password }));
  await enrolPhone(iam, 'contractor');
  await emulator().signIn('contractor', { mfa: 'Yes' });
  await tabAsks();
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'terraform' }));
  const key = AccessKey?.AccessKeyId ?? '';
  await emulator().useKey(key, { service: 'ec2', region: 'us-east-1', ago: 60 });
  const trust = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/contractor` },
    Action: 'sts:AssumeRole',
  };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
  await iam.send(new CreateRoleCommand({ RoleName: 'deploy', AssumeRolePolicyDocument }));
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'deploy', PolicyArn }));
});

/** All that IAM says of those who were there before. */
async function others() {
  const iam = asRoot();
  const details = await iam.send(new GetAccountAuthorizationDetailsCommand({}));
  const credentials = await Promise.all(
    ['contractor', 'terraform'].map(async (UserName) => {
      const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName }));
      const { MFADevices } = await iam.send(new ListMFADevicesCommand({ UserName }));
      return { AccessKeyMetadata, MFADevices };
    }),
  );
  return {
    users: details.UserDetailList?.filter(({ UserName }) => UserName !== KIM),
    roles: details.RoleDetailList?.filter(({ RoleName = '' }) => !/^rootlock-/.test(RoleName)),
    credentials,
  };
}

describe('an owner whose account others live in', () => {
  it.each([
    ['on the screen', [], onScreen],
    ['in sentences', ['--plain'], inSentences],
  ] as const)(
    'has an administrator of their own made, who alone proves the way in, %s',
    async (_, args, driverOf) => {
      const before = await others();
      const where = { url: emulator().url, home: newHome() };
      keyInProfile(where.home);
      const env = withAwsLogin(where.home, `user/${KIM}`);
      // Moving what others have is asked of the owner, who here leaves it.
      const first = openRootlock([...args, '--skip', 'direct-policies'], { ...where, env });
      const owner = { ...ownerOf(emulator()), who: t('none of these, create one for me') };
      const asked = await answerAll(driverOf(first), owner);
      expect(asked.filter((words) => words.includes('Which administrator are you'))).toHaveLength(
        1,
      );
      // Nobody is sent to a machine with a phone, nor to a stranger.
      expect(asked.join()).not.toMatch(
        /(Switch MFA on for|Sign in as|The password of) (terraform|contractor)/,
      );
      expect(await first.exit).toMatchObject({ code: 0 });
      expect(await others()).toEqual(before);
      const { SummaryMap } = await asRoot().send(new GetAccountSummaryCommand({}));
      expect(SummaryMap).toMatchObject({ AccountAccessKeysPresent: 0, Users: 3 });
      const sent = await writesNow();
      const ownSent = sent.slice(sent.lastIndexOf('iam AttachRolePolicy') + 1);
      expect(ownSent.at(-1)).toBe('iam DeleteAccessKey');

      await tabAsks();
      const second = openRootlock([...args, '--skip', 'direct-policies'], { ...where, env });
      const again = await answerAll(driverOf(second), ownerOf(emulator()));
      expect(again.at(-1)).toContain('Press Enter to finish, or look at a step.');
      expect(again.join()).not.toContain('Which administrator are you');
      expect(await second.exit).toMatchObject({ code: 0 });
      expect(await writesNow()).toEqual(sent);
    },
    WHOLE,
  );

  it('is named as the missing answer, and nothing is sent for anybody, with --yes alone', async () => {
    const sent = await writesNow();
    const where = { url: emulator().url, home: newHome() };
    const ran = await rootlock(['--yes', '--json'], where);
    expect(ran).toMatchObject({ code: 2, stderr: '' });
    const report: Report = JSON.parse(ran.stdout);
    expect(report.missing).toContain('admin-user.owner');
    expect(report.steps.find(({ id }) => id === 'admin-user')).toMatchObject({
      state: 'pending',
      now: 'which one are you: contractor, terraform, deploy?',
      changes: [{ kind: 'attest', calls: [] }],
    });
    expect(await writesNow()).toEqual(sent);
  });

  it('has one made by an answers file, and a second run sends nothing', async () => {
    const where = { url: emulator().url, home: newHome() };
    const answers = { 'admin-user.owner': NONE, 'admin-user.name': KIM };
    const args = ['--only', 'admin-group,admin-user', '--yes', '--json'];
    const made = [];
    for (let run = 0; run < 2; run++) {
      const ran = await rootlock(args, { ...where, answers });
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      made.push(await writesNow());
    }
    expect(made[0]?.slice(-4)).toEqual([
      'iam CreateGroup',
      'iam AttachGroupPolicy',
      'iam CreateUser',
      'iam AddUserToGroup',
    ]);
    expect(made[1]).toEqual(made[0]);
  });

  it('is not who signs in with a machine’s key: the gate stays shut, and no phone is enrolled', async () => {
    const where = { url: emulator().url, home: newHome() };
    const { AccessKeyMetadata = [] } = await asRoot().send(
      new ListAccessKeysCommand({ UserName: 'terraform' }),
    );
    const env = { AWS_ACCESS_KEY_ID: AccessKeyMetadata[0]?.AccessKeyId ?? '' };
    const ran = await rootlock(['--dry-run', '--json'], { ...where, env });
    const { steps }: Report = JSON.parse(ran.stdout);
    const states = steps.filter(({ id }) => /^admin-(mfa|password|sign-in)|^root-keys/.test(id));
    expect(states.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    expect(states.flatMap(({ changes }) => changes).flatMap(({ calls }) => calls)).toEqual([]);
  });
});
