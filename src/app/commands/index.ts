import type { Options } from '../../cli/options.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { Usage } from '../../engine/errors.ts';
import { document, say, t } from '../../text/text.ts';

/** Does what the command line asks for. Gives the exit code: 0 secure, 2 something left to do, 3 something blocked. */
export async function runCommand(options: Options, terminal: Terminal): Promise<number> {
  await checkSteps(options);
  switch (options.command) {
    case 'permissions': {
      const { operations, permissions } = await import('../../reports/permissions.ts');
      terminal.print(JSON.stringify(permissions(await operations()), null, 2));
      return 0;
    }
    case 'receipt': {
      const { stateFolder } = await import('../../state/folder.ts');
      const { keptReceipt } = await import('../../state/receipt-file.ts');
      const { printReceipt } = await import('../../reports/receipt.ts');
      const lines = keptReceipt(stateFolder(), options.practice !== undefined);
      terminal.print(options.json ? document(lines) : printReceipt({ lines }, say));
      return 0;
    }
    default: {
      const { walkCommand } = await import('./walk.ts');
      return walkCommand(options, terminal);
    }
  }
}

async function checkSteps({ only, skip }: Options): Promise<void> {
  // The first screen does not wait for the steps.
  if (only.length + skip.length === 0) return;
  const { steps } = await import('../../../steps/index.ts');
  const ids = steps.map(({ id }) => id);
  for (const id of [...only, ...skip]) {
    if (ids.includes(id)) continue;
    throw new Usage(t('There is no step {id}. There is: {ids}.', { id, ids: ids.join(', ') }));
  }
  const both = only.find((id) => skip.includes(id));
  if (both) throw new Usage(t('{id} stands in both --only and --skip.', { id: both }));
}
