import { proposal } from '../../../src/practice/owner/practice-owner.ts';
import { steps } from '../../../steps/index.ts';
import { askedQuestions } from './asked-questions.ts';

/** What an answers file must hold: the examples of all questions without a default. */
export async function exampleAnswers(): Promise<Record<string, unknown>> {
  const { questions } = await askedQuestions();
  const open = [...questions].filter(
    ([, { kind, initial, danger }]) => kind === 'text' && initial === undefined && !danger,
  );
  return Object.fromEntries(open.map(([id, question]) => [id, proposal(id, question)]));
}

/** The steps that an answers file and `--yes` can secure: all that they and what they need change is made by API calls. */
export async function unattendedSteps(): Promise<string[]> {
  const { rows } = await askedQuestions();
  const done: string[] = [];
  for (const { id, needs = [] } of steps) {
    const changes = rows.find((row) => row.id === id)?.changes ?? [];
    const isAlone = changes.every(({ kind, offerId }) => kind === 'call' || offerId);
    if (isAlone && needs.every((need) => done.includes(need))) done.push(id);
  }
  return done;
}
