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

/** Hands in two codes of the device, `apart` steps from each other, the first of them `ago` steps old. */
const enable = ({ SerialNumber, seed }: Device, ago = 1, apart = 1, ahead = 0) => {
  const step = stepAt(Date.now() + ahead * 1000) - ago;
  return iam.send(
    new EnableMFADeviceCommand({
      UserName: 'kim',
      SerialNumber,
      AuthenticationCode1: codeAt(seed, step),
      AuthenticationCode2: codeAt(seed, step + apart),
    }),
  );
};
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

it('EnableMFADevice takes two consecutive codes of the right device, and nothing else', async () => {
  const [phone, other] = [await newDevice('phone'), await newDevice('other')];
  const refused = {
    name: 'InvalidAuthenticationCodeException',
    $metadata: { httpStatusCode: 403 },
  };
  await expect(enable({ ...phone, seed: other.seed })).rejects.toMatchObject(refused);
  await expect(enable(phone, 1, 0)).rejects.toMatchObject(refused);
  await expect(enable(phone, 1, -1)).rejects.toMatchObject(refused);
  await expect(enable(phone, 5)).rejects.toMatchObject(refused);
  expect(await devicesOf('Assigned')).toEqual([]);
  await enable(phone);
  const { MFADevices } = await iam.send(new ListMFADevicesCommand({ UserName: 'kim' }));
  expect(MFADevices).toMatchObject([{ UserName: 'kim', SerialNumber: phone.SerialNumber }]);
});

it("the emulator checks codes against AWS's clock, which the Date header shows", async () => {
  const phone = await newDevice('phone');
  const ahead = 20 * 60;
  await emulator().clock(ahead);
  await expect(enable(phone)).rejects.toThrow(/not valid/);
  await enable(phone, 1, 1, ahead);
  // The client learned the time when its first signature was refused.
  expect(Math.round(iam.config.systemClockOffset / 60_000)).toBe(20);
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

it('a device is assigned once, and a user has eight at most', async () => {
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
