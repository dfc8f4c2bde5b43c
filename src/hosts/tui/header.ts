import type { Account } from '../../engine/step.ts';
import { cut, widthOf, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { accountParts } from '../sentences.ts';
import { flow, type Line, lineWidth, type Span, span } from './lines.ts';

/**
 * The first lines of every screen: account, identity, region, end of the session. Practice and a foreign endpoint come right
 * after the account, so that even a narrow terminal shows them. `aside` stands at the right if there is room.
 */
export function headerLines(
  account: Account | undefined,
  aside: Text | undefined,
  room: number,
): Line[] {
  const inner = room - 2;
  const [first, ...others] = flow(parts(account, inner), inner).map(
    (spans): Line => [span(' '), ...spans],
  );
  const right = aside ? say(aside) : '';
  const gap = room - 1 - lineWidth(first ?? []) - widthOf(right);
  const top = right && gap > 1 ? [...(first ?? []), span(' '.repeat(gap) + right)] : (first ?? []);
  return [top, ...others.slice(0, 3)];
}

/** In fewer columns, the header leaves out the program's name. */
const NAMED_FROM = 60;

function parts(account: Account | undefined, room: number): Span[] {
  if (!account) return [span('Rootlock', 'strong'), span(say(t('no account yet')))];
  const [number, ...rest] = accountParts(account).map(say);
  const loud = loudParts(account);
  return [
    span(cut(room < NAMED_FROM ? `${number}` : `Rootlock  ${number}`, room), 'strong'),
    // Unlike the rest, these parts are wrapped and never cut.
    ...loud.flatMap((part) => wrap(part, room).map((piece) => span(piece, 'flag'))),
    ...rest.filter((part) => !loud.includes(part)).map((part) => span(cut(part, room))),
  ];
}

/** The parts that must not be overlooked: those of a practice account or a foreign endpoint. */
function loudParts(account: Account): string[] {
  const { endpoint: _, ...plain } = account;
  const usual = accountParts({ ...plain, practice: false }).map(say);
  return accountParts(account)
    .map(say)
    .filter((part) => !usual.includes(part));
}
