import type { Device, PracticeState, User } from '../../fresh-account.ts';
import { acceptedStep } from '../../owner/device-codes.ts';
import { isVirtual, newDevice, tokenOf } from '../../owner/devices.ts';
import { Refusal, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import {
  absent,
  deviceName,
  full,
  inUse,
  isSameName,
  mfaCode,
  oneOf,
  path,
  serialNumber,
  tags,
  taken,
  userName,
} from '../validation.ts';
import { arn, userOf } from './entities.ts';
import { shownRoot, shownUser } from './users.ts';

const DEVICES_MAX = 8;
/** How many steps of 30 seconds a phone's clock may be off. AWS gives no number. */
const DRIFT = 2;
/** Terminals draw their own code from the seed: the picture's first bytes are enough. */
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function deviceOf({ devices }: PracticeState, serial: string): Device {
  const device = devices.find((other) => other.serial === serial);
  if (!device) throw absent(`MFA Device with serial number ${serial} does not exist.`);
  return device;
}

function virtualOf(state: PracticeState, SerialNumber: string | undefined): Device {
  const device = deviceOf(state, serialNumber(SerialNumber));
  if (!isVirtual(device)) throw absent(`${device.serial} is not a virtual MFA device.`);
  return device;
}

function deviceOfUser(state: PracticeState, user: User, SerialNumber: string | undefined): Device {
  const device = deviceOf(state, serialNumber(SerialNumber));
  if (device.owner?.id === user.id) return device;
  throw absent(`MFA device ${device.serial} is not assigned to user ${user.name}.`);
}

/** Two codes, one right after the other. Both count as used afterwards. */
function take(device: Device, code1: string, code2: string, now: Date): void {
  const step = acceptedStep(device, [code1, code2], now, DRIFT);
  if (step === undefined) {
    throw new Refusal(
      'InvalidAuthenticationCode',
      403,
      'Authentication code for device is not valid.',
    );
  }
  device.usedStep = step;
}

export const mfa = {
  CreateVirtualMFADevice({ VirtualMFADeviceName, Path, Tags }, { state }) {
    const name = deviceName(VirtualMFADeviceName);
    const device = newDevice(arn(state, 'mfa', { path: path(Path), name }), tags(Tags));
    if (state.devices.some(({ serial }) => isSameName(serial, device.serial))) {
      throw taken('MFADevice entity at the same path and name already exists.');
    }
    state.devices.push(device);
    return {
      VirtualMFADevice: {
        SerialNumber: device.serial,
        Base32StringSeed: new TextEncoder().encode(device.seed),
        QRCodePNG: PNG,
      },
    };
  },

  EnableMFADevice({ UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 }, call) {
    const { state, now } = call;
    const user = userOf(state, userName(UserName));
    const serial = serialNumber(SerialNumber);
    const code1 = mfaCode(AuthenticationCode1, 'authenticationCode1');
    const code2 = mfaCode(AuthenticationCode2, 'authenticationCode2');
    const token = state.devices.some((other) => other.serial === serial)
      ? undefined
      : tokenOf(serial);
    const device = token ?? deviceOf(state, serial);
    if (device.owner) throw taken(`MFA device ${serial} is already assigned.`);
    const owned = state.devices.filter(({ owner }) => owner?.id === user.id);
    if (owned.length >= DEVICES_MAX) {
      throw full(`Cannot exceed quota for MFADevicesPerUser: ${DEVICES_MAX}`);
    }
    take(device, code1, code2, now);
    device.owner = { id: user.id, since: now.toISOString() };
    if (token) state.devices.push(token);
    return {};
  },

  ResyncMFADevice({ UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 }, call) {
    const { state, now } = call;
    const device = deviceOfUser(state, userOf(state, userName(UserName)), SerialNumber);
    const code1 = mfaCode(AuthenticationCode1, 'authenticationCode1');
    take(device, code1, mfaCode(AuthenticationCode2, 'authenticationCode2'), now);
    return {};
  },

  DeactivateMFADevice({ UserName, SerialNumber }, { state }) {
    const device = deviceOfUser(state, userOf(state, userName(UserName)), SerialNumber);
    delete device.owner;
    return {};
  },

  DeleteVirtualMFADevice({ SerialNumber }, { state }) {
    const device = virtualOf(state, SerialNumber);
    if (device.owner) throw inUse(`MFA device ${device.serial} is in use: deactivate it first.`);
    state.devices = state.devices.filter((other) => other !== device);
    return {};
  },

  /** Without a name: the caller's. */
  ListMFADevices({ UserName, ...paging }, { state, caller }) {
    const user =
      UserName === undefined
        ? state.users.find(({ id }) => id === caller)
        : userOf(state, userName(UserName));
    const id = user?.id ?? state.id;
    const MFADevices = state.devices.flatMap(({ serial, owner }) =>
      owner?.id === id
        ? { UserName: user?.name, SerialNumber: serial, EnableDate: new Date(owner.since) }
        : [],
    );
    const { items, more } = page(MFADevices, paging);
    return { MFADevices: items, ...more };
  },

  ListVirtualMFADevices({ AssignmentStatus = 'Any', ...paging }, { state }) {
    const status = oneOf(AssignmentStatus, 'assignmentStatus', ['Any', 'Assigned', 'Unassigned']);
    const all = state.devices.filter(
      (device) =>
        isVirtual(device) &&
        (status === 'Any' || (status === 'Assigned') === (device.owner !== undefined)),
    );
    const { items, more } = page(all, paging);
    return { VirtualMFADevices: items.map((device) => shown(state, device)), ...more };
  },

  ListMFADeviceTags({ SerialNumber, ...paging }, { state }) {
    const { items, more } = page(virtualOf(state, SerialNumber).tags, paging);
    return { Tags: items, ...more };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** A device of nobody has its serial number and nothing else. */
function shown(state: PracticeState, { serial, owner }: Device) {
  if (!owner) return { SerialNumber: serial };
  const user = state.users.find(({ id }) => id === owner.id);
  return {
    SerialNumber: serial,
    User: user ? shownUser(state, user) : shownRoot(state),
    EnableDate: new Date(owner.since),
  };
}
