import { allOperations } from '../../aws/operations.ts';
import { permissions } from '../../reports/permissions.ts';
import type { Run } from './index.ts';

/** Prints the IAM policy that lets somebody other than root run Rootlock. */
export const run: Run = async (_, terminal) => {
  terminal.print(JSON.stringify(permissions(await allOperations()), null, 2));
  return 0;
};
