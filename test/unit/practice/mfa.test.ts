import { beforeEach, describe, expect, test } from 'vitest';
import { tokenOf } from '../../../src/practice/owner/devices.ts';
import { codeAfter, frozenAccount, refusalOf } from '../../support/clients.ts';

let { iam, state, practice, time } = frozenAccount();
beforeEach(async () => {
  ({ iam, state, practice, time } = frozenAccount());
  await iam.createUser({ UserName: 'jun' });
});

/** Makes a virtual device. Returns its serial number, and its seed as a phone gets it. */
async function device(name = 'jun') {
  const made = await iam.createVirtualMFADevice({
    VirtualMFADeviceName: name,
    Tags: [{ Key: 'managed-by', Value: 'rootlock' }],
  });
  const { SerialNumber = '', Base32StringSeed = new Uint8Array() } = made.VirtualMFADevice ?? {};
  return { serial: SerialNumber, seed: Buffer.from(Base32StringSeed).toString('ascii') };
}

type Device = Awaited<ReturnType<typeof device>>;

/** Enables a device with the codes of two steps, counted from the account's time. */
const enable = ({ serial, seed }: Device, first = -1, second = first + 1, UserName = 'jun') =>
  iam.enableMFADevice({
    UserName,
    SerialNumber: serial,
    AuthenticationCode1: codeAfter(practice, seed, first),
    AuthenticationCode2: codeAfter(practice, seed, second),
  });

describe('a virtual device', () => {
  test('has a serial number with its name, and a seed of 64 characters that is returned once', async () => {
    const { serial, seed } = await device();
    expect(serial).toBe('arn:aws:iam::111122223333:mfa/jun');
    expect(seed).toMatch(/^[A-Z2-7]{64}$/);
    expect((await device('min')).seed).not.toBe(seed);
    const list = await iam.listVirtualMFADevices();
    expect(list.VirtualMFADevices).toContainEqual({ SerialNumber: serial });
    expect(JSON.stringify(list)).not.toContain(seed);
    const { Tags } = await iam.listMFADeviceTags({ SerialNumber: serial });
    expect(Tags).toEqual([{ Key: 'managed-by', Value: 'rootlock' }]);
  });

  test('comes back with its tags, whose keys may differ in case only', async () => {
    const Tags = [
      { Key: 'Team', Value: 'one' },
      { Key: 'team', Value: 'two' },
    ];
    const made = await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun', Tags });
    expect(made.VirtualMFADevice?.Tags).toEqual(Tags);
    const plain = await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'min' });
    expect(plain.VirtualMFADevice).not.toHaveProperty('Tags');
    const reserved = iam.createVirtualMFADevice({
      VirtualMFADeviceName: 'kim',
      Tags: [{ Key: 'aws:x', Value: '' }],
    });
    expect(await refusalOf(reserved)).toBe('InvalidInput 400');
  });

  test('cannot be made twice with one name', async () => {
    await device('jun');
    expect(await refusalOf(device('Jun'))).toBe('EntityAlreadyExists 409');
    expect(await refusalOf(device('a b'))).toBe('ValidationError 400');
  });

  test('is enabled by two consecutive codes, and then belongs to a user', async () => {
    const made = await device();
    await enable(made);
    expect((await iam.listMFADevices({ UserName: 'jun' })).MFADevices).toEqual([
      { UserName: 'jun', SerialNumber: made.serial, EnableDate: practice.now() },
    ]);
    expect((await iam.listMFADevices()).MFADevices).toEqual([]);
    const [shown] = (await iam.listVirtualMFADevices()).VirtualMFADevices ?? [];
    expect(shown).toMatchObject({ SerialNumber: made.serial, User: { UserName: 'jun' } });
  });

  test.each([
    ['the same code twice', -1, -1],
    ['two codes in the wrong order', 0, -1],
    ['two codes with one between', -2, 0],
    ['codes that are more than eight hours old', -1000, -999],
    ['codes of the future, more than eight hours ahead', 1000, 1001],
  ])('is not enabled by %s', async (_, first, second) => {
    const made = await device();
    expect(await refusalOf(enable(made, first, second))).toBe('InvalidAuthenticationCode 403');
    expect(state.devices[0]?.owner).toBeUndefined();
    expect(await refusalOf(enable(made))).toBe('not refused');
  });

  test.each([
    [-2, -1],
    [1, 2],
    [-999, -998],
    [999, 1000],
  ])('is enabled by the codes of a phone whose clock is off by hours: %i and %i', async (a, b) => {
    const made = await device();
    expect(await refusalOf(enable(made, a, b))).toBe('not refused');
  });

  test('keeps the difference of its clock, also when another user enables it', async () => {
    const made = await device();
    await enable(made, 999);
    await iam.deactivateMFADevice({ UserName: 'jun', SerialNumber: made.serial });
    await iam.createUser({ UserName: 'min' });
    expect(await refusalOf(enable(made, 998, 999, 'min'))).toBe('InvalidAuthenticationCode 403');
    expect(await refusalOf(enable(made, 1999, 2000, 'min'))).toBe('not refused');
  });

  test('is not enabled by codes of another device, nor by texts that are no codes', async () => {
    const [one, other] = [await device('one'), await device('other')];
    expect(await refusalOf(enable({ ...one, seed: other.seed }))).toBe(
      'InvalidAuthenticationCode 403',
    );
    const bad = { UserName: 'jun', SerialNumber: one.serial, AuthenticationCode2: '123456' };
    for (const AuthenticationCode1 of ['12345', '1234567', 'abcdef']) {
      const call = iam.enableMFADevice({ ...bad, AuthenticationCode1 });
      expect(await refusalOf(call)).toBe('ValidationError 400');
    }
  });

  test('cannot be enabled twice, nor for a missing user, nor if it is missing itself', async () => {
    const made = await device();
    expect(await refusalOf(enable(made, -1, 0, 'min'))).toBe('NoSuchEntity 404');
    expect(await refusalOf(enable({ ...made, serial: `${made.serial}x` }))).toBe(
      'NoSuchEntity 404',
    );
    await enable(made);
    await iam.createUser({ UserName: 'min' });
    await expect(enable(made, 1)).rejects.toThrow('MFA Device for user jun already exists.');
    await expect(enable(made, 1, 2, 'min')).rejects.toThrow('MFA Device is already in use.');
    expect(await refusalOf(enable(made, 1))).toBe('EntityAlreadyExists 409');
  });

  test('accepts no code twice, even after it was deactivated', async () => {
    const made = await device();
    await enable(made, -1);
    await iam.deactivateMFADevice({ UserName: 'jun', SerialNumber: made.serial });
    expect(await refusalOf(enable(made, -1))).toBe('InvalidAuthenticationCode 403');
    expect(await refusalOf(enable(made, 0))).toBe('InvalidAuthenticationCode 403');
    time.ms += 30_000;
    expect(await refusalOf(enable(made, 0))).toBe('not refused');
  });

  test('is resynchronised by two more codes', async () => {
    const made = await device();
    await enable(made, -1);
    const resync = (UserName: string, first: number) =>
      iam.resyncMFADevice({
        UserName,
        SerialNumber: made.serial,
        AuthenticationCode1: codeAfter(practice, made.seed, first),
        AuthenticationCode2: codeAfter(practice, made.seed, first + 1),
      });
    await iam.createUser({ UserName: 'min' });
    expect(await refusalOf(resync('min', 1))).toBe('NoSuchEntity 404');
    expect(await refusalOf(resync('jun', 0))).toBe('InvalidAuthenticationCode 403');
    expect(await refusalOf(resync('jun', 1))).toBe('not refused');
  });

  test('must be deactivated before it is deleted', async () => {
    const made = await device();
    await enable(made);
    const target = { SerialNumber: made.serial };
    expect(await refusalOf(iam.deleteVirtualMFADevice(target))).toBe('DeleteConflict 409');
    await iam.createUser({ UserName: 'min' });
    const notTheirs = iam.deactivateMFADevice({ UserName: 'min', ...target });
    await expect(notTheirs).rejects.toThrow('MFA Device invalid for user.');
    await iam.deactivateMFADevice({ UserName: 'jun', ...target });
    await iam.deleteVirtualMFADevice(target);
    expect(await refusalOf(iam.deleteVirtualMFADevice(target))).toBe('NoSuchEntity 404');
    expect(await refusalOf(iam.listMFADeviceTags(target))).toBe('NoSuchEntity 404');
  });
});

