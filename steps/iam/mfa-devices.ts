import type { Look } from '../../src/engine/step.ts';
import { hasRootlockTag } from '../shared/arns-and-tags.ts';

/**
 * The name under which a user's virtual device can be made. `leftover`: an earlier run made a device there and its key
 * died with that run.
 */
export interface VirtualDevice {
  name: string;
  serial: string;
  leftover: boolean;
}

/** Reads the serial numbers of a user's MFA devices. Empty if the user does not exist. */
export const mfaDevicesOf = async (look: Look, user: string): Promise<string[]> => {
  const found = await look.find('iam', 'ListMFADevices', { UserName: user });
  return (found?.MFADevices ?? []).map(({ SerialNumber = '' }) => SerialNumber);
};

/**
 * Tells devices apart by serial number. Passkeys and virtual devices have ARNs; a hardware token has the number printed
 * on it.
 */
export function kindOfDevice(serial: string): 'app' | 'passkey' | 'token' {
  if (/:mfa\//.test(serial)) return 'app';
  return serial.startsWith('arn:') ? 'passkey' : 'token';
}

/**
 * Finds a leftover device to replace, or a free name. A leftover counts as ours only if it is unassigned and carries
 * our tag.
 */
export async function virtualDeviceFor(look: Look, user: string): Promise<VirtualDevice> {
  const { partition, id } = look.account;
  const { VirtualMFADevices = [] } = await look.read('iam', 'ListVirtualMFADevices', {
    AssignmentStatus: 'Any',
  });
  // Treat names that differ in case only as one name. AWS documents this for users; for devices it is a precaution.
  const taken = new Map(
    VirtualMFADevices.map((device) => [device.SerialNumber?.toLowerCase(), device]),
  );
  for (let n = 1; ; n++) {
    const name = n === 1 ? user : `${user}-${n}`;
    const serial = `arn:${partition}:iam::${id}:mfa/${name}`;
    const existing = taken.get(serial.toLowerCase());
    if (!existing) return { name, serial, leftover: false };
    const isLeftover = !existing.User && existing.SerialNumber === serial;
    if (isLeftover && (await isTaggedByRootlock(look, serial)))
      return { name, serial, leftover: true };
  }
}

async function isTaggedByRootlock(look: Look, serial: string): Promise<boolean> {
  const found = await look.find('iam', 'ListMFADeviceTags', { SerialNumber: serial });
  return hasRootlockTag(found?.Tags as never);
}
