import { join } from 'node:path';

/** The folder of a fake `aws`, to be put first on the PATH of a program. */
export const fakeAws = join(import.meta.dirname, 'fake-aws');