test('devices are listed by whether they are assigned', async () => {
  await enable(await device('used'));
  await device('left');
  const names = async (AssignmentStatus?: 'Any' | 'Assigned' | 'Unassigned') => {
    const list = await iam.listVirtualMFADevices({ ...(AssignmentStatus && { AssignmentStatus }) });
    return list.VirtualMFADevices?.map(({ SerialNumber }) => SerialNumber?.split('/')[1]);
  };
  expect(await names()).toEqual(['used', 'left']);
  expect(await names('Assigned')).toEqual(['used']);
  expect(await names('Unassigned')).toEqual(['left']);
});

test('a user has at most 8 devices', async () => {
  for (let at = 0; at < 8; at++) await enable(await device(`jun-${at}`));
  expect(await refusalOf(enable(await device('jun-8')))).toBe('LimitExceeded 409');
});

test('a hardware token is enabled by its own codes, and is not a virtual device', async () => {
  const token = tokenOf('ABCD12345678');
  if (!token) throw new Error('this is what is printed on a token');
  expect(await refusalOf(enable({ ...token, seed: (await device()).seed }))).toBe(
    'InvalidAuthenticationCode 403',
  );
  await enable(token);
  const { MFADevices = [] } = await iam.listMFADevices({ UserName: 'jun' });
  expect(MFADevices.map(({ SerialNumber }) => SerialNumber)).toEqual(['ABCD12345678']);
  const { VirtualMFADevices = [] } = await iam.listVirtualMFADevices();
  expect(VirtualMFADevices).toHaveLength(1);
  expect(await refusalOf(enable({ ...token, serial: 'ABC-123456' }))).toBe('NoSuchEntity 404');
});
