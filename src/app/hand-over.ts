import type { Terminal } from '../cli/terminal.ts';
import type { RunContext } from '../engine/step.ts';
import { practiceText } from '../text/address.ts';
import { sayIn, type Text, t } from '../text/text.ts';

/** Whoever reads it may speak another language than the owner, so each is called as its readers call it. */
const LANGUAGES = { en: 'English', ko: '한국어' } as const;

/**
 * Shows a text for the owner to send, in the language of whoever it is for.
 *
 * @throws Leave if the owner leaves a question
 */
export async function handOver(
  note: Text[],
  { host, account }: Pick<RunContext, 'host' | 'account'>,
  { language: own, languageOf }: Terminal,
): Promise<void> {
  const chosen = await host.ask('hand-over.language', {
    kind: 'select',
    role: 'subject',
    message: t(
      'All done. Now the text to send to them: how they sign in, without the password. In which language?',
    ),
    initial: own,
    choices: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label: { en: label } })),
  });
  const language = await languageOf(chosen === 'ko' ? 'ko' : 'en');
  await host.ask('hand-over.note', {
    kind: 'note',
    role: 'subject',
    message: t('The text to send. Nothing in it is secret: the password goes another way.'),
    // In practice, no address may lead to the real AWS.
    lines: note.map((text) => sayIn(language, account.practice ? practiceText(text) : text)),
  });
}
