import { problemWith } from '../../engine/questions.ts';
import type { Question } from '../../engine/step.ts';
import { t } from '../../text/text.ts';
import { keyGroups, secondsToNextCode } from '../sentences.ts';
import type { Talk } from './conversation.ts';

/** Asks for two codes of an MFA device. The key is shown as text, because a screen reader cannot read a QR code. */
export async function askCodes(talk: Talk, question: Question<'codes'>): Promise<[string, string]> {
  const { message, label, seed, clock, simulate } = question;
  talk.say(message);
  if (seed) {
    talk.say(
      t('In your authenticator app, add an account with a setup key, time-based.'),
      t('Name: {label}', { label }),
      t('Key, without the spaces:'),
    );
    talk.show(keyGroups(seed.reveal()));
    talk.say(
      t(
        'Rootlock cannot clear it from this screen: clear the screen yourself once you have saved it.',
      ),
    );
  } else {
    talk.say(t('Device: {label}', { label }));
  }
  if (simulate) talk.say(t('Practice: type :practice and it is done.'));

  const wait = () => t('A new code comes in {seconds} s.', { seconds: secondsToNextCode(clock()) });
  const check = (first: string, second: string) => {
    const refused = problemWith(question as Question, [first, second]);
    if (refused) talk.say(refused);
    return refused === undefined;
  };
  for (;;) {
    talk.say(t('Type the code that you see now.'));
    const first = digits(await talk.read());
    if (!check(first, '')) continue;
    const remark = question.remark?.([first, '']);
    if (remark) talk.say(remark);
    talk.say(t('Now type the next code. Press Enter alone to start over.'), wait());
    // The first code may have become too old meanwhile: then ask for both again.
    for (let second = digits(await talk.read()); second; second = digits(await talk.read())) {
      if (check(first, second)) return [first, second];
      if (problemWith(question as Question, [first, ''])) break;
      talk.say(wait());
    }
  }
}

/** Removes blanks and hyphens: apps show codes in two groups. */
const digits = (typed: string): string => typed.replace(/[\s-]/g, '');
