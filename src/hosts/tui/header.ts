import type { Account } from '../../engine/step.ts';
import { cut, widthOf, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { accountParts } from '../sentences.ts';
import { flow, type Line, lineWidth, type Span, span } from './lines.ts';

/** How many of the steps that count are done. If none counts, the header does not speak of it. */
interface Progress {
  /** Absent while the account is looked at: then the place of the count stays free. */
  done?: number;
  counted: number;
}

const GAP = 3;

/**
 * The first lines of every screen: the account, who is signed in, and how far the account is. Practice and a foreign
 * endpoint come right after the account, so that even a narrow terminal shows them. The program's name, the region, the
 * squares of the progress and the kind of session stand there only if the first line has room for them, in this order.
 */
export function headerLines(
  account: Account | undefined,
  progress: Progress | Text,
  room: number,
): Line[] {
  const inner = room - 2;
  const name: Line = [span('Rootlock', 'strong')];
  if (!account) return [[span(' '), ...name, span(`   ${say(t('no account yet'))}`)]];
  const { needed, region, session } = partsOf(account, inner);
  const { count, squares } = asideOf(progress);
  const fuller: [left: Line[], right: Line][] = [
    [[name, ...needed, region, session], squares],
    [[name, ...needed, region], squares],
    [[name, ...needed, region], count],
    [[name, ...needed], count],
  ];
  const fits = fuller.map((pair) => onOneLine(...pair, room)).find((line) => line !== undefined);
  if (fits) return [fits];
  return onLines(needed, count, room);
}

/** What stands at the right: how far the account is, or what is said of the screen. */
function asideOf(progress: Progress | Text): { count: Line; squares: Line } {
  if ('en' in progress) {
    const said = [span(say(progress), 'quiet')];
    return { count: said, squares: said };
  }
  if (progress.counted === 0) return { count: [], squares: [] };
  const count = countOf(progress);
  return { count, squares: [...squaresOf(progress), span(' '.repeat(2)), ...count] };
}

/** The parts on several lines. The first one with room for it has `right`. */
function onLines(parts: Line[], right: Line, room: number): Line[] {
  const rooms = [room - 2, room - 2 - GAP - lineWidth(right)];
  for (const columns of rooms) {
    const lines = flow(parts, columns, GAP).map((spans): Line => [span(' '), ...spans]);
    const at = lines.findIndex((line) => gapBetween(line, right, room) >= GAP - 1);
    if (at >= 0) return lines.with(at, spread(lines[at] ?? [], right, room)).slice(0, MOST);
  }
  return [...flow(parts, room - 2, GAP).slice(0, MOST - 1), right].map((spans) => [
    span(' '),
    ...spans,
  ]);
}

/** More lines would leave too few for the question. */
const MOST = 4;

/** The right edge stays free by one column, as the left one does. */
const gapBetween = (left: Line, right: Line, room: number): number =>
  room - 1 - lineWidth(left) - lineWidth(right);

const spread = (left: Line, right: Line, room: number): Line => [
  ...left,
  span(' '.repeat(gapBetween(left, right, room))),
  ...right,
];

function onOneLine(parts: Line[], right: Line, room: number): Line | undefined {
  const [left = [], ...more] = flow(parts, room - 2, GAP);
  const whole: Line = [span(' '), ...left];
  const isEnough = more.length === 0 && gapBetween(whole, right, room) >= GAP;
  return isEnough ? spread(whole, right, room) : undefined;
}

function partsOf(account: Account, room: number) {
  const [number, who, region, ...rest] = accountParts(account).map(say);
  const loud = loudParts(account);
  const session = rest.filter((part) => !loud.includes(part)).join(' ');
  const part = (text = ''): Line => [span(cut(text, room))];
  return {
    needed: [
      part(number),
      // Unlike the rest, these parts are wrapped and never cut.
      ...loud.flatMap((text) => wrap(text, room).map((piece): Line => [span(piece, 'flag')])),
      part(who),
    ],
    region: part(region),
    session: part(session),
  };
}

/** The parts that must not be overlooked: those of a practice account or a foreign endpoint. */
function loudParts(account: Account): string[] {
  const { endpoint: _, ...plain } = account;
  const usual = accountParts({ ...plain, practice: false }).map(say);
  return accountParts(account)
    .map(say)
    .filter((part) => !usual.includes(part));
}

const SQUARES = 10;

/** Neither empty nor full unless none or all is done. */
function squaresOf({ done, counted }: Progress): Span[] {
  if (done === undefined) return [span(' '.repeat(SQUARES))];
  const share = Math.round((done / counted) * SQUARES);
  const least = done > 0 ? 1 : 0;
  const most = done < counted ? SQUARES - 1 : SQUARES;
  const full = Math.min(most, Math.max(least, share));
  return [span('■'.repeat(full), 'accent'), span('□'.repeat(SQUARES - full), 'quiet')];
}

function countOf({ done, counted }: Progress): Line {
  const words = say(t('{done} of {counted}', { done: done ?? 0, counted }));
  return done === undefined
    ? [span('…'.padStart(widthOf(words)), 'quiet')]
    : [span(words, 'strong')];
}
