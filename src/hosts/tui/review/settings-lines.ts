import type { Setting } from '../../../review/page.ts';
import type { Tab } from '../../../review/session.ts';
import { cut } from '../../../text/columns.ts';
import { say, t } from '../../../text/text.ts';
import { textOf } from '../edit.ts';
import type { Place } from '../layout.ts';
import { BLANK, type Line, line, paragraph, span } from '../lines.ts';
import { fieldLine } from '../questions/field-line.ts';
import type { Mode } from './review-view.ts';
import { completionsOf } from './settings-keys.ts';

/**
 * The settings of a page, as many as fit around the chosen one. The one that is typed has its field, and below it what may stand
 * there.
 */
export function settingsLines(
  tab: Tab,
  mode: Extract<Mode, { name: 'settings' }>,
  room: number,
  height: number,
): { lines: Line[]; cursor?: Place } {
  let chosen = 0;
  const lines: Line[] = [line(say(t('Settings of this page')), 'strong')];
  let cursor: Place | undefined;
  for (const [at, setting] of (tab.page?.settings ?? []).entries()) {
    const isHere = at === mode.at;
    if (isHere) chosen = lines.length;
    const mark = span(isHere ? '❯ ' : '  ', 'accent');
    lines.push(BLANK, [
      mark,
      span(cut(say(setting.title), room - 2), isHere ? 'accent' : 'strong'),
    ]);
    if (isHere && mode.field) {
      const { shown, column } = fieldLine(mode.field, room - 6);
      cursor = { x: column + 2, y: lines.length };
      lines.push([span('  '), ...shown], ...belowField(setting, tab.seen, mode, room));
    } else {
      const value = tab.settings[setting.id];
      lines.push(
        ...(value === undefined
          ? paragraph(setting.hint, room - 2, 'quiet')
          : paragraph(say(t('{value}', { value })), room - 2)
        ).map((spans): Line => [span('  '), ...spans]),
      );
    }
  }
  const first = Math.max(0, Math.min(chosen - 2, lines.length - height));
  return {
    lines: lines.slice(first, first + height),
    ...(cursor && { cursor: { ...cursor, y: cursor.y - first } }),
  };
}

function belowField(
  setting: Setting<unknown>,
  seen: unknown,
  { field, choice, isTried }: Extract<Mode, { name: 'settings' }>,
  room: number,
): Line[] {
  const typed = field ? textOf(field) : '';
  const problem = typed.trim() === '' ? undefined : setting.problemWith?.(typed.trim());
  const said = isTried && problem ? paragraph(problem, room - 4, 'bad') : [];
  const completions = completionsOf(setting, seen, typed).map(
    (text, at): Line => [
      span(at === choice ? '❯ ' : '  ', 'accent'),
      span(cut(text, room - 4), at === choice ? 'accent' : 'quiet'),
    ],
  );
  return [...said, ...completions].map((spans) => [span('  '), ...spans]);
}
