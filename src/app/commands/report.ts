import { createHash } from 'node:crypto';
import { commandToRerun } from '../../cli/invocation.ts';
import type { Options } from '../../cli/options.ts';
import type { Terminal } from '../../cli/terminal.ts';
import type { Account, Host } from '../../engine/step.ts';
import { accountSentence } from '../../hosts/sentences.ts';
import type { ControlsReport } from '../../reports/controls-report/controls-report.ts';
import { document, say, t } from '../../text/text.ts';
import type { NewFile } from '../new-files.ts';
import type { AccountAccess } from '../open-account.ts';
import { assertNewFiles, writeReports } from '../report-files.ts';
import { whileReading } from '../while-reading.ts';
import type { Run } from './index.ts';

declare const VERSION: string;

const NOTHING_READ = 3;

/** Says for each control what a look at the account shows. Sends only reads. */
export const run: Run = async (options, terminal) => {
  const files = [options.html, options.md].filter((file) => file !== undefined);
  assertNewFiles(files);
  return whileReading(options, terminal, async ({ host, isOnScreen, close, openAccount }) => {
    // A look takes half a minute, and who listens hears nothing meanwhile.
    if (terminal.output.isTTY && !isOnScreen && !options.json)
      terminal.print(say(t('Looking at the account. Nothing is changed.')));
    const access = await openAccount(options);
    const looking = quiet(host, options.verbose);
    const { report, account } = await reportOf(options, terminal, looking, access);
    await close();
    await tell(report, account, options, terminal);
    return report.controls.every(({ answer }) => answer === 'not-looked-at') ? NOTHING_READ : 0;
  });
};

/** The report says of each step what its row does. Calls are told only to those who ask for them. */
const quiet = (host: Host, verbose: boolean): Host => ({
  ask: host.ask,
  emit(event) {
    if (verbose && event.type !== 'rows') host.emit(event);
  },
});

async function reportOf(
  options: Options,
  terminal: Terminal,
  host: Host,
  { source, practice, folder }: AccountAccess,
): Promise<{ report: ControlsReport; account: Account }> {
  const [
    { chapters },
    { pages },
    { openRunContext },
    { lookForReport },
    { answerControls },
    { controlsReport },
  ] = await Promise.all([
    import('../../../steps/index.ts'),
    import('../../review/index.ts'),
    import('../run-context.ts'),
    import('../look-for-report.ts'),
    import('../../reports/controls-report/answer-controls.ts'),
    import('../../reports/controls-report/controls-report.ts'),
  ]);
  const context = await openRunContext({
    host,
    source,
    practice,
    folder,
    answers: {},
    quit: terminal.quit,
    interactive: false,
    skip: [],
    only: [],
  });
  const { account } = context;
  const looked = await lookForReport(chapters, pages, context);
  const report = controlsReport(answerControls(looked), {
    account,
    madeAt: context.reads().clock(),
    version: VERSION,
    language: terminal.language,
    regions: looked.regions,
    commandOf: (words) =>
      commandToRerun(terminal.program, words, { ...options, region: undefined }, account.practice),
  });
  return { report, account };
}

/** Writes the files that are asked for, and prints the document or a summary. */
async function tell(
  whole: ControlsReport,
  account: Account,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const { withMaskedAddresses } = await import('../../reports/controls-report/mask-addresses.ts');
  const report = options.full ? whole : { ...withMaskedAddresses(whole), masked: true };
  const json = document(report);
  const hash = createHash('sha256').update(`${json}\n`).digest('hex');
  const files: NewFile[] = [];
  if (options.html !== undefined) {
    const { reportHtml } = await import('../../reports/controls-report/report-html.ts');
    files.push({ file: options.html, text: reportHtml(report, hash) });
  }
  if (options.md !== undefined) {
    const { reportMarkdown } = await import('../../reports/controls-report/report-markdown.ts');
    files.push({ file: options.md, text: reportMarkdown(report, hash) });
  }
  writeReports(files);
  if (options.json) return terminal.print(json);
  const { reportLines } = await import('../../reports/controls-report/report-lines.ts');
  const { columns } = terminal.output;
  for (const line of reportLines(whole, accountSentence(account), columns)) terminal.print(line);
  for (const { file } of files) terminal.print(say(t('Written: {file}', { file })));
}
