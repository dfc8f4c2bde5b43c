import type { Account } from '../../engine/step.ts';
import { cut, widthOf, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { accountParts } from '../sentences.ts';
import { flow, type Line, lineWidth, type Span, span } from './lines.ts';

/**
 * The first lines of every screen: which account, who, where, until when. Practice and a foreign endpoint come right
 * behind the account, so that they are in sight however narrow the terminal is. `aside`: at the right, if there is room.
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

/** Where there is less room, the account alone is worth its columns. */
const NAMED_FROM = 60;

function parts(account: Account | undefined, room: number): Span[] {
  if (!account) return [span('Rootlock', 'strong'), span(say(t('no account yet')))];
  const [number, ...rest] = accountParts(account).map(say);
  const loud = loudParts(account);
  return [
    span(cut(room < NAMED_FROM ? `${number}` : `Rootlock  ${number}`, room), 'strong'),
    // Never cut, unlike the rest.
    ...loud.flatMap((part) => wrap(part, room).map((piece) => span(piece, 'flag'))),
    ...rest.filter((part) => !loud.includes(part)).map((part) => span(cut(part, room))),
  ];
}

/** What must not be overlooked: all that an account has more where it is not simply AWS. */
function loudParts(account: Account): string[] {
  const { endpoint: _, ...plain } = account;
  const usual = accountParts({ ...plain, practice: false }).map(say);
  return accountParts(account)
    .map(say)
    .filter((part) => !usual.includes(part));
}
