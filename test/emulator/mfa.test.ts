import {
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  DeactivateMFADeviceCommand,
  DeleteVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  type IAMClient,
  ListMFADevicesCommand,
  ListMFADeviceTagsCommand,
  ListVirtualMFADevicesCommand,
  ResyncMFADeviceCommand,
  type Tag,
} from '@aws-sdk/client-iam';
import { beforeEach, expect, it } from 'vitest';
import { codeAt, stepAt } from '../../src/practice/owner/device-codes.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';

const emulator = useEmulator();
const Tags = [{ Key: 'managed-by', Value: 'rootlock' }];

let iam: IAMClient;
beforeEach(async () => {
  iam = iamOf(emulator());
  await iam.send(new CreateUserCommand({ UserName: 'kim' }));
});

async function newDevice(VirtualMFADeviceName: string) {
  const create = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName, Tags });
  const { VirtualMFADevice } = await iam.send(create);
  const { SerialNumber, Base32StringSeed } = VirtualMFADevice ?? {};
  return { SerialNumber, seed: Buffer.from(Base32StringSeed ?? []).toString('ascii') };
}
type Device = Awaited<ReturnType<typeof newDevice>>;

/** Two codes of the device, `apart` steps from each other, the first `ago` steps old. */
const pair = ({ SerialNumber, seed }: Device, ago = 1, apart = 1, ahead = 0) => {
  const step = stepAt(Date.now() + ahead * 1000) - ago;
  return {
    UserName: 'kim',
    SerialNumber,
    AuthenticationCode1: codeAt(seed, step),
    AuthenticationCode2: codeAt(seed, step + apart),
  };
};
const enable = (...of: Parameters<typeof pair>) =>
  iam.send(new EnableMFADeviceCommand(pair(...of)));
const devicesOf = async (AssignmentStatus: 'Assigned' | 'Unassigned') =>
  (await iam.send(new ListVirtualMFADevicesCommand({ AssignmentStatus }))).VirtualMFADevices ?? [];

it('each device has a seed of its own, which is shown once', async () => {
  const [one, other] = [await newDevice('one'), await newDevice('other')];
  expect(one.seed).toMatch(/^[A-Z2-7]{64}$/);
  expect(other.seed).not.toBe(one.seed);
  const { VirtualMFADevices } = await iam.send(new ListVirtualMFADevicesCommand({}));
  expect(VirtualMFADevices).toEqual([
    { SerialNumber: one.SerialNumber },
    { SerialNumber: other.SerialNumber },
  ]);
});

it('CreateVirtualMFADevice echoes the tags, whose keys may differ in case only, and takes none of AWS’s', async () => {
  const Tags = [
    { Key: 'Team', Value: 'one' },
    { Key: 'team', Value: 'two' },
  ];
  const create = (VirtualMFADeviceName: string, Tags?: Tag[]) =>
    iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName, Tags }));
  expect((await create('tagged', Tags)).VirtualMFADevice?.Tags).toEqual(Tags);
  expect((await create('plain')).VirtualMFADevice).not.toHaveProperty('Tags');
  await expect(create('system', [{ Key: 'aws:x', Value: '' }])).rejects.toMatchObject({
    $metadata: { httpStatusCode: 400 },
  });
});

it('EnableMFADevice takes two consecutive codes of the right device, and nothing else', async () => {
  const [phone, other] = [await newDevice('phone'), await newDevice('other')];
  const refused = {
    name: 'InvalidAuthenticationCodeException',
    $metadata: { httpStatusCode: 403 },
  };
  await expect(enable({ ...phone, seed: other.seed })).rejects.toMatchObject(refused);
  await expect(enable(phone, 1, 0)).rejects.toMatchObject(refused);
  await expect(enable(phone, 1, -1)).rejects.toMatchObject(refused);
  await expect(enable(phone, 1, 2)).rejects.toMatchObject(refused);
  expect(await devicesOf('Assigned')).toEqual([]);
  await enable(phone);
  const { MFADevices } = await iam.send(new ListMFADevicesCommand({ UserName: 'kim' }));
  expect(MFADevices).toMatchObject([{ UserName: 'kim', SerialNumber: phone.SerialNumber }]);
});

