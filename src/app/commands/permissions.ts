import { allOperations } from '../../aws/operations.ts';
import { isPlaybook } from '../../cli/commands.ts';
import { looksOnly } from '../../cli/run-mode.ts';
import { ofAccount, ofPlaybook, permissions, readerPolicy } from '../../reports/permissions.ts';
import { playbookNamed } from '../playbooks.ts';
import type { Run } from './index.ts';

/** Prints the IAM policy that lets somebody other than root run Rootlock, or one command of it. */
export const run: Run = async ({ subject, leave }, terminal) => {
  const operations = await allOperations();
  const policy =
    subject !== undefined && isPlaybook(subject)
      ? permissions(
          ofPlaybook(operations, (await playbookNamed(subject, { leave })).calls),
          new Set(),
        )
      : looksOnly(subject ?? '')
        ? readerPolicy(operations)
        : permissions(ofAccount(operations));
  terminal.print(JSON.stringify(policy, null, 2));
  return 0;
};
