import { commandToRerun } from '../../cli/invocation.ts';
import type { Options } from '../../cli/options.ts';
import { runModeOf } from '../../cli/run-mode.ts';
import type { Terminal } from '../../cli/terminal.ts';
import type { Account, Host, Reads } from '../../engine/step.ts';
import { pages } from '../../review/index.ts';
import type { PageLook } from '../../review/page.ts';
import { type AskedPage, noRow, readWords } from '../../review/words.ts';
import { document } from '../../text/text.ts';
import { openHost } from '../open-host.ts';
import type { Run } from './index.ts';

/** `--region all` looks at all regions that are on. */
const ALL_REGIONS = 'all';

/** Shows one page of the review, or opens the screen with all of them. Sends only reads. */
export const run: Run = async ({ words = [], ...options }, terminal) => {
  const asked = await readWords(words, pages);
  const mode = runModeOf(options, terminal);
  const madeSessions = new Set<string>();
  const opened = await openHost(mode, options, terminal, {});
  try {
    const { account, reads } = await signIn(options, terminal, opened.host, madeSessions);
    const look = await lookOf(asked, options, { ...reads(), account });
    const seen = await asked.page.observe(look, () => undefined);
    const table = asked.page.table(seen);
    const detail =
      asked.key === undefined ? undefined : await asked.page.detail(seen, asked.key, look);
    if (asked.key !== undefined && !detail) throw noRow(asked.key, table);
    await opened.close();
    const reviewed = {
      table,
      signals: asked.page.signals(seen),
      unseen: asked.page.unseen(seen),
      ...(asked.key !== undefined && detail && { opened: { key: asked.key, detail } }),
    };
    if (options.json) {
      const { reviewReport } = await import('../../reports/review-report.ts');
      const { regions, settings } = look;
      const { id: page } = asked.page;
      const lookedAt = look.clock();
      terminal.print(
        document(reviewReport({ ...reviewed, account, page, regions, settings, lookedAt })),
      );
      return 0;
    }
    const { reviewLines } = await import('../../hosts/plain/review-sentences.ts');
    const lines = reviewLines(
      { title: asked.page.title, ...reviewed },
      {
        columns: terminal.output.columns,
        labelled: wantsLabels(terminal),
        commandOf: (words) => commandToRerun(terminal.program, words, options, account.practice),
      },
    );
    for (const line of lines) terminal.print(line);
    return 0;
  } finally {
    await opened.close();
  }
};

async function signIn(
  { region, ...options }: Options,
  terminal: Terminal,
  host: Host,
  madeSessions: Set<string>,
): Promise<{ account: Account; reads(): Reads }> {
  const [{ openAccount }, { openReads }] = await Promise.all([
    import('../open-account.ts'),
    import('../open-reads.ts'),
  ]);
  const home = region === undefined || region === ALL_REGIONS ? {} : { region };
  const { source, practice } = await openAccount(
    { ...options, ...home },
    terminal,
    host,
    runModeOf(options, terminal),
    { deadKeys: new Set(), madeSessions },
  );
  return openReads({ host, source, practice, quit: terminal.quit });
}

async function lookOf(
  { settings }: AskedPage,
  { region }: Options,
  reads: Reads & { account: Account },
): Promise<PageLook> {
  const home = { ...reads, settings, regions: [reads.account.region] };
  if (region !== ALL_REGIONS) return home;
  const { allRegions } = await import('../../review/regions.ts');
  return { ...home, regions: await allRegions(reads) };
}

/** For a screen reader, each value has its label. */
const wantsLabels = ({ env }: Terminal): boolean =>
  env.ACCESSIBLE === '1' || env.INK_SCREEN_READER === 'true';
