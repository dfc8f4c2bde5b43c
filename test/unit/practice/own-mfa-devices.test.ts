import { beforeEach, expect, test } from 'vitest';
import { codeAfter, frozenAccount, iamOf, refusalOf } from '../../support/clients.ts';

let { iam, state, practice } = frozenAccount();
let own = iam;
beforeEach(async () => {
  ({ iam, state, practice } = frozenAccount());
  await iam.createUser({ UserName: 'jun' });
  state.users[0]?.keys.push({ id: 'AKIAJUN000000000', active: true, created: state.created });
  own = iamOf(practice, { accessKeyId: 'AKIAJUN000000000', secretAccessKey: 'any' });
});

/** Makes and enables a device by this client. */
async function enrol(client: typeof iam, VirtualMFADeviceName: string, UserName = 'jun') {
  const made = await client.createVirtualMFADevice({ VirtualMFADeviceName });
  const { SerialNumber, Base32StringSeed } = made.VirtualMFADevice ?? {};
  const seed = Buffer.from(Base32StringSeed ?? []).toString('ascii');
  await client.enableMFADevice({
    UserName,
    SerialNumber,
    AuthenticationCode1: codeAfter(practice, seed, -1),
    AuthenticationCode2: codeAfter(practice, seed, 0),
  });
  return { UserName, SerialNumber, seed };
}

const NEEDS_MFA =
  'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.';

test('a user without MFA enables their first device, but no second one, and deactivates none', async () => {
  const { seed, ...first } = await enrol(own, 'first');
  await expect(enrol(own, 'second')).rejects.toThrow(NEEDS_MFA);
  await expect(own.deactivateMFADevice(first)).rejects.toThrow(NEEDS_MFA);
  expect(await refusalOf(own.deactivateMFADevice(first))).toBe('AccessDenied 403');
  // AWS says so before it says that the device is enabled already, or is not there.
  const codes = {
    AuthenticationCode1: codeAfter(practice, seed, 1),
    AuthenticationCode2: codeAfter(practice, seed, 2),
  };
  await expect(own.enableMFADevice({ ...first, ...codes })).rejects.toThrow(NEEDS_MFA);
  const absent = own.deactivateMFADevice({ ...first, SerialNumber: `${first.SerialNumber}x` });
  await expect(absent).rejects.toThrow(NEEDS_MFA);
  expect(await refusalOf(own.resyncMFADevice({ ...first, ...codes }))).toBe('not refused');
});

test('another user changes a user\u2019s devices without MFA', async () => {
  await enrol(own, 'first');
  const { seed, ...second } = await enrol(iam, 'second');
  expect(await refusalOf(iam.deactivateMFADevice(second))).toBe('not refused');
  await iam.createUser({ UserName: 'min' });
  expect(await refusalOf(enrol(own, 'third', 'min'))).toBe('not refused');
});

test('a session carries MFA if the user had a device when it began', async () => {
  const before = iamOf(practice, practice.signIn(state.users[0]?.id));
  const { seed, ...first } = await enrol(before, 'first');
  await expect(enrol(before, 'second')).rejects.toThrow(NEEDS_MFA);
  const after = iamOf(practice, practice.signIn(state.users[0]?.id));
  await enrol(after, 'third');
  expect(await refusalOf(after.deactivateMFADevice(first))).toBe('not refused');
});
