import type { Account, Row } from './engine/contract.ts';
import { say, t } from './engine/text.ts';
import { ended } from './hosts/sentences.ts';
import { countSentence, previewLines } from './hosts/summary.ts';
import type { Options } from './options.ts';
import { cliCommand } from './reports/cli-command.ts';
import { print, report } from './reports/json.ts';
import type { Terminal } from './terminal.ts';

interface Told {
  options: Options;
  terminal: Terminal;
  account: Account;
  rows: Row[];
  /** Nothing was asked and nothing was sent. */
  looksOnly: boolean;
  /** Ids of questions that an unattended run has no answers to. */
  missing: string[];
}

/** The last words of a run on standard output: the JSON document, or sentences. */
export function tell({ options, terminal, account, rows, looksOnly, missing }: Told): void {
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
  if (missing.length > 0) {
    const ids = missing.join(', ');
    lines.push(say(t('To go on without a terminal, the answers file needs: {ids}.', { ids })));
  }
  const again = options.practice ? 'rootlock status --practice' : 'rootlock status';
  lines.push(say(t('Check again any time: {again}', { again })));
  for (const line of lines) terminal.print(line);
}
