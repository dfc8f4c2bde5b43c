import type { Account } from '../../../engine/step.ts';
import type { Tab } from '../../../review/session.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { byGrade } from '../../review-words.ts';
import { windowOf } from '../edit.ts';
import { footerLines } from '../footer.ts';
import { headerLines } from '../header.ts';
import { type Body, bodyHeight, layout, type Place } from '../layout.ts';
import { BLANK, type Line, line, paragraph, span } from '../lines.ts';
import { detailLines, unseenLines } from './detail-lines.ts';
import { hintsOf } from './hints.ts';
import { chosenIndex } from './keys.ts';
import type { Remembered } from './remembered.ts';
import { failureLines, helpLines, setLines, statusLines, tabsLine } from './review-lines.ts';
import { type ReviewView, type Sight, tabViewOf } from './review-view.ts';
import { rowsOfPage, rowWindow } from './row-window.ts';
import { settingsLines } from './settings-lines.ts';
import { fewSignalLines } from './signal-lines.ts';
import { tableDrawer } from './table-lines.ts';

export interface Composing {
  view: ReviewView;
  account: Account;
  tabs: Tab[];
  remembered: Remembered;
  /** The command line that mends something, from the words after the program's name. */
  commandOf(words: string[]): string;
  /** The spinner's letter. */
  turning: string;
}

/** In fewer lines, the rules above and below the body are left out. */
const RULED_FROM = 22;
/** With fewer lines in the middle, the rows take those of blanks and signals. */
const ROOMY_FROM = 14;
/** In fewer lines, the head of the table follows the signals at once. */
const APART_FROM = 16;
const LEAST_FOR_SIGNALS = 8;
/** So many signals of the account as a whole are above the table. */
const MOST_OF_ALL = 3;

/** A whole screen, and what the keys need to know of it. */
export function compose(
  composing: Composing,
  columns: number,
  rows: number,
): { lines: Line[]; cursor?: Place; sight: Sight } {
  const { view, account, tabs, remembered } = composing;
  const tab = tabs.find(({ id }) => id === view.tab);
  if (!tab) throw new Error(`there is no page ${view.tab}`);
  const said = remembered.said(tab);
  const shown = said ? remembered.rows(tab, said.grid, tabViewOf(view)) : [];
  const header = headerLines(account, t('read-only'), columns);
  const footer = footerLines(hintsOf(view, tab, tabs.length), columns);
  const ruled = rows >= RULED_FROM;
  const height = bodyHeight(rows, { header, footer, ruled });
  const parts: Parts = { ...composing, tab, said, shown, room: columns - 2, height };
  const isTable = ['table', 'filter'].includes(view.mode.name);
  const { body, pageSize } = isTable ? tableBody(parts) : { body: coverBody(parts), pageSize: 1 };
  const { lines, cursor, furthest, page } = layout({
    columns,
    rows,
    header,
    footer,
    listWidth: 0,
    ruled,
    body: inset(body),
    foot: [],
    scroll: 'scroll' in view.mode ? view.mode.scroll : 0,
    scrollKey: '↓',
  });
  return {
    lines,
    ...(cursor && { cursor }),
    sight: {
      ids: tabs.map(({ id }) => id),
      tab,
      rows: shown,
      sortable: (said?.grid.columns ?? []).map((_, at) => at),
      pageSize: isTable ? pageSize : page,
      furthest,
    },
  };
}

interface Parts extends Composing {
  tab: Tab;
  said: ReturnType<Remembered['said']>;
  shown: Sight['rows'];
  room: number;
  height: number;
}

