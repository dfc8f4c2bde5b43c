import { playbookWords } from '../cli/commands.ts';
import { commandToRerun } from '../cli/invocation.ts';
import type { Options } from '../cli/options.ts';
import { runModeOf } from '../cli/run-mode.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Account, Request, Step } from '../engine/step.ts';
import type { End } from '../hosts/end.ts';
import { endSentences } from '../hosts/plain/end-sentences.ts';
import { ended } from '../hosts/sentences.ts';
import { countSentence, previewLines } from '../hosts/summary.ts';
import { ansiLine } from '../hosts/tui/ansi.ts';
import { checklistLines } from '../hosts/tui/checklist.ts';
import { endLines } from '../hosts/tui/end-screen.ts';
import { cliLines, cliTarget } from '../reports/cli-command.ts';
import { isComplete } from '../reports/exit-code.ts';
import { report } from '../reports/json-report.ts';
import { withOptions } from '../text/command-words.ts';
import { linesOfSaid, sentenceLines } from '../text/sentence-lines.ts';
import { document, say, type Text, t } from '../text/text.ts';
import type { Outcome } from './execute-run.ts';
import type { Topic } from './playbooks.ts';
import type { RunStats } from './run-stats.ts';
import { drawsChecklist, lookOf, wantsSentences } from './terminal-look.ts';

interface Ending extends RunStats {
  /** Sessions of root's that are left on this computer. */
  leftovers: Text[];
  /** The run has ended the access key that signed it. How to sign in from now on, and with which profile if there is one. */
  signInAgain?: { texts: Text[]; profile?: string };
  /** What the run was about, if not the account. */
  about?: Topic['about'];
  /** The profile for the next run, if it is another than the one that was named, or none. */
  goOnWith?: { profile: string | undefined };
}

/** Prints the end of a run on standard output: the JSON document, or sentences. */
export function printSummary(
  options: Options,
  terminal: Terminal,
  account: Account,
  outcome: Outcome,
  ending: Ending,
): void {
  const { about } = ending;
  if (options.json) {
    const command = [options.command, ...(options.leave ? ['--leave'] : [])].join(' ');
    const playbook = about && { command, subject: about.subject };
    terminal.print(
      document(report(account, outcome.rows, { ...outcome, ...(playbook && { playbook }) })),
    );
    return;
  }
  // The profile of a key that has ended gives no access any more.
  const { profile } = ending.signInAgain ?? ending.goOnWith ?? options;
  const command = (...words: string[]) =>
    commandToRerun(terminal.program, words, { ...options, profile }, account.practice);
  const same = about ? playbookWords(options, about.subject) : [];
  const commands = {
    goOn: command(...same),
    check: command(...(about ? withOptions(same, ['--dry-run']) : ['status'])),
    receipt: command('receipt'),
  };
  const lines = outcome.observedOnly
    ? [
        ...surveyLines(options, terminal, account, outcome),
        ...[
          ...leftOut(outcome),
          isComplete(outcome.rows)
            ? t('Check again any time: {command}', { command: commands.check })
            : t('To go on: {command}', { command: commands.goOn }),
        ].flatMap((text) => sentenceLines(text, terminal.output.columns)),
      ]
    : walkLines(options, terminal, account, outcome, ending, commands);
  for (const line of lines) terminal.print(line);
}

function surveyLines(
  options: Options,
  terminal: Terminal,
  account: Account,
  { rows, unanswered }: Outcome,
): string[] {
  const { powershell } = terminal;
  const { columns } = terminal.output;
  const lines: string[] = [];
  const cli = (call: Request) => cliLines(call, { ...cliTarget(account), powershell });
  const hasPlan = options.command !== 'status';
  if (drawsChecklist(options, terminal)) {
    const checklist = { account, rows, ...(hasPlan && { cli }) };
    const room = drawnWidth(terminal);
    const look = lookOf(terminal);
    lines.push(...checklistLines(checklist, room).map((line) => ansiLine(line, look).trimEnd()));
  } else if (hasPlan) {
    lines.push(...previewLines(rows, cli, columns));
  }
  const said = [`${ended(countSentence(rows))} ${say(t('Nothing was changed.'))}`];
  if (wantedChanges(options)) {
    said.push(
      say(t('Rootlock cannot ask questions here: run it in a terminal, or with --answers.')),
    );
  }
  if (unanswered.length > 0) {
    const ids = unanswered.join(', ');
    said.push(say(t('To continue without a terminal, the answers file needs: {ids}.', { ids })));
  }
  return [...lines, '', ...said.flatMap((line) => linesOfSaid(line, columns))];
}

/** The screens of the walk are gone by now. These lines stay: drawn after screens, as sentences after sentences. */
function walkLines(
  options: Options,
  terminal: Terminal,
  account: Account,
  outcome: Outcome,
  { changes, permanent, here, ms, leftovers, signInAgain, about }: Ending,
  commands: Record<'goOn' | 'check' | 'receipt', string>,
): string[] {
  const { rows, advice = [] } = outcome;
  const isDrawn =
    runModeOf(options, terminal) === 'interactive' && !wantsSentences(options, terminal);
  const end: End = {
    account,
    rows,
    isWhole: options.only.length === 0,
    words: about?.words,
    changes,
    permanent,
    here,
    ms,
    notes: [...leftovers, ...(signInAgain?.texts ?? []), ...advice, ...leftOut(outcome)],
    commands: [
      ...(isComplete(rows) ? [] : [goOn(commands.goOn)]),
      [t('Check again any time:'), commands.check],
      ...(changes > 0 ? [everyCall(commands.receipt)] : []),
    ],
  };
  if (!isDrawn) return endSentences(end, terminal.output.columns);
  const look = lookOf(terminal);
  return endLines(end, drawnWidth(terminal)).map((line) => ansiLine(line, look));
}

/** Longer lines are hard to read. A terminal that does not know its width says 0. */
const drawnWidth = ({ output }: Terminal): number => Math.min(output.columns || 80, 100);

const goOn = (command: string): End['commands'][number] => [t('To go on:'), command];
const everyCall = (command: string): End['commands'][number] => [
  t('Every call that was made:'),
  command,
];

/** Without it, a short list that is all secure could pass for a whole one. */
function leftOut({ notApplicable = [] }: Outcome): Text[] {
  const there = notApplicable.filter(({ onComputer }) => onComputer);
  const others = notApplicable.filter(({ onComputer }) => !onComputer);
  const names = (steps: Step[]) => steps.map(({ title }) => say(title)).join(', ');
  return [
    ...(others.length > 0
      ? [t('Left out, since it does not apply to a project: {steps}.', { steps: names(others) })]
      : []),
    ...(there.length > 0
      ? [t('Left out, since it is about your own computer: {steps}.', { steps: names(there) })]
      : []),
  ];
}

/** The owner wanted a walk, but without a terminal or an answers file only a survey was possible. */
const wantedChanges = ({ command, dryRun, yes, answers }: Options): boolean =>
  command !== 'status' && !dryRun && !yes && answers === undefined;
