import { acceptPair } from '../../owner/device-codes.ts';
import { isPasskey, isVirtual, newDevice, tokenOf } from '../../owner/devices.ts';
import type { Device, PracticeState, User } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import { type CallContext, Refusal, type Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import { iamPage } from './iam-page.ts';
import { describeRoot, describeUser } from './users.ts';
import {
  deleteConflict,
  deviceName,
  deviceTags,
  entityAlreadyExists,
  isSameName,
  limitExceeded,
  mfaCode,
  noSuchEntity,
  oneOf,
  path,
  required,
  serialNumber,
  userName,
} from './validation.ts';

const DEVICES_MAX = 8;
/** Only the first bytes of the QR code's picture: terminals draw their own from the seed. */
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function findDevice({ devices }: PracticeState, serial: string): Device {
  const device = devices.find((other) => other.serial === serial);
  if (!device) throw noSuchEntity(`MFA Device with serial number ${serial} does not exist.`);
  return device;
}

function findVirtualDevice(state: PracticeState, SerialNumber: string | undefined): Device {
  const device = findDevice(state, serialNumber(SerialNumber));
  if (!isVirtual(device)) throw noSuchEntity(`${device.serial} is not a virtual MFA device.`);
  return device;
}

function findUserDevice(
  state: PracticeState,
  user: User,
  SerialNumber: string | undefined,
): Device {
  const device = findDevice(state, serialNumber(SerialNumber));
  if (device.owner?.id === user.id) return device;
  throw noSuchEntity('MFA Device invalid for user.');
}

const devicesOf = ({ devices }: PracticeState, { id }: User): Device[] =>
  devices.filter(({ owner }) => owner?.id === id);

function acceptCodes(device: Device, code1: string, code2: string, now: Date): void {
  if (acceptPair(device, [code1, code2], now)) return;
  throw new Refusal(
    'InvalidAuthenticationCode',
    403,
    'Authentication code for device is not valid.',
  );
}

/**
 * Since 2023 a user with a device needs MFA to change their own devices, whatever their policies allow. AWS says this
 * before anything else.
 */
function requireOwnMfa(user: User, { state, caller, session }: CallContext): void {
  if (caller !== user.id || session?.mfa || devicesOf(state, user).length === 0) return;
  throw new Refusal(
    'AccessDenied',
    403,
    'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.',
  );
}

export const mfaDevices = {
  CreateVirtualMFADevice({ VirtualMFADeviceName, Path, Tags }, { state }) {
    const name = deviceName(VirtualMFADeviceName);
    const device = newDevice(iamArn(state, 'mfa', { path: path(Path), name }), deviceTags(Tags));
    if (state.devices.some(({ serial }) => isSameName(serial, device.serial))) {
      throw entityAlreadyExists('MFA device already exists.');
    }
    state.devices.push(device);
    return {
      VirtualMFADevice: {
        SerialNumber: device.serial,
        Base32StringSeed: new TextEncoder().encode(device.seed),
        QRCodePNG: PNG,
        ...(device.tags.length > 0 && { Tags: device.tags }),
      },
    };
  },

  EnableMFADevice({ UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 }, call) {
    const { state, now } = call;
    const user = findUser(state, userName(UserName));
    requireOwnMfa(user, call);
    const serial = serialNumber(SerialNumber);
    const code1 = mfaCode(AuthenticationCode1, 'authenticationCode1');
    const code2 = mfaCode(AuthenticationCode2, 'authenticationCode2');
    const token = state.devices.some((other) => other.serial === serial)
      ? undefined
      : tokenOf(serial);
    const device = token ?? findDevice(state, serial);
    if (device.owner?.id === user.id)
      throw entityAlreadyExists(`MFA Device for user ${user.name} already exists.`);
    if (device.owner) throw entityAlreadyExists('MFA Device is already in use.');
    if (devicesOf(state, user).length >= DEVICES_MAX) {
      throw limitExceeded(`Cannot exceed quota for MFADevicesPerUser: ${DEVICES_MAX}`);
    }
    acceptCodes(device, code1, code2, now);
    device.owner = { id: user.id, since: now.toISOString() };
    if (token) state.devices.push(token);
    return {};
  },

  ResyncMFADevice({ UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 }, call) {
    const { state, now } = call;
    const device = findUserDevice(state, findUser(state, userName(UserName)), SerialNumber);
    const code1 = mfaCode(AuthenticationCode1, 'authenticationCode1');
    acceptCodes(device, code1, mfaCode(AuthenticationCode2, 'authenticationCode2'), now);
    return {};
  },

  DeactivateMFADevice({ UserName, SerialNumber }, call) {
    const { state } = call;
    const user = findUser(state, userName(UserName));
    requireOwnMfa(user, call);
    const device = findUserDevice(state, user, SerialNumber);
    delete device.owner;
    // A passkey belongs to one user. Only virtual devices and hardware tokens may be given to the next one.
    if (isPasskey(device)) state.devices = state.devices.filter((other) => other !== device);
    return {};
  },

  DeleteVirtualMFADevice({ SerialNumber }, { state }) {
    const device = findVirtualDevice(state, SerialNumber);
    if (device.owner)
      throw deleteConflict(`MFA device ${device.serial} is in use: deactivate it first.`);
    state.devices = state.devices.filter((other) => other !== device);
    return {};
  },

  /** Without a name: devices of the calling user. */
  ListMFADevices({ UserName, ...paging }, { state, caller }) {
    const user =
      UserName === undefined
        ? state.users.find(({ id }) => id === caller)
        : findUser(state, userName(UserName));
    const id = user?.id ?? state.id;
    const MFADevices = state.devices.flatMap(({ serial, owner }) =>
      owner?.id === id
        ? { UserName: user?.name, SerialNumber: serial, EnableDate: new Date(owner.since) }
        : [],
    );
    const { items, next } = iamPage(MFADevices, paging);
    return { MFADevices: items, ...next };
  },

  ListVirtualMFADevices({ AssignmentStatus = 'Any', ...paging }, { state }) {
    const status = oneOf(AssignmentStatus, 'assignmentStatus', ['Any', 'Assigned', 'Unassigned']);
    const all = state.devices.filter(
      (device) =>
        isVirtual(device) &&
        (status === 'Any' || (status === 'Assigned') === (device.owner !== undefined)),
    );
    const { items, next } = iamPage(all, paging);
    return { VirtualMFADevices: items.map((device) => describeDevice(state, device)), ...next };
  },

  /** Tags of the same key are replaced. */
  TagMFADevice({ SerialNumber, Tags }, { state }) {
    const device = findVirtualDevice(state, SerialNumber);
    const given = deviceTags(required(Tags, 'tags'));
    const kept = device.tags.filter(({ Key }) => !given.some((tag) => tag.Key === Key));
    device.tags = deviceTags([...kept, ...given]);
    return {};
  },

  ListMFADeviceTags({ SerialNumber, ...paging }, { state }) {
    const { items, next } = iamPage(findVirtualDevice(state, SerialNumber).tags, paging);
    return { Tags: items, ...next };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** An unassigned device has its serial number and nothing else. */
function describeDevice(state: PracticeState, { serial, owner }: Device) {
  if (!owner) return { SerialNumber: serial };
  const user = state.users.find(({ id }) => id === owner.id);
  return {
    SerialNumber: serial,
    User: user ? describeUser(state, user) : describeRoot(state),
    EnableDate: new Date(owner.since),
  };
}
