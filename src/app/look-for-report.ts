import { Blocked, SignedOut } from '../engine/errors.ts';
import { rowsOf } from '../engine/rows.ts';
import type { RunState } from '../engine/run-state.ts';
import type { Chapter, Reads, RunContext, Step } from '../engine/step.ts';
import { survey } from '../engine/survey.ts';
import type { Looked, LookedPage, LookedStep } from '../reports/controls-report/answer.ts';
import { allRegions } from '../review/all-regions.ts';
import type { PageEntry } from '../review/index.ts';
import type { Page } from '../review/page.ts';
import type { Text } from '../text/text.ts';
import { recordReads } from './record-reads.ts';

interface Looks {
  steps: LookedStep[];
  pages: LookedPage[];
  /** The regions that the pages looked at. */
  regions: readonly string[];
}

/**
 * Looks at the account with all steps, as a survey does, and with all pages of the review, in all regions. Equal reads are sent once for
 * both. Sends only reads.
 */
export async function lookForReport(
  chapters: Chapter[],
  pages: PageEntry[],
  context: RunContext,
): Promise<Looks> {
  let reads = context.reads();
  const shared: RunContext = {
    ...context,
    reads: () => reads,
    async signIn() {
      await context.signIn();
      reads = context.reads();
    },
  };
  const recorded = new Map<string, Looked>();
  const paging = lookWithPages(pages, shared).catch((error: unknown) => {
    if (error instanceof SignedOut) return undefined;
    throw error;
  });
  const [run, first] = await Promise.all([
    survey(chapters.map(recordedChapter(recorded)), shared),
    paging,
  ]);
  // The session has ended meanwhile, and the survey has signed in again.
  const looked = first ?? (await lookWithPages(pages, shared));
  const steps = chapters.flatMap((chapter) => chapter.steps);
  return { steps: lookedSteps(steps, run, recorded), ...looked };
}

const recordedChapter =
  (recorded: Map<string, Looked>) =>
  (chapter: Chapter): Chapter => ({
    ...chapter,
    steps: chapter.steps.map((step) => ({
      ...step,
      async observe(look) {
        const { reads, looked } = recordReads(look);
        try {
          return await step.observe({ ...look, ...reads });
        } finally {
          recorded.set(step.id, looked());
        }
      },
    })),
  });

function lookedSteps(steps: Step[], run: RunState, recorded: Map<string, Looked>): LookedStep[] {
  const rows = new Map(rowsOf(run).map((row) => [row.id, row]));
  return steps.map((step) => {
    const row = rows.get(step.id);
    const looked = recorded.get(step.id);
    const confirmed = row && confirmedAt(step, run);
    return {
      step,
      ...(row && { row }),
      ...(looked && { looked }),
      ...(confirmed && { confirmed }),
    };
  });
}

const confirmedAt = (step: Step, run: RunState): string | undefined =>
  run
    .observationOf(step)
    .changes.flatMap((change) => run.attestedAt(step, change) ?? [])
    .sort()
    .at(-1);

async function lookWithPages(
  pages: PageEntry[],
  { reads, account }: RunContext,
): Promise<Pick<Looks, 'pages' | 'regions'>> {
  const { regions, partial } = await regionsOf(reads(), account);
  const looking = pages.map(async ({ load }) => {
    const page = await load();
    const recording = recordReads(reads());
    const look = { ...recording.reads, account, settings: {}, regions };
    const seen = await unlessBlocked(page.observe(look, () => undefined));
    return {
      ...describedPage(page),
      looked: recording.looked(),
      ...(seen instanceof Blocked
        ? { signals: [], failure: seen.text }
        : { signals: page.signals(seen) }),
      ...(partial && page.isRegional && { partial }),
    };
  });
  return { pages: await Promise.all(looking), regions };
}

const describedPage = ({ id, title, controls = [] }: Page) => ({ id, title, controls });

/** All regions, or the home region and why the others are not known. */
async function regionsOf(
  reads: Reads,
  account: RunContext['account'],
): Promise<{ regions: string[]; partial?: Text }> {
  const regions = await unlessBlocked(allRegions({ ...reads, account }));
  return regions instanceof Blocked
    ? { regions: [account.region], partial: regions.text }
    : { regions };
}

async function unlessBlocked<T>(looking: Promise<T>): Promise<T | Blocked> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Blocked) return error;
    throw error;
  }
}
