import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** The folder of a Linux that is in its memory. A container may have a small one, on which no program may be started. */
const IN_MEMORY = '/dev/shm';
const ENOUGH = 2 ** 30;

/**
 * Where tests keep temporary files. A run writes its account and its journal some four hundred times, each time as a new file in the
 * place of the old one: on a disk, that is a tenth of its processor time.
 */
export function folderForTests(): string {
  if (!existsSync(IN_MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize > ENOUGH ? IN_MEMORY : tmpdir();
}
