import { Secret } from '../../../src/engine/secret.ts';
import type { Question } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { looked } from './asking.ts';
import { DARK, scan } from './scan-qr.ts';

export const SEED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const LABEL = 'AWS:jun@acme';
/** What a phone reads. */
export const URI = `otpauth://totp/${LABEL}?secret=${SEED}`;

const question: Question<'codes'> = {
  kind: 'codes',
  message: t('Add this key, then type two codes.'),
  label: LABEL,
  seed: new Secret(SEED),
  clock: () => 1_800_000_013_000,
  validate: ([first, second]) => {
    if (first === '000000') return t('That is not a code of this key.');
    if (second === first) return t('That is the same code again.');
    if (second !== '' && Number(second) !== Number(first) + 1) return t('Not one after the other.');
    return undefined;
  },
};

/** Asks for the codes of an app on a screen of its own. */
export async function enrolling(
  options: Parameters<typeof looked>[0] = {},
  given: Partial<Question<'codes'>> = {},
) {
  const screen = looked(options);
  const answer = screen.tui.ask('password-policy.codes', {
    step: 'password-policy',
    ...question,
    ...given,
  } as typeof question);
  answer.catch(() => undefined);
  await screen.shows('first code');
  const { columns = 80, rows: lines = 24 } = options;
  const read = (palette = DARK) => scan(screen.cells(), columns, lines, palette);
  return { ...screen, answer, read };
}
