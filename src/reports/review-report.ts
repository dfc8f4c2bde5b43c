import type { Account, Fact } from '../engine/step.ts';
import type { Cell, Detail, Grade, Section, Signal, Table, Unseen } from '../review/page.ts';
import { plain, say } from '../text/text.ts';
import { type FrameworkControl, frameworkControls } from './framework-controls.ts';
import { type Report, reportedAccount } from './json-report.ts';

/** A value, or why it is not known. */
type ReportedCell = Fact | { unknown: string };

interface ReportedTable {
  columns: { id: string; title: string }[];
  rows: { key: string; cells: Record<string, ReportedCell> }[];
}

type ReportedSection = { title?: string } & (
  | { facts: { label: string; value: ReportedCell }[] }
  | { lines: string[] }
  | { table: ReportedTable }
  | { code: string[]; marked: number[] }
  | { graph: ReportedGraph }
);

interface ReportedGraph {
  /** ISO 8601. */
  from: string;
  /** Seconds. */
  every: number;
  unit: string;
  values: (number | null)[];
}

/** What `review --json` prints. It is a stable interface, and `review.schema.json` describes it. */
export interface ReviewReport {
  account: Report['account'];
  page: string;
  /** ISO 8601, by AWS's clock. */
  lookedAt: string;
  regions: readonly string[];
  settings: Readonly<Record<string, string>>;
  signals: {
    id: string;
    grade: Grade;
    text: string;
    row?: string;
    controls: FrameworkControl[];
    mend?: string[];
  }[];
  table: ReportedTable;
  unseen: { what: string; why: string }[];
  /** The row that was asked for. */
  detail?: { key: string; title: string; sections: ReportedSection[] };
}

interface Reviewed {
  account: Account;
  page: string;
  /** Milliseconds of AWS's clock. */
  lookedAt: number;
  regions: readonly string[];
  settings: Readonly<Record<string, string>>;
  table: Table;
  signals: Signal[];
  unseen: Unseen[];
  opened?: { key: string; detail: Detail };
}

/** A page as plain JSON values. */
export function reviewReport(reviewed: Reviewed): ReviewReport {
  const { account, lookedAt, table, signals, unseen, opened, page, regions, settings } = reviewed;
  return {
    account: reportedAccount(account),
    page,
    lookedAt: new Date(lookedAt).toISOString(),
    regions,
    settings,
    signals: signals.map(({ text, controls, ...signal }) => ({
      ...signal,
      text: say(text),
      controls: frameworkControls(controls),
    })),
    table: reportedTable(table),
    unseen: unseen.map(({ what, why }) => ({ what: say(what), why: say(why) })),
    ...(opened && {
      detail: {
        key: opened.key,
        title: say(opened.detail.title),
        sections: opened.detail.sections.map(reportedSection),
      },
    }),
  };
}

const reportedTable = ({ columns, rows }: Table): ReportedTable => ({
  columns: columns.map(({ id, title }) => ({ id, title: say(title) })),
  rows: rows.map(({ key, cells }) => ({
    key,
    cells: Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, reportedValue(cell)])),
  })),
});

const reportedValue = (cell: Cell): ReportedCell =>
  'unknown' in cell ? { unknown: say(cell.unknown) } : cell.value;

function reportedSection({ title, ...section }: Section): ReportedSection {
  return { ...(title && { title: say(title) }), ...reportedContent(section) };
}

function reportedContent(section: Section): ReportedSection {
  if ('facts' in section) {
    return {
      facts: section.facts.map(([label, cell]) => ({
        label: say(label),
        value: reportedValue(cell),
      })),
    };
  }
  if ('lines' in section) return { lines: section.lines.map(say) };
  if ('table' in section) return { table: reportedTable(section.table) };
  if ('graph' in section) {
    const { from, every, unit, values } = section.graph;
    return { graph: { from: new Date(from).toISOString(), every: every / 1000, unit, values } };
  }
  return { code: section.code.map(plain), marked: section.marked };
}
