import { leaving } from '../../engine/errors.ts';
import { problemWith } from '../../engine/questions.ts';
import { Secret } from '../../engine/secret.ts';
import type { Question } from '../../engine/step.ts';
import { say, type Text, t } from '../../text/text.ts';
import type { Talk } from './conversation.ts';

/** Asks for a password. It resolves only after the owner has kept the password. */
export async function askPassword(talk: Talk, question: Question<'password'>): Promise<Secret> {
  if (question.isGiven) return handOverGiven(talk, question);
  const ways = [
    { value: 'generate', label: t('Make one for me') },
    { value: 'type', label: t('Type my own') },
  ];
  for (;;) {
    const way = await talk.choose(question.message, ways, 'generate');
    try {
      return way === 'type' ? await typeTwice(talk, question) : await handOver(talk, question);
    } catch (error) {
      // Going back leads to the choice again, and so to another password.
      if (leaving(error) !== 'back') throw error;
    }
  }
}

async function handOver(talk: Talk, question: Question<'password'>): Promise<Secret> {
  const password = question.generate();
  const refused = problemWith(question, password);
  if (refused) talk.say(refused);
  talk.say(
    t(
      'This is the password. Save it in your password manager now. Rootlock sets it only after that.',
    ),
  );
  talk.show(password.reveal());
  await untilKept(talk, t('Type kept once it is in your password manager, or :back for another.'));
  return password;
}

/** There is no other one. */
async function handOverGiven(talk: Talk, question: Question<'password'>): Promise<Secret> {
  const secret = question.generate();
  talk.say(question.message);
  talk.show(secret.reveal());
  await untilKept(talk, t('Type kept once it is where it belongs. It will not be shown again.'));
  return secret;
}

async function untilKept(talk: Talk, how: Text): Promise<void> {
  talk.say(
    t(
      'Rootlock cannot clear it from this screen: clear the screen yourself once you have saved it.',
    ),
    how,
  );
  while (!['kept', say(t('kept'))].includes((await talk.readAfresh()).toLowerCase())) talk.say(how);
}

async function typeTwice(talk: Talk, question: Question<'password'>): Promise<Secret> {
  if (!talk.hides) {
    talk.say(t('This terminal cannot hide what you type: clear the screen yourself afterwards.'));
  }
  for (;;) {
    const typed = await talk.readHidden(t('Type the password.'));
    const password = new Secret(typed);
    const refused = problemWith(question, password);
    if (refused) {
      talk.say(refused);
      continue;
    }
    if ((await talk.readHidden(t('Type it once more.'))) === typed) return password;
    talk.say(t('The two passwords do not match. Start again.'));
  }
}
