import type { Detail, Section, Signal, Table, Unseen } from '../../review/page.ts';
import { linesOfSaid, sentenceLines } from '../../text/sentence-lines.ts';
import { plain, say, type Text, t } from '../../text/text.ts';
import { graphSentences } from '../graph-words.ts';
import { byGrade, cellWithReason, countSentence } from '../review-words.ts';
import { ended } from '../sentences.ts';
import { tableLines } from './review-table.ts';

export interface PlainReview {
  title: Text;
  table: Table;
  signals: Signal[];
  unseen: Unseen[];
  /** The row that was asked for. Only what is about it is told then. */
  opened?: { key: string; detail: Detail };
}

interface How {
  /** The width of the terminal. Absent in a pipe. */
  columns: number | undefined;
  /** Each value has its label, for a screen reader. */
  labelled: boolean;
  /** The command line that mends something, from the words after the program's name. */
  commandOf(words: string[]): string;
}

/** A page in sentences: its signals, its table, and what was not looked at. */
export function reviewLines(review: PlainReview, how: How): string[] {
  const { title, table, signals, unseen, opened } = review;
  const told = opened ? signals.filter(({ row }) => row === opened.key) : signals;
  const blocks = [
    [say(opened?.detail.title ?? title), ...byGrade(told).flatMap((one) => signalLines(one, how))],
    ...(opened
      ? opened.detail.sections.map((section) => sectionLines(section, how))
      : [
          [
            ...tableLines(table, how.columns, how.labelled),
            ended(say(countSentence(table, signals))),
          ],
        ]),
    unseenLines(unseen, how),
  ];
  return blocks.filter((lines) => lines.length > 0).flatMap((lines) => ['', ...lines]);
}

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

function sectionLines(section: Section, { columns, labelled }: How): string[] {
  const title = section.title ? [ended(say(section.title))] : [];
  return [...title, ...contentLines(section, columns, labelled)];
}

function contentLines(section: Section, columns: number | undefined, labelled: boolean): string[] {
  if ('facts' in section) {
    return section.facts.flatMap(([label, cell]) =>
      sentenceLines(t('{label}: {value}', { label, value: cellWithReason(cell) }), columns),
    );
  }
  if ('lines' in section) return section.lines.flatMap((text) => sentenceLines(text, columns));
  if ('table' in section) return tableLines(section.table, columns, labelled);
  if ('graph' in section) {
    return graphSentences(section.graph).flatMap((text) => sentenceLines(text, columns));
  }
  const marked = new Set(section.marked);
  // A document is copied: its lines are not broken.
  return section.code.map((line, at) => `${marked.has(at) ? '> ' : '  '}${plain(line)}`);
}
