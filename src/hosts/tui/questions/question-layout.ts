import type { Answer, Kind, Question } from '../../../engine/step.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { toldTogether } from '../../told-together.ts';
import type { Hint } from '../footer.ts';
import type { Body } from '../layout.ts';
import { BLANK, type Line, lineWidth, paragraph, type Span, span } from '../lines.ts';
import { changesAt, rowAt, type ViewState } from '../reduce.ts';
import {
  aboutLines,
  cardLines,
  changesLines,
  detailsLines,
  summaryLines,
  titleLines,
} from '../step-details.ts';

/** The properties of each question's component. */
export interface QuestionProps<K extends Kind> {
  view: ViewState;
  question: Question<K>;
  answer(value: Answer<K>): void;
}

/**
 * The middle of the screen for a question about a step: the step's details, and the question below it. If not all of it
 * fits, each change in a line of its own comes first, because Enter may make them, and the purpose after them if that
 * brings all of them on the screen.
 * `isOld`: the plan is not that of what is typed now.
 */
export function asking(
  view: ViewState,
  pinned: Line[],
  width: number,
  height: number,
  isOld = false,
): Body {
  const row = rowAt(view);
  if (!row) return { pinned };
  const { change, role } = view.open?.question ?? {};
  const isDanger = role === 'type-to-confirm' && change !== undefined;
  const changes = isDanger ? [change] : changesAt(view);
  const title = titleLines(row, width);
  const card = cardLines(row, width);
  const shade = (lines: Line[]) => (isOld ? lines.map(dimmed) : lines);
  const confirmed = isDanger ? confirmedLines(view, width) : [];
  const all = [...detailsLines(row, changes, width), ...confirmed];
  if (all.length + pinned.length <= height) {
    const below = all.slice(card.length);
    return { top: card, scroll: shade(below), planLines: below.length, pinned };
  }
  const plan = changesLines(changes, width);
  // How it is now costs less than a list of what the plan says again.
  if (confirmed.length === 0 && card.length + plan.length + pinned.length <= height) {
    return { top: card, scroll: shade(plan), planLines: plan.length, pinned };
  }
  // Those that belong together are one, which stands in its own words already.
  const isList = toldTogether(changes).length > 1;
  const brief = isList ? summaryLines(changes, width) : plan;
  const detailed = [BLANK, ...paragraph(t('In detail:'), width, 'strong'), ...plan];
  const rest = [...(isList ? detailed : []), ...confirmed];
  // How to undo a change may be out of sight.
  const needed = changes.map(({ undo: _, ...change }) => change);
  const planLines = isList ? brief.length : changesLines(needed, width).length;
  // One line says how many more there are.
  if (card.length + planLines + 1 + pinned.length <= height) {
    return { top: card, scroll: shade([...brief, ...rest]), planLines, pinned };
  }
  // The plan fits no screen, so Enter shows it again: the purpose costs nothing.
  if (
    title.length + planLines + 1 + pinned.length > height &&
    card.length + pinned.length + ROOM_TO_READ <= height
  ) {
    return { top: card, scroll: shade([...brief, ...rest]), planLines, pinned };
  }
  const about = aboutLines(row, width, changes).slice(title.length);
  const gap = planLines > 0 ? [BLANK] : [];
  return { top: title, scroll: shade([...brief, ...rest, ...gap, ...about]), planLines, pinned };
}

/** Fewer lines of a plan are hard to read. */
const ROOM_TO_READ = 6;

/** What the owner has confirmed before a change that cannot be undone. */
function confirmedLines({ doing }: ViewState, width: number): Line[] {
  const { changes = [], index = 0 } = doing ?? {};
  const confirmed = changes.slice(0, index).filter(({ kind }) => kind === 'attest');
  return confirmed.flatMap(({ summary }) => paragraph(`✓ ${say(summary)}`, width, 'good', 2));
}

const dimmed = (spans: Line): Line => spans.map(({ text }) => span(text, 'quiet'));

/** The step without its changes, for questions that say themselves what to do. */
export function stepAboutLines(view: ViewState, room: number): Line[] {
  const row = rowAt(view);
  return row ? aboutLines(row, room) : [];
}

/** The question itself, below a blank line. */
export const messageLines = (message: Text, room: number): Line[] => [
  BLANK,
  ...paragraph(message, room, 'strong'),
];

/** What is wrong with an answer. No line if nothing is. */
export const complaintLines = (complaint: Text | undefined, room: number): Line[] =>
  complaint ? paragraph(`! ${say(complaint)}`, room, 'bad', 2) : [];

/** In fewer lines, only the last line of the screen says what Enter does. */
const BUTTON_FROM = 14;

/** What Enter does, as it begins a line. */
export function button(does: Text, tone: 'button' | 'dangerButton' = 'button'): Span {
  const [first = '', ...rest] = say(does);
  return span(` Enter  ${first.toUpperCase()}${rest.join('')} `, tone);
}

/** What Enter does, as a filled button below a blank line, and other keys beside it if `width` has room for them. */
export function buttonLines(does: Text, height: number, others: Hint[] = [], width = 0): Line[] {
  const alone = [button(does)];
  const all = [...alone, ...others.flatMap(beside)];
  return height < BUTTON_FROM ? [] : [BLANK, lineWidth(all) > width ? alone : all];
}

/** How to leave the step out, for the place beside the button: nobody has to make what is not essential. */
export function skipHint(view: ViewState, key: 's' | 'Ctrl-S'): Hint[] {
  const isLeaving = view.open?.question.role === 'leave';
  const level = isLeaving ? 'essential' : (rowAt(view)?.level ?? 'essential');
  return level === 'essential' ? [] : [[key, t('skip')]];
}

const beside = ([key, does]: Hint): Line => [
  span('   '),
  span(key, 'key'),
  span(`  ${say(does)}`, 'quiet'),
];
