import { cut } from '../../text/columns.ts';
import { say, type Text } from '../../text/text.ts';
import { flow, type Line, span } from './lines.ts';

/** A key that works now, and its effect. */
export type Hint = [key: string, does: Text];

/** The last lines of every screen: the keys that work now, most important first. */
export function footerLines(hints: Hint[], room: number): Line[] {
  const inner = room - 2;
  const most = room < 60 ? 3 : 2;
  const parts = hints.map(([key, does]) => span(cut(`${key} ${say(does)}`, inner)));
  return flow(parts, inner)
    .slice(0, most)
    .map((spans) => [span(' '), ...spans]);
}
