import type { Account } from './engine/contract.ts';
import { say, type Text, t } from './engine/text.ts';
import { ended } from './hosts/sentences.ts';
import { afterLines, countSentence, previewLines } from './hosts/summary.ts';
import type { Outcome } from './look-and-walk.ts';
import type { Options } from './options.ts';
import { cliCommand } from './reports/cli-command.ts';
import { print, report } from './reports/json.ts';
import type { Terminal } from './terminal.ts';

/** The last words of a run on standard output: the JSON document, or sentences. `left`: of root on this computer. */
export function tell(
  options: Options,
  terminal: Terminal,
  account: Account,
  { rows, looksOnly, missing }: Outcome,
  left: Text[],
): void {
  if (options.json) {
    terminal.print(print(report(account, rows)));
    return;
  }
  const lines: string[] = [];
  if (looksOnly && options.command !== 'status') {
    lines.push(...previewLines(rows, (request) => cliCommand(request, account.region)));
  }
  lines.push('', ended(countSentence(rows)));
  if (looksOnly) lines.push(say(t('Nothing was changed.')));
  else lines.push(...afterLines(rows, terminal.output.columns));
  lines.push(...left.map(say));
  if (looksOnly && wantsChanges(options)) {
    lines.push(say(t('Nobody can be asked here: run Rootlock in a terminal, or with --answers.')));
  }
  if (missing.length > 0) {
    const ids = missing.join(', ');
    lines.push(say(t('To go on without a terminal, the answers file needs: {ids}.', { ids })));
  }
  const again = account.practice ? 'rootlock status --practice' : 'rootlock status';
  lines.push(say(t('Check again any time: {again}', { again })));
  for (const line of lines) terminal.print(line);
}

/** A look was not what was asked for, but all that can be done without a terminal or an answers file. */
const wantsChanges = ({ command, dryRun, yes, answers }: Options): boolean =>
  command === 'walk' && !dryRun && !yes && answers === undefined;
