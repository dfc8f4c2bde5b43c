import { commandToRerun } from '../cli/invocation.ts';
import type { Options } from '../cli/options.ts';
import type { Terminal } from '../cli/terminal.ts';
import { isDone } from '../engine/host.ts';
import type { Account, Row } from '../engine/step.ts';
import { listSentences } from '../hosts/chapters.ts';
import { ended, numberOf } from '../hosts/sentences.ts';
import { afterLines, countSentence, previewLines } from '../hosts/summary.ts';
import { cliLines, cliTarget } from '../reports/cli-command.ts';
import { isComplete } from '../reports/exit-code.ts';
import { report } from '../reports/json-report.ts';
import { wrap } from '../text/columns.ts';
import { document, say, type Text, t } from '../text/text.ts';
import type { Outcome } from './execute-run.ts';
import type { RunStats } from './run-stats.ts';

interface Ending extends RunStats {
  /** Credentials that are left on this computer. */
  leftovers: Text[];
  /** The run has ended the access key that signed it. How to sign in from now on, and with which profile if there is one. */
  signInAgain?: { texts: Text[]; profile?: string };
}

/** Prints the end of a run on standard output: the JSON document, or sentences. */
export function printSummary(
  options: Options,
  terminal: Terminal,
  account: Account,
  outcome: Outcome,
  ending: Ending,
): void {
  if (options.json) {
    terminal.print(document(report(account, outcome.rows, outcome)));
    return;
  }
  const lines = outcome.observedOnly
    ? surveyLines(options, terminal, account, outcome)
    : walkLines(account, outcome, ending, terminal.output.columns);
  lines.push(...leftOutLines(outcome));
  // The profile of a key that has ended gives no access any more.
  const { profile } = ending.signInAgain ?? options;
  const command = (name: Parameters<typeof commandToRerun>[1]) =>
    commandToRerun(terminal.program, name, { ...options, profile }, account.practice);
  if (ending.changes > 0) {
    lines.push(say(t('Every call that was made: {command}', { command: command('receipt') })));
  }
  lines.push(
    outcome.observedOnly && !isComplete(outcome.rows)
      ? say(t('To go on: {command}', { command: command('') }))
      : say(t('Check again any time: {again}', { again: command('status') })),
  );
  for (const line of lines) terminal.print(line);
}

function surveyLines(
  options: Options,
  { powershell }: Terminal,
  account: Account,
  { rows, unanswered }: Outcome,
): string[] {
  const lines: string[] = [];
  const target = { ...cliTarget(account), powershell };
  if (options.command !== 'status') {
    lines.push(...previewLines(rows, (call) => cliLines(call, target)));
  }
  lines.push('', `${ended(countSentence(rows))} ${say(t('Nothing was changed.'))}`);
  if (wantedChanges(options)) {
    lines.push(say(t('Nobody can be asked here: run Rootlock in a terminal, or with --answers.')));
  }
  if (unanswered.length > 0) {
    const ids = unanswered.join(', ');
    lines.push(say(t('To go on without a terminal, the answers file needs: {ids}.', { ids })));
  }
  return lines;
}

/** The screen with the checklist is gone by now, so what is left to do is printed once more. */
function walkLines(
  account: Account,
  { rows, advice = [] }: Outcome,
  { changes, ms, leftovers, signInAgain }: Ending,
  columns = Number.POSITIVE_INFINITY,
): string[] {
  const open = listSentences(rows.filter(isOpen), rows);
  const todo = open
    .flatMap((text) => text.split('\n'))
    .flatMap((text) => wrap(text, columns - 4).map((part, n) => `${n > 0 ? '    ' : '  '}${part}`));
  const after = afterLines(rows, columns);
  return [
    '',
    say(
      t('Account {number}: took {minutes} min, changes: {changes}, problems: {problems}.', {
        number: numberOf(account),
        minutes: Math.max(1, Math.round(ms / 60_000)),
        changes,
        problems: rows.filter(({ state }) => state === 'blocked').length,
      }),
    ),
    ended(countSentence(rows)),
    ...(todo.length > 0 ? ['', say(t('Left to do')), ...todo] : []),
    ...(after.length > 0 ? after : ['']),
    ...[...leftovers, ...(signInAgain?.texts ?? []), ...advice].map(say),
  ];
}

/** Without it, a short list that is all secure could pass for a whole one. */
const leftOutLines = ({ notApplicable = [] }: Outcome): string[] =>
  notApplicable.length === 0
    ? []
    : [
        say(
          t('Left out, since it does not apply to a project: {steps}.', {
            steps: notApplicable.map(({ title }) => say(title)).join(', '),
          }),
        ),
      ];

/** An optional step that nobody chose is not left to do. One that is blocked, or that lacks an answer, is. */
const isOpen = (row: Row): boolean =>
  !isDone(row) &&
  (row.level !== 'optional' || row.state === 'blocked' || row.unanswered !== undefined);

/** The owner wanted a walk, but without a terminal or an answers file only a survey was possible. */
const wantedChanges = ({ command, dryRun, yes, answers }: Options): boolean =>
  command === 'walk' && !dryRun && !yes && answers === undefined;
