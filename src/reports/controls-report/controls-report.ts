import type { Account, ControlId, Evidence } from '../../engine/step.ts';
import type { Grade } from '../../review/page.ts';
import { say, type Text } from '../../text/text.ts';
import { SECTION_OF, type SectionId } from '../control-sections.ts';
import { CONTROLS } from '../controls.ts';
import { type FrameworkControl, frameworkControls } from '../framework-controls.ts';
import { type Report, reportedAccount } from '../json-report.ts';
import { type Answer, type SentRead, VERDICTS, type Verdict } from './answer.ts';

/** What `report --json` prints, and what the other forms are made of. `controls-report.schema.json` describes it. */
export interface ControlsReport {
  account: Report['account'];
  /** ISO 8601, by AWS's clock. */
  madeAt: string;
  /** The version of Rootlock. */
  rootlock: string;
  language: string;
  /** E-mail addresses are masked. */
  masked: boolean;
  /** The regions that the pages of the review looked at. The steps look at those that they need. */
  regions: readonly string[];
  counts: Record<Verdict, number>;
  controls: ReportedControl[];
}

export interface ReportedControl {
  id: ControlId;
  section: SectionId;
  title: string;
  answer: Verdict;
  /** What a look shows. */
  value?: string;
  /** Why it is not done yet, or why nobody has looked. */
  why?: string;
  fix?: string[];
  /** When the owner has confirmed it: a day. */
  confirmed?: string;
  findings: { page: string; id: string; grade: Grade; text: string; row?: string }[];
  /** Why a new account does not meet it, on purpose. */
  byDesign?: string;
  /** The command that does it. */
  mend?: string;
  /** The command that shows more. */
  see?: string;
  source?: Answer['source'];
  /** When it was looked at. ISO 8601, by AWS's clock. */
  at?: string;
  reads: { service: string; operation: string; times: number; regions?: string[] }[];
  evidence?: Evidence;
  frameworks: FrameworkControl[];
}

interface About {
  account: Account;
  /** Milliseconds of AWS's clock. */
  madeAt: number;
  version: string;
  language: string;
  regions: readonly string[];
  /** The command line of these words, for the same account. */
  commandOf(words: string[]): string;
}

/** All answers as plain JSON values. */
export function controlsReport(answers: [ControlId, Answer][], about: About): ControlsReport {
  const { account, madeAt, version, language, regions, commandOf } = about;
  const countOf = (wanted: Verdict) => answers.filter(([, one]) => one.verdict === wanted).length;
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, countOf(verdict)]));
  return {
    account: reportedAccount(account),
    madeAt: new Date(madeAt).toISOString(),
    rootlock: version,
    language,
    masked: false,
    regions,
    counts: counts as ControlsReport['counts'],
    controls: answers.map(([id, answer]) => reportedControl(id, answer, commandOf)),
  };
}

function reportedControl(
  id: ControlId,
  answer: Answer,
  commandOf: About['commandOf'],
): ReportedControl {
  const { verdict, source, looked, value, why, fix, confirmed, evidence, mend, see } = answer;
  const { title, byDesign } = CONTROLS[id];
  const isByDesign = verdict === 'not-done' && !mend;
  return {
    id,
    section: SECTION_OF[id],
    title: say(title),
    answer: verdict,
    ...saidOf({ value, why }),
    ...(fix && { fix: fix.map(say) }),
    ...(confirmed && { confirmed: confirmed.slice(0, 10) }),
    findings: answer.findings.map(({ page, id, grade, text, row }) => ({
      page,
      id,
      grade,
      text: say(text),
      ...(row !== undefined && { row }),
    })),
    ...(byDesign && isByDesign && { byDesign: say(byDesign) }),
    ...(mend && { mend: commandOf(mend) }),
    ...(see && { see: commandOf(see) }),
    ...(source && { source }),
    ...(looked && { at: new Date(looked.at).toISOString() }),
    reads: (looked?.reads ?? []).map(reportedRead),
    ...(evidence && { evidence }),
    frameworks: frameworkControls([id]),
  };
}

const saidOf = ({ value, why }: { value: Text | undefined; why: Text | undefined }) => ({
  ...(value && { value: say(value) }),
  ...(why && { why: say(why) }),
});

const reportedRead = ({ service, operation, times, regions }: SentRead) => ({
  service,
  operation,
  times,
  ...(regions.length > 0 && { regions }),
});
