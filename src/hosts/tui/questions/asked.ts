import type { Answer, Kind, Question } from '../../../engine/contract.ts';
import { say, type Text } from '../../../engine/text.ts';
import { aboutLines, cardLines } from '../card.ts';
import { BLANK, type Line, paragraph } from '../lines.ts';
import { changesAt, rowAt, type View } from '../reduce.ts';

/** What the component of a kind of question is given. */
export interface Asked<K extends Kind> {
  view: View;
  question: Question<K>;
  answer(value: Answer<K>): void;
}

/** The card of the step that the question belongs to, if it belongs to one. */
export function stepLines(view: View, room: number): Line[] {
  const row = rowAt(view);
  return row ? cardLines(row, changesAt(view), room) : [];
}

/** The step without its changes: where the question says what to do. */
export function stepAboutLines(view: View, room: number): Line[] {
  const row = rowAt(view);
  return row ? aboutLines(row, room) : [];
}

export const messageLines = (message: Text, room: number): Line[] => [
  BLANK,
  ...paragraph(say(message), room, 'strong'),
];

export const complaintLines = (complaint: Text | undefined, room: number): Line[] =>
  complaint ? paragraph(`! ${say(complaint)}`, room, 'bad', 2) : [];
