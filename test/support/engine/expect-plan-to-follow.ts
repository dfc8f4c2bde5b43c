import { expect } from 'vitest';
import { problemWith, type Question } from '../../../src/engine/questions.ts';

/** Each text question takes one of them besides its default. */
const TEXTS = ['zed', 'zed@example.com', '+821012345678', 'ReadOnlyAccess'];

/** Expects that the plan beside a question changes with the answer, before there is one. */
export function expectPlanToFollow(id: string, question: Question): void {
  const { preview } = question as Question<'text'>;
  const answers = answersTo(question).filter((answer) => !problemWith(question, answer));
  // Those that lead on may differ only in what is asked next.
  const leadOn = question.kind === 'select' && answers.every((one) => question.leadsOn?.(`${one}`));
  if (!preview || answers.length < 2 || leadOn) return;
  const plans = answers.map((answer) => JSON.stringify(preview.changesFor(answer as string)));
  expect(new Set(plans).size, `plans of ${answers} for ${id}`).toBeGreaterThan(1);
}

function answersTo(question: Question): unknown[] {
  switch (question.kind) {
    case 'confirm':
      return [true, false];
    case 'number':
      return [question.initial, question.min, question.max];
    case 'select':
      return question.choices.map(({ value }) => value);
    case 'text':
      return [...new Set([question.initial ?? question.example, ...TEXTS])];
    default:
      return [];
  }
}
