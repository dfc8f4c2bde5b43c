import type { Setting } from '../../../review/page.ts';
import type { Tab } from '../../../review/session.ts';
import { cut, fit, widthOf } from '../../../text/columns.ts';
import { plain, say, t } from '../../../text/text.ts';
import { textOf } from '../edit.ts';
import type { Place } from '../layout.ts';
import { BLANK, type Line, line, paragraph, span } from '../lines.ts';
import { fieldLine } from '../questions/field-line.ts';
import type { Mode } from './review-view.ts';
import { completionsOf } from './settings-keys.ts';

/** What is set stands beside its title, unless that leaves less room. */
const LEAST = 16;

/**
 * The settings of a page, one a line, in `height` lines around the current one. The one that is typed has its field, and below it
 * what may stand there.
 */
export function settingsLines(
  tab: Tab,
  mode: Extract<Mode, { name: 'settings' }>,
  room: number,
  height: number,
): { lines: Line[]; cursor?: Place } {
  const settings = tab.page?.settings ?? [];
  const widest = Math.max(0, ...settings.map(({ title }) => widthOf(say(title))));
  const width = Math.min(widest, room - 4 - LEAST);
  const lines: Line[] = [line(say(t('Settings of this page')), 'strong'), BLANK];
  let current = 0;
  let column: number | undefined;
  for (const [at, setting] of settings.entries()) {
    const isHere = at === mode.at;
    if (isHere) current = lines.length;
    const value = tab.settings[setting.id];
    const meant = value === undefined ? undefined : setting.means?.(value);
    lines.push([
      span(isHere ? '❯ ' : '  ', 'accent'),
      span(fit(say(setting.title), width), isHere ? 'accent' : undefined),
      value === undefined
        ? span(`  ${say(setting.hint)}`, 'quiet')
        : span(`  ${say(t('{value}', { value }))}`, 'strong'),
      ...(meant ? [span(`  ${say(meant)}`, 'quiet')] : []),
    ]);
    if (!isHere || !mode.field) continue;
    const field = fieldLine(mode.field, room - 6);
    current = lines.length;
    column = field.column + 2;
    lines.push([span('  '), ...field.shown], ...belowField(setting, tab.seen, mode, room));
  }
  const start = Math.max(0, Math.min(current - Math.floor(height / 2), lines.length - height));
  return {
    lines: lines.slice(start, start + height),
    ...(column !== undefined && { cursor: { x: column, y: current - start } }),
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
  const texts = field ? completionsOf(setting, seen, field) : [];
  const widest = Math.max(0, ...texts.map((text) => widthOf(plain(text))));
  const completions = texts.map((text, at): Line => {
    const meant = setting.means?.(text);
    const said = meant ? `${fit(plain(text), widest)}  ${say(meant)}` : plain(text);
    return [
      span(at === choice ? '❯ ' : '  ', 'accent'),
      span(cut(said, room - 4), at === choice ? 'accent' : 'quiet'),
    ];
  });
  return [...said, ...completions].map((spans) => [span('  '), ...spans]);
}
