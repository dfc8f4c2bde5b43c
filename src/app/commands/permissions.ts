import { allOperations } from '../../aws/operations.ts';
import { isPlaybook } from '../../cli/commands.ts';
import { ofAccount, ofPlaybook, permissions } from '../../reports/permissions.ts';
import { playbookNamed } from '../playbooks.ts';
import type { Run } from './index.ts';

/** Prints the IAM policy that lets somebody other than root run Rootlock, or one command of it. */
export const run: Run = async ({ subject }, terminal) => {
  const operations = await allOperations();
  const used =
    subject !== undefined && isPlaybook(subject)
      ? ofPlaybook(operations, (await playbookNamed(subject)).calls)
      : ofAccount(operations);
  terminal.print(JSON.stringify(permissions(used), null, 2));
  return 0;
};
