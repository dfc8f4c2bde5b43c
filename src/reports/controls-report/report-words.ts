import type { Evidence, Fact } from '../../engine/step.ts';
import { shortened, type Text, t } from '../../text/text.ts';
import type { FrameworkControl } from '../framework-controls.ts';
import type { Verdict } from './answer.ts';
import type { ControlsReport, ReportedControl } from './controls-report.ts';

/** The four answers in words. */
export const VERDICT_WORDS: Record<Verdict, Text> = {
  shown: t('Shown by AWS'),
  confirmed: t('Confirmed by you'),
  'not-done': t('Not done'),
  'not-looked-at': t('Not looked at'),
};

/** What each of them means. */
export const VERDICT_MEANINGS: Record<Verdict, Text> = {
  shown: t('A look at the account shows that it holds.'),
  confirmed: t('No call of AWS shows it. The owner has given their word.'),
  'not-done': t('A look at the account shows that it does not hold.'),
  'not-looked-at': t('Nobody knows. A look that failed is never taken for a good one.'),
};

type Framework = FrameworkControl['framework'];

export const FRAMEWORKS: Record<Framework, string> = {
  CIS: 'CIS AWS Foundations Benchmark',
  SSB: 'AWS Startup Security Baseline',
  'Well-Architected': 'AWS Well-Architected Framework',
  'ISMS-P': 'KISA ISMS-P',
};

/** `CIS 7.0.0 2.5`: an id with the version that numbers it so. */
export const frameworkId = (one: FrameworkControl): string =>
  `${one.framework} ${versionAndId(one)}`;

/** The same where the framework is named already. */
export const versionAndId = ({ version, id }: FrameworkControl): string =>
  version === undefined ? id : `${version} ${id}`;

/** A time as documents show it, the same in every language: `2026-11-30 00:10 UTC`. */
export const timeText = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

/** `iam GetAccountSummary, ec2 DescribeVpcs (17 regions)`. */
export const readsText = ({ reads }: Pick<ReportedControl, 'reads'>): Text[] =>
  reads.map(({ service, operation, regions = [] }) =>
    regions.length > 1
      ? t('{service} {operation} ({count} regions)', { service, operation, count: regions.length })
      : t('{service} {operation}', { service, operation }),
  );

/** One row of a framework: an id of theirs, and the controls of ours that it stands for. */
export interface FrameworkRow {
  id: FrameworkControl;
  controls: ReportedControl[];
}

/** Each framework with its ids, in their order. */
export function frameworkTables({ controls }: ControlsReport): [Framework, FrameworkRow[]][] {
  return (Object.keys(FRAMEWORKS) as Framework[]).map((framework) => {
    const rows = new Map<string, FrameworkRow>();
    for (const control of controls) {
      for (const id of control.frameworks) {
        if (id.framework !== framework) continue;
        const row = rows.get(id.id) ?? { id, controls: [] };
        row.controls.push(control);
        rows.set(id.id, row);
      }
    }
    const byNumber = new Intl.Collator('en', { numeric: true }).compare;
    return [framework, [...rows.values()].sort((a, b) => byNumber(a.id.id, b.id.id))];
  });
}

/** What makes the account another one than those of AWS. */
export function warnings({ account: { practice, endpoint } }: ControlsReport): Text[] {
  return [
    ...(practice ? [t('PRACTICE: nothing of it is real.')] : []),
    ...(endpoint ? [t('This is {endpoint}, and not AWS.', { endpoint })] : []),
  ];
}

/** What the report can say, and what it cannot. */
export const SCOPE: Text[] = [
  t('Titles are by Rootlock, ids by the frameworks. What else these ask for is not answered here.'),
  t('Ids of ISMS-P are those of the map in Prowler 5.46.0: the guide of KISA was not available.'),
];

/** Evidence as lines: a name and its value. Lists are cut; the JSON has all. */
export const evidenceLines = (evidence: Evidence): string[] =>
  Object.entries(evidence).flatMap(([name, fact]) =>
    fact === undefined ? [] : [`${name}: ${shortened(factText(fact), LONGEST_FACT)}`],
  );

/** Characters. */
const LONGEST_FACT = 240;
const LONGEST_SENTENCE = 400;

/** A control as people read it: a sentence may name a thousand users. The JSON has all of it. */
export const inShort = (control: ReportedControl): ReportedControl => ({
  ...control,
  ...(control.value !== undefined && { value: shortened(control.value, LONGEST_SENTENCE) }),
  ...(control.why !== undefined && { why: shortened(control.why, LONGEST_SENTENCE) }),
  findings: control.findings.map((one) => ({
    ...one,
    text: shortened(one.text, LONGEST_SENTENCE),
  })),
});

const factText = (fact: Fact): string => (typeof fact === 'string' ? fact : JSON.stringify(fact));
