import type { Look } from '../../src/engine/step.ts';
import { hasRootlockTag } from '../shared/arns-and-tags.ts';

/** Where a user's virtual device can go. `leftover`: an earlier run made one there, and its key died with that run. */
export interface VirtualDevice {
  name: string;
  serial: string;
  leftover: boolean;
}

export const mfaDevicesOf = async (look: Look, user: string): Promise<string[]> => {
  const found = await look.find('iam', 'ListMFADevices', { UserName: user });
  return (found?.MFADevices ?? []).map(({ SerialNumber = '' }) => SerialNumber);
};

/** A passkey's serial is an ARN of its own, a virtual device's too; a hardware token's is what is printed on it. */
export function kindOfDevice(serial: string): 'app' | 'passkey' | 'token' {
  if (/:mfa\//.test(serial)) return 'app';
  return serial.startsWith('arn:') ? 'passkey' : 'token';
}

/**
 * The virtual device that a user can be given: one that was left over, to be replaced, or a name that is free. Only a
 * leftover that is unassigned and carries our tag counts as ours.
 */
export async function virtualDeviceFor(look: Look, user: string): Promise<VirtualDevice> {
  const { partition, id } = look.account;
  const { VirtualMFADevices = [] } = await look.read('iam', 'ListVirtualMFADevices', {
    AssignmentStatus: 'Any',
  });
  // Names that differ in case alone are one name, to be safe: of users AWS says so.
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
