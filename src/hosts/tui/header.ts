import type { Account } from '../../engine/step.ts';
import { cut, widthOf, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { accountParts } from '../sentences.ts';
import { flow, type Line, lineWidth, type Span, span } from './lines.ts';

/**
 * The first lines of every screen: account, identity, region, end of the session. Practice and a foreign endpoint come right
 * after the account, so that even a narrow terminal shows them. `aside` stands at the right of the first line with room for
 * it. The program's name makes room for it if no line has any.
 */
export function headerLines(
  account: Account | undefined,
  aside: Text | undefined,
  room: number,
): Line[] {
  const lines = linesOf(account, room, room >= NAMED_FROM);
  const right = aside ? say(aside) : '';
  if (!right) return lines;
  return (
    withAside(lines, right, room) ?? withAside(linesOf(account, room, false), right, room) ?? lines
  );
}

/** In fewer columns, the header leaves out the program's name. */
const NAMED_FROM = 62;

function linesOf(account: Account | undefined, room: number, isNamed: boolean): Line[] {
  const lines = flow(parts(account, room - 2, isNamed), room - 2);
  return lines.slice(0, 4).map((spans): Line => [span(' '), ...spans]);
}

function withAside(lines: Line[], right: string, room: number): Line[] | undefined {
  const gapIn = (line: Line) => room - 1 - lineWidth(line) - widthOf(right);
  const at = lines.findIndex((line) => gapIn(line) > 1);
  return lines[at] && lines.with(at, [...lines[at], span(' '.repeat(gapIn(lines[at])) + right)]);
}

function parts(account: Account | undefined, room: number, isNamed: boolean): Span[] {
  if (!account) return [span('Rootlock', 'strong'), span(say(t('no account yet')))];
  const [number, ...rest] = accountParts(account).map(say);
  const loud = loudParts(account);
  return [
    span(cut(isNamed ? `Rootlock  ${number}` : `${number}`, room), 'strong'),
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
