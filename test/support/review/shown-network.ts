import { Blocked } from '../../../src/engine/errors.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { network } from '../../../src/review/network.ts';
import type { Cell, PageLook } from '../../../src/review/page.ts';
import { sayIn } from '../../../src/text/text.ts';
import { NOW } from '../accounts/new-account.ts';
import { lookOn } from './page-look.ts';
import { linesOf } from './shown-people.ts';

const english = (cell: Cell | undefined): string =>
  cell === undefined
    ? ''
    : 'unknown' in cell
      ? `? ${cell.unknown.en}`
      : sayIn(undefined, cell.text);

interface How {
  regions?: string[];
  show?: string;
  denies?(operation: string, region: string): boolean;
}

/** The page on this account, in English. A value that is not known begins with `?`. */
export async function shownNetwork(
  state: PracticeState,
  { regions = ['ap-northeast-2'], show, denies }: How = {},
) {
  const on = lookOn(state, { now: NOW });
  const sent: string[] = [];
  const read = async (...request: Parameters<PageLook['read']>) => {
    const [, operation, , region = ''] = request;
    sent.push(operation);
    if (denies?.(operation, region)) {
      throw new Blocked({ en: `${operation} is denied` }, [], { code: 'UnauthorizedOperation' });
    }
    return on.look.read(...request);
  };
  const look: PageLook = {
    ...on.look,
    read: read as PageLook['read'],
    regions,
    settings: show === undefined ? {} : { show },
  };
  const shown: number[] = [];
  const seen = await network.observe(look, (part) => {
    shown.push(network.table(part).rows.length);
  });
  const tableOf = (view: string) => {
    const { rows } = network.table({ ...seen, show: view });
    return rows.map(({ key, cells }) => [
      key,
      Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, english(cell)])),
    ]) as [key: string, cells: Record<string, string>][];
  };
  const { rows } = network.table(seen);
  const signals = network.signals(seen);
  return {
    look,
    seen,
    sent,
    shown,
    tableOf,
    keys: rows.map(({ key }) => key),
    rows: tableOf(seen.show).map(([, cells]) => cells),
    grades: rows.map(({ cells }) =>
      Object.fromEntries(
        Object.entries(cells).flatMap(([id, cell]) =>
          'grade' in cell && cell.grade ? [[id, cell.grade]] : [],
        ),
      ),
    ),
    signals: signals.map(({ id, grade, text }) => `${id} ${grade}: ${sayIn(undefined, text)}`),
    unseen: network
      .unseen(seen)
      .map(({ what, why }) => `${sayIn(undefined, what)}: ${sayIn(undefined, why)}`),
    async open(key: string): Promise<string[]> {
      const detail = await network.detail(seen, key, look);
      return detail ? [sayIn(undefined, detail.title), ...linesOf(detail)] : [];
    },
  };
}
