import type { Tab } from '../../../review/session.ts';
import { type Text, t } from '../../../text/text.ts';
import type { Hint } from '../footer.ts';
import { type ReviewView, tabViewOf } from './review-view.ts';

const BACK: Hint = ['Esc', t('back')];
const QUIT: Hint = ['q', t('quit')];
const SCROLL: Hint = ['↑↓', t('scroll')];

const settingsHint = ({ page }: Tab): Hint[] =>
  (page?.settings ?? []).length > 0 ? [['e', t('settings')]] : [];

/** What Esc does in the table, if it does anything. */
function escapeHint(view: ReviewView): Hint[] {
  const { filter, outside } = tabViewOf(view);
  if (filter !== '') return [['Esc', t('show all')]];
  return outside ? [BACK] : [];
}

/** The keys that work now, most important first. The line above them says when there is something for the key w. */
export function hintsOf(view: ReviewView, tab: Tab, tabs: number): Hint[] {
  const { mode } = view;
  switch (mode.name) {
    case 'filter':
      return [
        ['Enter', t('keep the filter')],
        ['Esc', t('show all')],
        ['↑↓', t('choose')],
      ];
    case 'settings':
      return mode.field
        ? [
            ['Enter', mode.choice === undefined ? t('set this value') : t('fill in')],
            ['Tab', t('complete')],
            ['↑↓', t('choose')],
            BACK,
          ]
        : [['Enter', t('change')], ['↑↓', t('choose')], BACK, QUIT];
    case 'table':
      return [
        ['Enter', t('open')],
        ...escapeHint(view),
        ['/', t('filter')],
        ['s', t('sort')],
        ['r', t('look again')],
        ...(tab.page?.isRegional && !tab.isEverywhere
          ? [['R', t('all regions')] satisfies Hint]
          : []),
        ...settingsHint(tab),
        ...(tabs > 1 ? [['Tab', t('next page')] satisfies Hint] : []),
        ['?', t('help')],
        QUIT,
      ];
    case 'detail':
      return [BACK, SCROLL, ...settingsHint(tab), QUIT];
    default:
      return [BACK, SCROLL, QUIT];
  }
}

/** Every key of the table, for the help. */
export const KEYS: [key: string, does: Text][] = [
  ['↑ ↓ PgUp PgDn', t('choose a row')],
  ['Home End', t('the first row, the last row')],
  ['Enter', t('everything about the row')],
  ['Esc ←', t('back')],
  ['1 2 … Tab', t('another page')],
  ['/', t('show only rows that hold these words')],
  ['s', t('sort by the next column')],
  ['S', t('sort the other way round')],
  ['r', t('look again')],
  ['R', t('look at all regions, where a page is about regions')],
  ['e', t('what can be set on the page')],
  ['w', t('what was not looked at, and why')],
  ['q Ctrl-C', t('quit')],
];
