import type { Answer, Kind, Question } from '../../../engine/step.ts';
import { say, type Text } from '../../../text/text.ts';
import type { Body } from '../layout.ts';
import { BLANK, type Line, paragraph } from '../lines.ts';
import { changesAt, rowAt, type ViewState } from '../reduce.ts';
import { aboutLines, cardLines, detailsLines, titleLines } from '../step-details.ts';

/** The properties of each question's component. */
export interface QuestionProps<K extends Kind> {
  view: ViewState;
  question: Question<K>;
  answer(value: Answer<K>): void;
}

/** In fewer lines, nobody can read a plan. */
const LEAST = 4;

/**
 * The middle of the screen for a question about a step: the step's details, and the question below it. If not all of it
 * fits, the purpose and the price stay and the plan scrolls. In very few lines, the title alone stays.
 */
export function asking(view: ViewState, pinned: Line[], width: number, height: number): Body {
  const row = rowAt(view);
  if (!row) return { pinned };
  const changes = changesAt(view);
  const title = titleLines(row, width);
  const card = cardLines(row, width);
  const all = detailsLines(row, changes, width);
  const top = card.length + LEAST + pinned.length <= height ? card : title;
  return { top, scroll: all.slice(top.length), pinned };
}

/** The step without its changes, for questions that say themselves what to do. */
export function stepAboutLines(view: ViewState, room: number): Line[] {
  const row = rowAt(view);
  return row ? aboutLines(row, room) : [];
}

export const messageLines = (message: Text, room: number): Line[] => [
  BLANK,
  ...paragraph(message, room, 'strong'),
];

export const complaintLines = (complaint: Text | undefined, room: number): Line[] =>
  complaint ? paragraph(`! ${say(complaint)}`, room, 'bad', 2) : [];