it("the emulator checks codes against AWS's clock, which the Date header shows", async () => {
  const phone = await newDevice('phone');
  const ahead = 10 * 60 * 60;
  await emulator().clock(ahead);
  await expect(enable(phone)).rejects.toThrow(/not valid/);
  await enable(phone, 1, 1, ahead);
  // The client has learned the time from the refusal of its first signature.
  expect(Math.round(iam.config.systemClockOffset / 60_000)).toBe(600);
});

it('a device is listed as assigned only while it is', async () => {
  const phone = await newDevice('phone');
  expect(await devicesOf('Unassigned')).toHaveLength(1);
  await enable(phone);
  expect(await devicesOf('Unassigned')).toEqual([]);
  expect(await devicesOf('Assigned')).toMatchObject([{ User: { UserName: 'kim' } }]);
  const { SerialNumber } = phone;
  await iam.send(new DeactivateMFADeviceCommand({ UserName: 'kim', SerialNumber }));
  expect(await devicesOf('Assigned')).toEqual([]);
});

it.each([
  ['a clock that is hours behind', 999, true],
  ['a clock that is further behind', 1000, false],
  ['a clock that is hours ahead', -999, true],
  ['a clock that is further ahead', -1000, false],
])('enrols a device by %s: within 998 steps before, and 1000 after', async (_, ago, taken) => {
  const phone = await newDevice('phone');
  const refused = enable(phone, ago).then(
    () => false,
    ({ name }) => name === 'InvalidAuthenticationCodeException',
  );
  expect(await refused).toBe(!taken);
});

it("keeps how far a device's clock is off, and counts from there; a pair must be newer than the last", async () => {
  const phone = await newDevice('phone');
  await enable(phone, -500);
  const resync = (ago: number) => iam.send(new ResyncMFADeviceCommand(pair(phone, ago)));
  await expect(resync(-500)).rejects.toMatchObject({ name: 'InvalidAuthenticationCodeException' });
  await resync(-1499);
  await iam.send(
    new DeactivateMFADeviceCommand({ UserName: 'kim', SerialNumber: phone.SerialNumber }),
  );
  await expect(enable(phone, -700)).rejects.toThrow(/not valid/);
  await enable(phone, -1501);
});

it('says that a device is not this user\u2019s, and whether it is another\u2019s', async () => {
  const phone = await newDevice('phone');
  const { SerialNumber } = phone;
  const deactivate = (UserName: string) =>
    iam.send(new DeactivateMFADeviceCommand({ UserName, SerialNumber }));
  const absent = { name: 'NoSuchEntityException', message: 'MFA Device invalid for user.' };
  await expect(deactivate('kim')).rejects.toMatchObject(absent);
  await iam.send(new CreateUserCommand({ UserName: 'lee' }));
  await enable(phone);
  await expect(deactivate('lee')).rejects.toMatchObject(absent);
  await expect(enable(phone)).rejects.toThrow('MFA Device for user kim already exists.');
  const lee = new EnableMFADeviceCommand({ ...pair(phone), UserName: 'lee' });
  await expect(iam.send(lee)).rejects.toThrow('MFA Device is already in use.');
});

it('assigns a device once, and a user has eight at most', async () => {
  const phone = await newDevice('phone');
  await enable(phone);
  await expect(enable(phone)).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' });
  for (const number of [2, 3, 4, 5, 6, 7, 8]) await enable(await newDevice(`phone-${number}`));
  await expect(enable(await newDevice('phone-9'))).rejects.toMatchObject({
    name: 'LimitExceededException',
    $metadata: { httpStatusCode: 409 },
  });
});

it('DeleteVirtualMFADevice deletes only a device that nobody uses', async () => {
  const phone = await newDevice('phone');
  const { SerialNumber } = phone;
  const remove = () => iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }));
  await enable(phone);
  await expect(remove()).rejects.toMatchObject({ name: 'DeleteConflictException' });
  await iam.send(new DeactivateMFADeviceCommand({ UserName: 'kim', SerialNumber }));
  await remove();
  await expect(remove()).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});

it('a device keeps its tags', async () => {
  const { SerialNumber } = await newDevice('phone');
  const tags = await iam.send(new ListMFADeviceTagsCommand({ SerialNumber }));
  expect(tags.Tags).toEqual(Tags);
  await expect(newDevice('phone')).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' });
});
