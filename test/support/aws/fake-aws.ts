import { join } from 'node:path';

/** The folder of a fake `aws`. Tests put it first on a program's PATH. */
export const fakeAws = join(import.meta.dirname, 'fake-aws');
