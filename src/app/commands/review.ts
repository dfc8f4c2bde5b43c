import { commandToRerun } from '../../cli/invocation.ts';
import type { Options } from '../../cli/options.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { withReauthentication } from '../../engine/reauthenticate.ts';
import type { Account, Reads } from '../../engine/step.ts';
import { rowMarks, worstFirst } from '../../hosts/review-words.ts';
import { pages } from '../../review/index.ts';
import type { PageLook, Unseen } from '../../review/page.ts';
import { type AskedPage, noRow, readWords } from '../../review/words.ts';
import { document, harmless, t } from '../../text/text.ts';
import { Usage } from '../../text/usage.ts';
import type { OpenedReads } from '../open-reads.ts';
import { lookOf } from '../terminal-look.ts';
import { keepHeapSmall } from '../v8-flags.ts';
import { whileReading } from '../while-reading.ts';
import type { Run } from './index.ts';

/** `--region all` looks at all regions that are on. */
const ALL_REGIONS = 'all';

/** Shows one page of the review, or opens the screen with all of them. Sends only reads. */
export const run: Run = async ({ words = [], ...options }, terminal) => {
  keepHeapSmall();
  const asked = await readWords(words, pages);
  return whileReading(options, terminal, async (reading) => {
    const { region, ...others } = options;
    const isHome = region === undefined || region === ALL_REGIONS;
    const access = await reading.openReads(isHome ? others : options);
    const commandOf = (words: string[]) =>
      commandToRerun(terminal.program, words, options, access.account.practice);
    const show = reading.isOnScreen ? showOnScreen : print;
    await show(asked, options, terminal, { ...access, close: reading.close, commandOf });
    return 0;
  });
};

interface Opened extends OpenedReads {
  /** Gives the terminal back. */
  close(): Promise<void>;
  commandOf(words: string[]): string;
}

async function showOnScreen(
  { page, key, settings }: AskedPage,
  { region }: Options,
  { input: stdin, output: stdout, quit, ...terminal }: Terminal,
  { account, reads, signIn, close, commandOf }: Opened,
): Promise<void> {
  const [{ ReviewSession }, { showReview }] = await Promise.all([
    import('../../review/session.ts'),
    import('../../hosts/tui/review/index.tsx'),
  ]);
  const isEverywhere = region === ALL_REGIONS;
  const asked = { id: page.id, settings, isEverywhere };
  const session = new ReviewSession({
    account,
    reads,
    signIn: () => signIn().finally(close),
    pages,
    asked,
  });
  const look = lookOf({ ...terminal, input: stdin, output: stdout, quit });
  await close();
  await showReview({ stdin, stdout, look, session, page: page.id, key, commandOf, quit });
}

async function print(
  asked: AskedPage,
  options: Options,
  terminal: Terminal,
  { account, reads, signIn, close, commandOf }: Opened,
): Promise<void> {
  const { page, key } = asked;
  const { look, seen, table, detail } = await withReauthentication(
    { context: { account, signIn }, invalidate: () => undefined },
    async () => {
      const look = await pageLook(asked, options, { ...reads(), account });
      const seen = await page.observe(look, () => undefined);
      const table = page.table(seen);
      if (table.isRefused) throw new Usage(table.empty);
      const detail = key === undefined ? undefined : await page.detail(seen, key, look);
      return { look, seen, table, detail };
    },
  );
  if (key !== undefined && !detail) throw noRow(key, table, page);
  await close();
  const records = options.json && key === undefined ? page.records?.(seen) : undefined;
  if (records) {
    await printRecords(records, page.unseen(seen), terminal);
    return;
  }
  const signals = page.signals(seen);
  const reviewed = {
    table: worstFirst(table, rowMarks(table, signals)),
    signals,
    unseen: page.unseen(seen),
    ...(key !== undefined && detail && { opened: { key: detail.key ?? key, detail } }),
  };
  if (options.json) {
    const { reviewReport } = await import('../../reports/review-report.ts');
    const { regions, settings } = look;
    const about = { account, page: page.id, regions, settings, lookedAt: look.clock() };
    terminal.print(document(reviewReport({ ...about, ...reviewed })));
    return;
  }
  const { reviewLines } = await import('../../hosts/plain/review-sentences.ts');
  const lines = reviewLines(
    { title: page.title, ...reviewed },
    { columns: terminal.output.columns, labelled: wantsLabels(options, terminal), commandOf },
  );
  for (const line of lines) terminal.print(line);
}

/** Each on a line of its own, for other programs. What was not looked at is no record. */
async function printRecords(records: string[], unseen: Unseen[], { print, warn }: Terminal) {
  for (const record of records) print(harmless(record));
  await warn(...unseen.map(({ what, why }) => t('Not looked at: {what}: {why}', { what, why })));
}

async function pageLook(
  { settings }: AskedPage,
  { region }: Options,
  reads: Reads & { account: Account },
): Promise<PageLook> {
  const home = { ...reads, settings, regions: [reads.account.region] };
  if (region !== ALL_REGIONS) return home;
  const { allRegions } = await import('../../review/all-regions.ts');
  return { ...home, regions: await allRegions(reads) };
}

/** For a screen reader, each value has its label. A terminal that cannot move its cursor may be read by eye. */
const wantsLabels = ({ plain }: Options, { env }: Terminal): boolean =>
  plain || env.ACCESSIBLE === '1' || env.INK_SCREEN_READER === 'true';
