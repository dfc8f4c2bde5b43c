import { t } from '../../../text/text.ts';
import { edit, offered, textOf } from '../edit.ts';
import { type InputEvent, isKey, letterOf } from '../input-events.ts';
import type { GridRow } from './grid.ts';
import { moveTo } from './move-to.ts';
import {
  type Outcome,
  type ReviewView,
  type Sight,
  tabViewOf,
  withTabView,
} from './review-view.ts';
import { settingsKey } from './settings-keys.ts';

/** The view after a key, and what is to be done. */
export function pressed(before: ReviewView, input: InputEvent, sight: Sight): Outcome {
  const { notice: _, ...view } = before;
  switch (view.mode.name) {
    case 'filter':
      return filterKey(view, input, sight);
    case 'settings':
      return settingsKey(view, view.mode, input, sight);
    case 'table':
      return tableKey(view, input, sight);
    default:
      return coverKey(view, input, sight);
  }
}

function tableKey(view: ReviewView, input: InputEvent, sight: Sight): Outcome {
  const moved = move(view, input, sight);
  if (moved) return [moved];
  const { ids, tab, rows } = sight;
  const at = ids.indexOf(view.tab);
  const turned = turn(input);
  if (turned !== 0) return toTab(view, ids.at((at + turned) % ids.length) ?? view.tab);
  const { filter, sort, outside } = tabViewOf(view);
  if (isKey(input, 'enter')) {
    const row = rows[chosenIndex(view, rows)];
    if (!row) return [view];
    if (row.sets) {
      const inside = withTabView(view, { filter: '', outside: tab.settings });
      return [inside, { type: 'set-all', settings: { ...tab.settings, ...row.sets } }];
    }
    return [
      { ...view, mode: { name: 'detail', key: row.key, scroll: 0 } },
      { type: 'open-row', key: row.key },
    ];
  }
  if (isKey(input, 'escape')) {
    if (filter !== '') return [withTabView(view, { filter: '' })];
    return outside ? [leftPlace(view), { type: 'set-all', settings: outside }] : [view];
  }
  if (isCapital(input, 'R', 'ㄲ')) {
    return tab.page?.isRegional ? [view, { type: 'look-everywhere' }] : [view];
  }
  if (isCapital(input, 'S')) {
    return [sort ? withTabView(view, { sort: { ...sort, descending: !sort.descending } }) : view];
  }
  switch (letterOf(input)) {
    case '/':
      return [{ ...view, mode: { name: 'filter', field: { ...offered(filter), fresh: false } } }];
    case 's':
      return [sortedByNext(view, sight)];
    case 'r':
      return [view, { type: 'look' }];
    case 'w':
      return [{ ...view, mode: { name: 'unseen', scroll: 0 } }];
    case '?':
      return [{ ...view, mode: { name: 'help', scroll: 0 } }];
    case 'e':
      return (tab.page?.settings ?? []).length > 0
        ? [{ ...view, mode: { name: 'settings', at: 0 } }]
        : [{ ...view, notice: t('There is nothing to set on this page.') }];
    case 'q':
      return [view, { type: 'quit' }];
  }
  const id = 'text' in input ? ids[Number(input.text) - 1] : undefined;
  return id === undefined ? [view] : toTab(view, id);
}

/** Back where the row is that was entered. */
function leftPlace(view: ReviewView): ReviewView {
  const { outside: _, ...tabView } = tabViewOf(view);
  return { ...view, tabs: { ...view.tabs, [view.tab]: tabView } };
}

const toTab = (view: ReviewView, id: string): Outcome =>
  id === view.tab
    ? [view]
    : [
        { ...view, tab: id },
        { type: 'open-tab', id },
      ];

const turn = (input: InputEvent): number =>
  isKey(input, 'tab', 'right') ? 1 : isKey(input, 'backTab', 'left') ? -1 : 0;

const isCapital = (input: InputEvent, ...letters: string[]): boolean =>
  'text' in input && letters.includes(input.text);

/** Each press sorts by the next column. After the last one, the rows stay as the page has them. */
function sortedByNext(view: ReviewView, { sortable }: Sight): ReviewView {
  const { sort, ...rest } = tabViewOf(view);
  const column = sortable[sort ? sortable.indexOf(sort.column) + 1 : 0];
  return {
    ...view,
    tabs: {
      ...view.tabs,
      [view.tab]: { ...rest, ...(column !== undefined && { sort: { column, descending: false } }) },
    },
  };
}

export function chosenIndex(view: ReviewView, rows: GridRow[]): number {
  const { chosen } = tabViewOf(view);
  return Math.max(
    0,
    rows.findIndex(({ key }) => key === chosen),
  );
}

/** The view with another row chosen. `undefined` if the key does not move. */
function move(view: ReviewView, input: InputEvent, sight: Sight): ReviewView | undefined {
  const { rows } = sight;
  const at = moveTo(input, chosenIndex(view, rows), rows.length - 1, sight.pageSize);
  const key = at === undefined ? undefined : rows[at]?.key;
  return at === undefined ? undefined : withTabView(view, key === undefined ? {} : { chosen: key });
}

function filterKey(view: ReviewView, input: InputEvent, sight: Sight): Outcome {
  if (view.mode.name !== 'filter') return [view];
  if (isKey(input, 'enter')) return [{ ...view, mode: { name: 'table' } }];
  if (isKey(input, 'escape')) {
    return [{ ...withTabView(view, { filter: '' }), mode: { name: 'table' } }];
  }
  if (isKey(input, 'up', 'down', 'pageUp', 'pageDown')) return [move(view, input, sight) ?? view];
  const field = edit(view.mode.field, input);
  if (!field) return [view];
  return [{ ...withTabView(view, { filter: textOf(field) }), mode: { name: 'filter', field } }];
}

/** Keys of what covers the table: it scrolls, and every other key that leads back does so. */
function coverKey(view: ReviewView, input: InputEvent, sight: Sight): Outcome {
  const { mode } = view;
  if (!('scroll' in mode)) return [view];
  const scroll = moveTo(
    input,
    Math.min(mode.scroll, sight.furthest),
    sight.furthest,
    sight.pageSize,
  );
  if (scroll !== undefined) return [{ ...view, mode: { ...mode, scroll } }];
  if (letterOf(input) === 'q') return [view, { type: 'quit' }];
  if (letterOf(input) === 'e' && mode.name === 'detail' && sight.tab.page?.settings) {
    return [{ ...view, mode: { name: 'settings', at: 0, from: mode.key } }];
  }
  const leads = isKey(input, 'escape', 'left', 'backspace', 'backTab');
  return [leads ? { ...view, mode: { name: 'table' } } : view];
}
