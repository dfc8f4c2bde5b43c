import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  DeactivateMFADeviceCommand,
  EnableMFADeviceCommand,
  type IAMClient,
  ListMFADevicesCommand,
  ResyncMFADeviceCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { beforeEach, expect, it } from 'vitest';
import { codeAt, stepAt } from '../../src/practice/owner/device-codes.ts';
import { ADMINISTRATOR_ACCESS } from '../support/accounts/policies.ts';
import { iamOf, stsOf, useEmulator } from '../support/emulator/clients.ts';
import { USER_SESSION } from '../support/emulator/server.ts';

const emulator = useEmulator();
const UserName = 'kim';
/** Of the user's own key. */
let key: string;
let iam: IAMClient;
beforeEach(async () => {
  const root = iamOf(emulator());
  await root.send(new CreateUserCommand({ UserName }));
  await root.send(new AttachUserPolicyCommand({ UserName, PolicyArn: ADMINISTRATOR_ACCESS }));
  const { AccessKey } = await root.send(new CreateAccessKeyCommand({ UserName }));
  key = AccessKey?.AccessKeyId ?? '';
  iam = iamOf(emulator(), key);
});

const now = () => stepAt(Date.now());
const pair = (seed: string, first: number) => ({
  AuthenticationCode1: codeAt(seed, first),
  AuthenticationCode2: codeAt(seed, first + 1),
});

/** Made and enrolled by `client`. */
async function enrolled(client: IAMClient, VirtualMFADeviceName: string, first = now() - 1) {
  const create = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName });
  const { SerialNumber, Base32StringSeed } = (await client.send(create)).VirtualMFADevice ?? {};
  const seed = Buffer.from(Base32StringSeed ?? []).toString('ascii');
  await client.send(new EnableMFADeviceCommand({ UserName, SerialNumber, ...pair(seed, first) }));
  return { SerialNumber, seed };
}

const NEEDS_MFA = {
  name: 'AccessDenied',
  message:
    'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.',
  $metadata: { httpStatusCode: 403 },
};

const session = (SerialNumber?: string, TokenCode?: string) =>
  stsOf(emulator(), key).send(new GetSessionTokenCommand({ SerialNumber, TokenCode }));

it('lets a user enrol their first device without MFA, and no second one, nor remove the first', async () => {
  const { SerialNumber, seed } = await enrolled(iam, 'first');
  await expect(enrolled(iam, 'second')).rejects.toMatchObject(NEEDS_MFA);
  const remove = new DeactivateMFADeviceCommand({ UserName, SerialNumber });
  await expect(iam.send(remove)).rejects.toMatchObject(NEEDS_MFA);
  // Before it says that the device is not theirs, or theirs already.
  const again = { UserName, SerialNumber, ...pair(seed, now() + 1) };
  await expect(iam.send(new EnableMFADeviceCommand(again))).rejects.toMatchObject(NEEDS_MFA);
  const unknown = new DeactivateMFADeviceCommand({
    UserName,
    SerialNumber: 'arn:aws:iam::1:mfa/x',
  });
  await expect(iam.send(unknown)).rejects.toMatchObject(NEEDS_MFA);
  await iam.send(new ResyncMFADeviceCommand(again));
  // Somebody else may.
  await enrolled(iamOf(emulator()), 'third');
  await iamOf(emulator()).send(remove);
});

it('lets a user who came in with MFA change their own devices', async () => {
  const { SerialNumber, seed } = await enrolled(iam, 'first');
  const { Credentials } = await session(SerialNumber, codeAt(seed, now()));
  const withMfa = iamOf(emulator(), Credentials?.AccessKeyId);
  await enrolled(withMfa, 'second');
  await withMfa.send(new DeactivateMFADeviceCommand({ UserName, SerialNumber }));
  const { MFADevices } = await withMfa.send(new ListMFADevicesCommand({ UserName }));
  expect(MFADevices).toHaveLength(1);
});

it('gives aws login a session with MFA if the user had a device by then', async () => {
  const login = iamOf(emulator(), USER_SESSION);
  await emulator().session(UserName);
  await enrolled(login, 'first');
  await expect(enrolled(login, 'second')).rejects.toMatchObject(NEEDS_MFA);
  await emulator().session(UserName);
  await enrolled(login, 'third');
});

it('takes each code once to sign in, out of order, up to two steps off, and those of the enrolment too', async () => {
  const { SerialNumber, seed } = await enrolled(iam, 'phone', now() - 1);
  const at = now();
  const wrong = {
    name: 'AccessDenied',
    message: 'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
  };
  const enter = (step: number) => session(SerialNumber, codeAt(seed, step));
  // The last of them two steps ahead, and after it one that is two steps behind.
  for (const off of [2, 0, -1]) await enter(at + off);
  await expect(enter(at)).rejects.toMatchObject(wrong);
  await expect(enter(at + 4)).rejects.toMatchObject(wrong);
  await expect(enter(at - 4)).rejects.toMatchObject(wrong);
});

it('counts from the clock that the device had when it was enrolled', async () => {
  const { SerialNumber, seed } = await enrolled(iam, 'phone', now() + 199);
  await expect(session(SerialNumber, codeAt(seed, now()))).rejects.toThrow(/invalid MFA/);
  await session(SerialNumber, codeAt(seed, now() + 200));
});

it('checks a code nine times in three minutes, and then not even a right one', async () => {
  const { SerialNumber, seed } = await enrolled(iam, 'phone');
  // Else the three minutes might end between two of them.
  await emulator().clock((180_000 - (Date.now() % 180_000)) / 1000);
  const at = () => stepAt(Date.now() + 180_000 - (Date.now() % 180_000));
  for (let n = 0; n < 9; n++) {
    await expect(session(SerialNumber, '000000')).rejects.toThrow(/invalid MFA/);
  }
  await expect(session(SerialNumber, codeAt(seed, at()))).rejects.toThrow(/unavailable/);
});

it('refuses the device of nobody, a session that asks for a session, and IAM to one without MFA', async () => {
  await expect(session('arn:aws:iam::123456789012:mfa/x', '123456')).rejects.toThrow(
    'unable to validate MFA code',
  );
  const { Credentials } = await session();
  const bare = Credentials?.AccessKeyId;
  await stsOf(emulator(), bare).send(new GetCallerIdentityCommand({}));
  const again = stsOf(emulator(), bare).send(new GetSessionTokenCommand({}));
  await expect(again).rejects.toThrow('Cannot call GetSessionToken with session credentials');
  const listed = iamOf(emulator(), bare).send(new ListMFADevicesCommand({}));
  await expect(listed).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});