/** The table as far as it fits, around the chosen row. */
function tableBody(parts: Parts): { body: Body; pageSize: number } {
  const { view, tabs, tab, said, shown, room, height, commandOf, turning } = parts;
  const { filter, sort } = tabViewOf(view);
  const isRoomy = height >= ROOMY_FROM;
  const drawer =
    said && tableDrawer(said.grid, room, { sort, filtered: [filter, shown], marks: said.marks });
  const at = chosenIndex(view, shown);
  const chosen = shown[at];
  const typing = view.mode.name === 'filter' ? filterLine(view.mode.field, room) : undefined;
  const signals = byGrade((chosen && said?.ofRow.get(chosen.key)) ?? []);
  const few = height < LEAST_FOR_SIGNALS ? 0 : isRoomy ? 2 : 1;
  const status = statusLines(
    {
      tab,
      table: said?.table,
      signals: said?.signals ?? [],
      unseen: said?.unseen.length ?? 0,
      shown: shown.length,
      filter,
      turning,
    },
    room,
  );
  const pinned = [
    ...(typing ? [typing.line] : []),
    ...(view.notice ? paragraph(view.notice, room) : []),
    ...(isRoomy ? [BLANK] : []),
    ...(chosen ? toHeight(fewSignalLines(signals, few, room, commandOf), few) : []),
    ...status,
  ];
  const ofAll = byGrade(said?.ofRow.get('') ?? []).slice(0, MOST_OF_ALL);
  const above = [
    tabsLine(tabs, view.tab, room),
    ...(isRoomy ? [BLANK] : []),
    ...setLines(tab, room),
    ...failureLines(tab, room),
    // What is about the account as a whole is no row's.
    ...fewSignalLines(ofAll, isRoomy ? Math.floor(height / 3) : 0, room, commandOf),
    ...(height >= APART_FROM && ofAll.length > 0 ? [BLANK] : []),
    ...(drawer && said.table.rows.length > 0 ? [drawer.head()] : []),
  ];
  const left = height - above.length - pinned.length;
  const rows = drawer ? rowWindow(shown, at, left, (row) => drawer.row(row, row === chosen)) : [];
  const instead = shown.length > 0 ? [] : emptyLines(parts);
  return {
    body: {
      top: toHeight([...above, ...rows, ...instead], height - pinned.length),
      pinned,
      ...(typing && { cursor: { x: typing.column, y: 0 } }),
    },
    pageSize: rowsOfPage(shown.length, left),
  };
}

/** Fills up with blank lines, so that what follows stays where it is. */
const toHeight = (lines: Line[], height: number): Line[] => [
  ...lines.slice(0, height),
  ...Array.from({ length: Math.max(0, height - lines.length) }, () => BLANK),
];

function emptyLines({ tab, said, room }: Parts): Line[] {
  const empty: Text | undefined =
    said && said.table.rows.length > 0
      ? t('No row has these words.')
      : tab.isLooking || !said
        ? undefined
        : said.table.empty;
  return empty ? paragraph(empty, room, 'quiet') : [];
}

function filterLine(field: Parameters<typeof windowOf>[0], room: number) {
  const { text, column } = windowOf(field, room - 2);
  return { line: [span('/ ', 'key'), span(text, 'strong')], column: column + 2 };
}

/** What covers the table. */
function coverBody(parts: Parts): Body {
  const { view, tabs, tab, said, room, height, commandOf, turning } = parts;
  const top = [tabsLine(tabs, view.tab, room), BLANK];
  const { mode } = view;
  switch (mode.name) {
    case 'help':
      return { top, scroll: helpLines(room) };
    case 'unseen':
      return { top, scroll: unseenLines(said?.unseen ?? [], room) };
    case 'settings': {
      const { lines, cursor } = settingsLines(tab, mode, room, height - top.length);
      return { top, pinned: toHeight(lines, height - top.length), ...(cursor && { cursor }) };
    }
    case 'detail': {
      if (mode.detail) {
        const signals = said?.ofRow.get(mode.key) ?? [];
        return { top, scroll: detailLines(mode.detail, signals, room, commandOf) };
      }
      const failed = tab.isLooking ? [] : failureLines(tab, room);
      const looking = [[span(`${turning} `, 'accent'), span(say(t('Looking…')))]];
      return {
        top,
        scroll: [
          line(say(t('{key}', { key: mode.key })), 'strong'),
          ...(failed.length > 0 ? failed : looking),
        ],
      };
    }
    default:
      return { top };
  }
}

/** Indents the body by one column. */
function inset({ top = [], scroll = [], pinned = [], cursor }: Body): Body {
  const indented = (lines: Line[]): Line[] => lines.map((spans) => [{ text: ' ' }, ...spans]);
  return {
    top: indented(top),
    scroll: indented(scroll),
    pinned: indented(pinned),
    cursor: cursor && { ...cursor, x: cursor.x + 1 },
  };
}
