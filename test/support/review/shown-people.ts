import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import type { Cell, Detail } from '../../../src/review/page.ts';
import { people } from '../../../src/review/people.ts';
import { sayIn } from '../../../src/text/text.ts';
import { NOW } from '../accounts/new-account.ts';
import { lookOn } from './page-look.ts';

const english = (cell: Cell | undefined): string =>
  cell === undefined ? '' : 'unknown' in cell ? 'unknown' : sayIn(undefined, cell.text);

type Denies = (operation: string) => boolean;

/** The page on this account, in English. */
export async function shownPeople(state: PracticeState, denies?: Denies) {
  const { look, sent } = lookOn(state, { now: NOW, ...(denies && { denies }) });
  const seen = await people.observe(look, () => undefined);
  const { rows } = people.table(seen);
  const cells = Object.fromEntries(
    rows.map(({ key, cells }) => [
      key,
      Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, english(cell)])),
    ]),
  );
  const signals = people.signals(seen);
  return {
    look,
    seen,
    sent,
    cells,
    signals: signals.map(({ id, grade, row }) => `${row ?? 'all'} ${id} ${grade}`),
    mends: signals.map(({ id, row, mend }) => `${row} ${id} ${mend?.join(' ')}`),
    unseen: people
      .unseen(seen)
      .map(({ what, why }) => `${sayIn(undefined, what)}: ${sayIn(undefined, why)}`),
  };
}

export const linesOf = ({ sections }: Detail): string[] =>
  sections.flatMap((section) => {
    if ('code' in section) {
      return section.code.map((line, n) => `${section.marked.includes(n) ? '>' : ' '} ${line}`);
    }
    if ('lines' in section) return section.lines.map((line) => sayIn(undefined, line));
    if ('facts' in section) {
      return section.facts.map(([label, cell]) => `${label.en}: ${english(cell)}`);
    }
    if ('graph' in section) return [];
    return section.table.rows.map(({ cells }) => Object.values(cells).map(english).join(' | '));
  });

/** A policy that allows this on everything. */
export const allowing = (Action: string, Condition?: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: '*', ...(Condition && { Condition }) }],
  });
