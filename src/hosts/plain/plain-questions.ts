import { numberText, problemWith, rangeOf } from '../../engine/questions.ts';
import { Secret } from '../../engine/secret.ts';
import type { Answer, Kind, Question } from '../../engine/step.ts';
import { shellLine } from '../../text/shell-quote.ts';
import { say, t } from '../../text/text.ts';
import { askCodes } from './codes.ts';
import { OPEN, opensHere, type Talk } from './conversation.ts';
import { askPassword } from './password.ts';

type Asks = { [K in Kind]: (talk: Talk, question: Question<K>) => Promise<Answer<K>> };

/** Asks each kind of question in sentences. A refused answer is explained and asked for again. */
export const asks: Asks = {
  async confirm(talk, question) {
    const { danger, initial } = question;
    // A danger question asks for the whole word, so that a habit cannot agree to it.
    const how = danger
      ? t('Type the whole word yes to agree, or no.')
      : t('Type yes or no. Enter means {answer}.', { answer: initial ? t('yes') : t('no') });
    talk.say(question.message, how);
    for (;;) {
      const typed = (await talk.read()).toLowerCase();
      const answer = typed === '' && !danger ? initial : yesOrNo(typed, danger === true);
      const refused = answer === undefined ? how : problemWith(question, answer);
      if (answer !== undefined && !refused) return answer;
      if (refused) talk.say(refused);
    }
  },

  async number(talk, question) {
    const { message, danger, initial } = question;
    talk.say(message, t('{range}.', { range: rangeOf(question) }));
    if (!danger)
      talk.say(t('Press Enter to accept {value}.', { value: numberText(initial, question) }));
    for (;;) {
      const typed = await talk.read();
      const preset = danger ? Number.NaN : initial;
      const value = typed === '' ? preset : Number(typed);
      const refused = problemWith(question, value);
      if (!refused) return value;
      talk.say(refused);
    }
  },

  async select(talk, question) {
    const { message, choices, initial } = question;
    for (;;) {
      const value = await talk.choose(message, choices, initial);
      const refused = problemWith(question, value);
      if (!refused) return value;
      talk.say(refused);
    }
  },

  async text(talk, question) {
    const preset = question.danger ? undefined : question.initial;
    talk.say(question.message);
    if (preset) talk.say(t('Press Enter to accept {value}.', { value: preset }));
    // An empty default is offered by the question's own words.
    if (preset === undefined) talk.say(t('Type it, or type {words}.', { words: talk.leaving }));
    for (;;) {
      const value = (await talk.read()) || (preset ?? '');
      const refused = problemWith(question, value);
      if (!refused) return value;
      talk.say(refused);
    }
  },

  async secret(talk, question) {
    if (!talk.hides) {
      talk.say(t('This terminal cannot hide what you type: clear the screen yourself afterwards.'));
    }
    for (let asked = question.message; ; ) {
      const typed = (await talk.readHidden(asked)).trim();
      const refused = typed ? problemWith(question, new Secret(typed)) : t('Paste or type it.');
      if (!refused) return new Secret(typed);
      asked = refused;
    }
  },

  async command(talk, { message, argv }) {
    talk.say(message);
    talk.show(`$ ${shellLine(argv)}`);
    do talk.say(t('Press Enter to run it. Rootlock continues when it ends.'));
    while ((await talk.read()) !== '');
    return talk.runInTerminal(argv);
  },

  password: askPassword,
  codes: askCodes,

  async note(talk, { message, lines }) {
    talk.say(message);
    for (const line of lines) talk.show(line);
    do talk.say(t('Press Enter to go on.'));
    while ((await talk.read()) !== '');
    return true;
  },

  async visit(talk, question) {
    const { message, url, page, privately, elsewhere, simulate } = question;
    const { first = [], instructions } = question;
    if (talk.again) {
      talk.say(talk.again);
    } else {
      if (simulate) {
        talk.say(t('Practice: type :practice and it is done. Do not open the real page.'));
      }
      talk.say(message);
      const open = privately
        ? t('Open {page} in a private window: elsewhere you stay signed in.', { page })
        : elsewhere
          ? t('Open {page} in any browser.', { page })
          : t('Open {page} in your browser.', { page });
      for (const [at, text] of [...first, open, ...instructions].entries()) {
        talk.say(t('{number}. {text}', { number: at + 1, text }));
      }
      talk.show(url);
      if (opensHere(question)) talk.say(OPEN);
    }
    do talk.say(t('Press Enter once it is done, or type {words}.', { words: talk.leaving }));
    while ((await talk.read()) !== '');
    return true;
  },
};

/** Understands English and the owner's language. A danger question does not accept a short yes. */
function yesOrNo(typed: string, danger: boolean): boolean | undefined {
  if (['no', 'n', say(t('no'))].includes(typed)) return false;
  if (['yes', say(t('yes'))].includes(typed)) return true;
  return typed === 'y' && !danger ? true : undefined;
}
