import { APPLY_KEY, type Kind, questionId, SESSION_KEY, TYPED_KEY } from '../engine/questions.ts';
import type { Step } from '../engine/step.ts';
import { shortened, type Text, t } from '../text/text.ts';

/** Each step may ask these, besides its own questions. */
const OF_EACH_STEP: Record<string, Kind> = { [APPLY_KEY]: 'confirm', [TYPED_KEY]: 'text' };

/**
 * Returns what is wrong with the answers of a file to these steps, as far as the account need not be known for it. A mistyped id would
 * otherwise go unnoticed until the run lacks its answer, or takes the default.
 */
export function problemWithAnswers(
  answers: Record<string, unknown>,
  steps: Step[],
): Text | undefined {
  for (const [id, value] of Object.entries(answers)) {
    const problem = problemWithAnswer(id, value, steps);
    if (problem) return problem;
  }
  return undefined;
}

function problemWithAnswer(id: string, value: unknown, steps: Step[]): Text | undefined {
  const step = steps.find((one) => id === one.id || id.startsWith(questionId(one.id, '')));
  if (!step) return strayStep(id, steps);
  if (id === questionId(step.id, SESSION_KEY)) {
    return t('"{id}" is no answer: only a sign-in in the browser shows it. Leave it out.', { id });
  }
  const kinds = kindsOf(step);
  const kind = kinds.get(id) ?? [...kinds].find(([key]) => isOneOf(key, id))?.[1];
  return kind ? problemOfShape(id, kind, value) : strayKey(id, [...kinds.keys()]);
}

/** `group.*` stands for a question about each of several. */
const isOneOf = (key: string, id: string): boolean =>
  key.endsWith('.*') && id.length >= key.length && id.startsWith(key.slice(0, -1));

/** The kind of each question of a step that a file can answer, by id. */
const kindsOf = (step: Step): Map<string, Kind> =>
  new Map(
    Object.entries({ ...step.mayAsk, ...OF_EACH_STEP }).map(([key, kind]) => [
      questionId(step.id, key),
      kind,
    ]),
  );

function strayStep(id: string, steps: Step[]): Text {
  const ids = steps.map((step) => step.id);
  return t('"{stray}" belongs to no step. Possible ids: {ids}.', {
    stray: short(id),
    ids: ids.join(', '),
  });
}

function strayKey(id: string, ids: string[]): Text {
  return t('"{stray}" answers no question of this step. Possible ids: {ids}.', {
    stray: short(id),
    ids: ids.join(', '),
  });
}

/** Every id is shorter than this, so only nonsense is cut. */
export const short = (id: string): string => shortened(id, 60);

function problemOfShape(id: string, kind: Kind, value: unknown): Text | undefined {
  switch (kind) {
    case 'number':
      return typeof value === 'number'
        ? undefined
        : t('"{id}" must be a number, without quotes.', { id });
    case 'confirm':
      return typeof value === 'boolean'
        ? undefined
        : t('"{id}" must be true or false, without quotes.', { id });
    default:
      return typeof value === 'string' ? undefined : t('"{id}" must be text in quotes.', { id });
  }
}
