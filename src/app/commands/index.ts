import type { CommandName } from '../../cli/commands.ts';
import type { Options } from '../../cli/options.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { t } from '../../text/text.ts';
import { Usage } from '../../text/usage.ts';

/** Runs one command and gives the exit code: 0 secure, 2 something is left to do, 3 something is blocked. */
export type Run = (options: Options, terminal: Terminal) => Promise<number>;

/** One file for each command, loaded only when it runs. */
const commands: Record<CommandName, () => Promise<{ run: Run }>> = {
  walk: () => import('./walk.ts'),
  status: () => import('./status.ts'),
  receipt: () => import('./receipt.ts'),
  permissions: () => import('./permissions.ts'),
};

/** Runs the command that the command line names. */
export const runCommand: Run = async (options, terminal) => {
  await checkSteps(options);
  const { run } = await commands[options.command]();
  return run(options, terminal);
};

/** @throws Usage if `--only` or `--skip` names a step that does not exist, or both name the same step */
async function checkSteps({ only, skip }: Options): Promise<void> {
  // The steps take long to load, and the first screen does not need them.
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
