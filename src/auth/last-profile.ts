import type { Folder } from '../state/folder.ts';
import { profiles } from './profiles.ts';

const FILE = 'last-profile';

/** The profile that was used last in a terminal, if it is still there. */
export async function lastProfile(folder: Folder): Promise<string | undefined> {
  const name = folder.read(FILE)?.trim();
  const known = await profiles();
  return known.find((profile) => profile.name === name)?.name;
}

export function rememberProfile(folder: Folder, name: string): void {
  if (folder.read(FILE)?.trim() !== name) folder.write(FILE, `${name}\n`);
}
