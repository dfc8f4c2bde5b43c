import type { Look } from '../../src/engine/step.ts';

type Tags = { Key?: string | undefined; Value?: string | undefined }[];

const KEY = 'rootlock-left-by';

/** The tag of a virtual device whose user leaves. AWS forgets whose it was. `id`: the user's, as AWS gives it. */
export const leftBy = (id: string) => ({ Key: KEY, Value: id });

export const isLeftBy = (id: string, tags: Tags): boolean =>
  id !== '' && tags.some(({ Key, Value }) => Key === KEY && Value === id);

/** The tags of a virtual device. */
export async function tagsOf(look: Look, SerialNumber: string): Promise<Tags> {
  const found = await look.find('iam', 'ListMFADeviceTags', { SerialNumber });
  return found?.Tags ?? [];
}

/** Serial numbers of virtual devices that a user has left, and that are nobody's. */
export async function leftDevices(look: Look, id: string): Promise<string[]> {
  const { VirtualMFADevices = [] } = await look.read('iam', 'ListVirtualMFADevices', {
    AssignmentStatus: 'Unassigned',
  });
  const serials = VirtualMFADevices.map(({ SerialNumber = '' }) => SerialNumber);
  const left = await Promise.all(
    serials.map(async (serial) => isLeftBy(id, await tagsOf(look, serial))),
  );
  return serials.filter((_, index) => left[index]);
}
