import type { Menu } from '../../engine/questions.ts';
import type { Row } from '../../engine/step.ts';
import { t } from '../../text/text.ts';
import type { Hint } from './footer.ts';
import type { Body } from './layout.ts';
import { BLANK, type Line } from './lines.ts';
import { around } from './list.ts';
import { menuFrame } from './menu-frame.ts';
import type { ViewState } from './reduce.ts';
import { openChapters, wideList } from './wide-list.ts';

interface Parts {
  view: ViewState;
  menu: Menu;
  /** The id of the step that is chosen at first. */
  initial: string;
  /** The id of the step or chapter that is chosen now. */
  chosen: string;
  isOpen(chapter: string, fitting: ReadonlySet<string>): boolean;
  /** What can be chosen below the steps, and the index of what is. */
  others: Line[];
  other?: number;
  /** Stands in the place of the welcome and the question, drawn in at most so many lines. */
  instead?(lines: number, width: number): Line[];
}

/** The middle of the menu's screen. `fitting`: the ids of the chapters whose steps have room. */
export function menuBody(
  { view, menu, initial, chosen, isOpen, others, other, instead }: Parts,
  width: number,
  height: number,
): { body: Body; fitting: ReadonlySet<string> } {
  const { rows } = view;
  const listed = (fitting: ReadonlySet<string>) =>
    wideList(rows, chosen, (chapter) => isOpen(chapter, fitting), width);
  const shortest = listed(openChapters(rows, initial, 0, width)).lines.length + others.length;
  const { notices, above, below } = menuFrame(view, menu, width, height, shortest);
  const room = height - notices.length - above.length - below.length;
  const fitting = openChapters(rows, initial, room - others.length, width);
  const { lines, current } = listed(fitting);
  const at = other === undefined ? 0 : lines.length + other;
  const said = instead?.(above.length, width) ?? above;
  return {
    fitting,
    body: {
      top: [...notices, ...said, ...above.slice(said.length).map(() => BLANK)],
      pinned: [
        ...around([...lines, ...others], current ?? at, room),
        ...(instead ? below.map(() => BLANK) : below),
      ],
    },
  };
}

/** The menu's own keys. `row`: the step that Enter starts. `isCloser`: its details replace the list. */
export const menuHints = (row: Row | undefined, isCloser = false): Hint[] => [
  ['Enter', row ? t('start {step}', { step: row.title }) : t('finish')],
  ['↑↓', t('choose')],
  isCloser ? ['←', t('the list')] : ['→', t('open')],
  ['d', t('every change')],
];
