import type { Folder } from './folder.ts';

const FILE = 'last-profile';

/** The name of the AWS CLI's profile that was used last in a terminal. `folder`: the state folder of all accounts. */
export const lastProfileIn = (folder: Folder) => ({
  get: (): string | undefined => folder.read(FILE)?.trim(),
  set(name: string): void {
    if (folder.read(FILE)?.trim() !== name) folder.write(FILE, `${name}\n`);
  },
});
