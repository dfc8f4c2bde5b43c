import { cut, widthOf } from '../../text/columns.ts';
import { say, type Text } from '../../text/text.ts';
import { flow, type Line, span } from './lines.ts';

/** A key that works now, and its effect. */
export type Hint = [key: string, does: Text];

/** The last lines of every screen: the keys that work now, most important first. Enter and the last two, help and quit, are always there. */
export function footerLines(hints: Hint[], room: number): Line[] {
  const parts = hints.map(([key, does]): Line => {
    const label = cut(say(does), room - 3 - widthOf(key));
    return [span(key, 'key'), span(` ${label}`, 'quiet')];
  });
  const [loose, close] = [flow(parts, room - 2, 3), flow(parts, room - 2, 2)];
  // A line is worth more than the blanks between the keys.
  const lines = loose.length > close.length ? close : loose;
  const most = room < 60 ? 3 : 2;
  const dropped = hints.findLastIndex(([key], at) => at < hints.length - 2 && key !== 'Enter');
  if (lines.length > most && dropped >= 0) return footerLines(hints.toSpliced(dropped, 1), room);
  return lines.slice(0, most).map((spans) => [span(' '), ...spans]);
}
