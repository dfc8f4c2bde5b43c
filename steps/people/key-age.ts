import type { Look, Question, Text } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';

/** Days. CIS says 90, the Korean guides 90 or 180. */
export const RENEWED_AFTER = [90, 180] as const;

/** After how many days the owner wants keys to be renewed, once they have said so for the account. */
export function agreedDays(look: Pick<Look, 'known'>): number | undefined {
  const answer = look.known('old-credentials.days');
  return RENEWED_AFTER.find((days) => String(days) === answer);
}

/** Asks for it, as the answers are kept. */
export const daysQuestion = (message: Text): Question<'select'> => ({
  kind: 'select',
  message,
  initial: String(RENEWED_AFTER[0]),
  choices: RENEWED_AFTER.map((days) => ({ value: String(days), label: t('{days}', { days }) })),
});
