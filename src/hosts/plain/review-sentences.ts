import type { Detail, Section, Signal, Table, Unseen } from '../../review/page.ts';
import { linesOfSaid, sentenceLines } from '../../text/sentence-lines.ts';
import { plain, say, type Text, t } from '../../text/text.ts';
import { graphSentences } from '../graph-words.ts';
import { byGrade, cellWithReason, countSentence, rowMarks } from '../review-words.ts';
import { ended } from '../sentences.ts';
import { isInSentences, type TableWidth, tableLines } from './review-table.ts';

export interface PlainReview {
  title: Text;
  table: Table;
  signals: Signal[];
  unseen: Unseen[];
  /** The row that was asked for. Only what is about it is told then. */
  opened?: { key: string; detail: Detail };
}

interface How extends TableWidth {
  /** The command line that mends something, from the words after the program's name. */
  commandOf(words: string[]): string;
}

/** A page in sentences: its signals, its table, and what was not looked at. */
export function reviewLines(review: PlainReview, how: How): string[] {
  const { title, table, signals, unseen, opened } = review;
  const marks = rowMarks(table, signals);
  const blocks = opened
    ? [
        [say(opened.detail.title), ...allSignals(ofRow(signals, opened.key), how)],
        ...opened.detail.sections.map((section) => sectionLines(section, how)),
      ]
    : isInSentences(table, how, marks)
      ? rowByRow(review, how)
      : [
          [say(title), ...allSignals(signals, how)],
          [...tableLines(table, how, marks), countLine(table, signals)],
        ];
  return [...blocks, unseenLines(unseen, how)]
    .filter((lines) => lines.length > 0)
    .flatMap((lines) => ['', ...lines]);
}

/** Who listens hears first how many there are, and of each row what is to do where the row is told. */
const rowByRow = ({ title, table, signals }: PlainReview, how: How): string[][] => [
  [say(title), countLine(table, signals), ...allSignals(ofRow(signals, undefined), how)],
  tableLines(table, how, undefined, ({ key }) => allSignals(ofRow(signals, key), how)),
];

const ofRow = (signals: Signal[], key: string | undefined): Signal[] =>
  signals.filter(({ row }) => row === key);

const countLine = (table: Table, signals: Signal[]): string =>
  ended(say(countSentence(table, signals)));

const allSignals = (signals: Signal[], how: How): string[] =>
  byGrade(signals).flatMap((one) => signalLines(one, how));

function signalLines({ grade, text, mend }: Signal, { columns, commandOf }: How): string[] {
  const said = {
    do: t('To do: {text}', { text }),
    watch: t('To know: {text}', { text }),
    fine: t('Fine: {text}', { text }),
  }[grade];
  const command = mend && t('  {command}', { command: commandOf(mend) });
  return [
    ...linesOfSaid(ended(say(said)), columns),
    ...(command ? sentenceLines(command, columns) : []),
  ];
}

function unseenLines(unseen: Unseen[], { columns }: How): string[] {
  if (unseen.length === 0) return [];
  return [
    say(t('Not looked at:')),
    ...unseen.flatMap(({ what, why }) =>
      linesOfSaid(ended(say(t('  {what}: {why}', { what, why }))), columns),
    ),
  ];
}

function sectionLines(section: Section, how: How): string[] {
  const title = section.title ? [ended(say(section.title))] : [];
  return [...title, ...contentLines(section, how)];
}

function contentLines(section: Section, how: How): string[] {
  const { columns, labelled } = how;
  if ('facts' in section) {
    return section.facts.flatMap(([label, cell]) =>
      sentenceLines(t('{label}: {value}', { label, value: cellWithReason(cell) }), columns),
    );
  }
  if ('lines' in section) return section.lines.flatMap((text) => sentenceLines(text, columns));
  if ('table' in section) return tableLines(section.table, how);
  if ('graph' in section) {
    return graphSentences(section.graph).flatMap((text) => sentenceLines(text, columns));
  }
  const { code, marked } = section;
  // A document is copied: its lines are not broken.
  if (labelled) return [...markedSentence(marked), ...code.map(plain)];
  return code.map((line, at) => `${marked.includes(at) ? '> ' : '  '}${plain(line)}`);
}

/** A mark before a line says nothing to who listens. */
function markedSentence(marked: number[]): string[] {
  const ranges: [from: number, to: number][] = [];
  for (const at of marked.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else ranges.push([at + 1, at + 1]);
  }
  const lines = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
  return lines === '' ? [] : [say(t('Lines that matter: {lines}.', { lines }))];
}
