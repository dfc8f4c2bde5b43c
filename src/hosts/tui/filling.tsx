import type { Menu } from '../../engine/questions.ts';
import type { Row } from '../../engine/step.ts';
import { cut, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { Frame } from './frame.tsx';
import { BLANK, type Line, span } from './lines.ts';
import { menuBody, menuHints } from './menu-body.ts';
import type { ViewState } from './reduce.ts';
import { useSpinner } from './spinner.ts';
import { STOPPING, statusLines } from './working.tsx';

/** The list while the account is surveyed, and after the menu if that was quicker. Everything stands where the menu has it. */
export function Filling({ view, menu }: { view: ViewState; menu: Menu }) {
  const turning = useSpinner();
  const { rows, stopping, next } = view;
  const first = rows.find(({ state }) => state === 'pending' || state === 'unread');
  const said = stopping ? [STOPPING] : lookingAt(rows);
  const chosen = rows.find(({ id }) => id === next);
  return (
    <Frame
      view={view}
      at={-1}
      whole
      reserved={menuHints(first)}
      body={(width, height) =>
        menuBody(
          {
            view,
            menu,
            initial: first?.id ?? '',
            chosen: chosen?.id ?? '',
            isOpen: (chapter, fitting) => fitting.has(chapter) || chapter === chosen?.chapter.id,
            others: [BLANK],
            instead: (lines, room) => {
              const status = statusLines(turning, fitting(said, lines, room), room);
              const after = chosen && !stopping ? afterThat(chosen, room) : [];
              return status.length + after.length > lines ? status : [...status, ...after];
            },
          },
          width,
          height,
        ).body
      }
    />
  );
}

const afterThat = ({ title }: Row, width: number): Line[] =>
  wrap(say(t('After that: {step}.', { step: title })), width - 2).map((part) => [
    span(`  ${part}`),
  ]);

/** What is being looked at, and the same in fewer words. */
function lookingAt(rows: Row[]): Text[] {
  const [first, ...others] = rows.filter(({ state }) => state === 'unread');
  const all = t('Looking at the account. Nothing is changed.');
  if (!first) return [all];
  const [step, n] = [first.title, others.length];
  return [
    n === 0
      ? t('Looking at the account: {step}. Nothing is changed.', { step })
      : t('Looking at the account: {step} and {n} more. Nothing is changed.', { step, n }),
    all,
  ];
}

/** The first of the sentences that fits into so many lines. The last one is cut if it does not. */
function fitting(sentences: Text[], lines: number, width: number): string {
  const room = width - 2;
  const said = sentences.map(say);
  const fits = said.find((sentence) => wrap(sentence, room).length <= lines);
  return fits ?? cut(said.at(-1) ?? '', room * Math.max(1, lines));
}
