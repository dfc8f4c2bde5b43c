import type { Page, Setting } from '../../../review/page.ts';
import { edit, type Field, offered, textOf } from '../edit.ts';
import { type InputEvent, isKey, letterOf } from '../input-events.ts';
import { moveTo } from './move-to.ts';
import type { Mode, Outcome, ReviewView, Sight } from './review-view.ts';

type Settings = Extract<Mode, { name: 'settings' }>;

/** As many completions are shown, and can be chosen. */
const COMPLETIONS = 6;

/** The last word of what is typed: values that are lists are completed word by word. */
const lastWord = (typed: string): string => /[^\s,]*$/.exec(typed)?.[0] ?? '';

/** What typing completes. A value that stands there until something is typed is replaced as a whole. */
const typedIn = (field: Field): string => (field.fresh ? '' : textOf(field));

/**
 * What may follow, best first: what begins like the last word, then what contains it. While nothing is typed, that is all but
 * the value that stands there.
 */
export function completionsOf(setting: Setting<unknown>, seen: unknown, field: Field): string[] {
  const word = lastWord(typedIn(field)).toLowerCase();
  const set = lastWord(textOf(field)).toLowerCase();
  const found: { choice: string; rank: number }[] = [];
  for (const choice of setting.choices?.(seen) ?? []) {
    const at = choice.toLowerCase().indexOf(word);
    if (at >= 0 && choice.toLowerCase() !== set) found.push({ choice, rank: Math.min(at, 1) });
  }
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, COMPLETIONS)
    .map(({ choice }) => choice);
}

/** What is typed, with its last word replaced. */
function completed(field: Field, choice: string): string {
  const typed = typedIn(field);
  return typed.slice(0, typed.length - lastWord(typed).length) + choice;
}

const settingAt = (page: Page | undefined, at: number): Setting<unknown> | undefined =>
  page?.settings?.[at];

/** Keys of the settings: a list of them, of which one is typed at a time. */
export function settingsKey(
  view: ReviewView,
  mode: Settings,
  input: InputEvent,
  { tab, pageSize }: Sight,
): Outcome {
  const { page } = tab;
  const setting = settingAt(page, mode.at);
  if (!setting) return [{ ...view, mode: { name: 'table' } }];
  if (mode.field) return typingKey(view, { ...mode, field: mode.field }, input, setting, tab.seen);
  const last = (page?.settings ?? []).length - 1;
  const at = moveTo(input, mode.at, last, pageSize);
  if (at !== undefined) return [{ ...view, mode: { ...mode, at } }];
  if (isKey(input, 'enter')) {
    const field = offered(tab.settings[setting.id]);
    return [{ ...view, mode: { ...mode, field } }];
  }
  if (isKey(input, 'escape', 'left', 'backTab')) return leave(view, mode.from, tab.isLooking);
  return letterOf(input) === 'q' ? [view, { type: 'quit' }] : [view];
}

/** Back to the row that was open, or to the table. The row is opened once the page was looked at. */
function leave(view: ReviewView, from: string | undefined, isLooking: boolean): Outcome {
  if (from === undefined) return [{ ...view, mode: { name: 'table' } }];
  const opened: ReviewView = { ...view, mode: { name: 'detail', key: from, scroll: 0 } };
  return isLooking ? [opened] : [opened, { type: 'open-row', key: from }];
}

function typingKey(
  view: ReviewView,
  mode: Settings & Required<Pick<Settings, 'field'>>,
  input: InputEvent,
  setting: Setting<unknown>,
  seen: unknown,
): Outcome {
  const { field, choice } = mode;
  const { field: _field, choice: _choice, isTried: _isTried, ...closed } = mode;
  const typed = textOf(field);
  const completions = completionsOf(setting, seen, field);
  const to = (next: Settings): Outcome => [{ ...view, mode: next }];
  const filled = (text: string): Outcome =>
    to({ ...closed, field: { before: text, after: '', fresh: false } });
  if (isKey(input, 'escape', 'backTab')) return to(closed);
  if (isKey(input, 'down') && completions.length > 0) {
    return to({ ...mode, choice: Math.min(completions.length - 1, (choice ?? -1) + 1) });
  }
  if (isKey(input, 'up')) {
    const { choice: _, ...typing } = mode;
    return to(choice ? { ...mode, choice: choice - 1 } : typing);
  }
  const chosen = completions[choice ?? 0];
  if (isKey(input, 'tab')) return chosen === undefined ? [view] : filled(completed(field, chosen));
  if (isKey(input, 'enter')) {
    // A completion that is chosen is taken first, and seen before it is set.
    if (choice !== undefined && chosen !== undefined) return filled(completed(field, chosen));
    const value = typed.trim();
    if (value !== '' && setting.problemWith?.(value)) return to({ ...mode, isTried: true });
    const [next] = closed.from === undefined ? to(closed) : leave(view, closed.from, true);
    return [next, { type: 'set', setting: setting.id, value }];
  }
  const edited = edit(field, input);
  if (!edited) return [view];
  const { choice: _, ...rest } = mode;
  return to({ ...rest, field: edited });
}
