import { Blocked } from '../engine/errors.ts';
import type { Answer, Change, Event, Host, Kind, Question, Text } from '../engine/step.ts';
import { t } from '../text/text.ts';

interface Headless {
  emit(event: Event): void;
  /** By question id. `account: true` if the answers file names the account that is signed in to. */
  answers: Record<string, unknown>;
  yes: boolean;
}

/**
 * A host without an owner. The answers file answers a question; if it does not, `yes` takes the default; else the question is
 * refused. A question that needs the owner's hands (a password, codes, the console) is always refused, and only the file
 * answers a danger question. The presence of an answers file confirms changes without danger mark, also without `yes`.
 */
export function headlessHost({ emit, answers, yes }: Headless): Host {
  let shown: Change[] = [];
  return {
    emit(event) {
      if (event.type === 'doing') shown = event.changes;
      emit(event);
    },
    async ask<K extends Kind>(id: string, question: Question<K>): Promise<Answer<K>> {
      const { change } = question as Question;
      if (change?.kind === 'attest' && change.answered) return true as Answer<K>;
      if (needsHands(question as Question)) throw needsOwner(question.message);
      // Refuse an exchange before its first call, and a command before it runs: nobody is here to finish it.
      const hands = shown.find(
        (one) => one.kind === 'local' || (one.kind === 'exchange' && !one.asksNobody),
      );
      if (question.role === 'confirm' && hands) throw needsOwner(hands.summary);
      const answer = answerTo(id, question as Question, answers, yes);
      if (answer === undefined) throw unanswered(id, question as Question);
      return answer as Answer<K>;
    },
  };
}

/** The ids of the questions that lack an answer. Questions that need hands are left out: no file can answer them. */
export const unansweredQuestions = (
  questions: [id: string, question: Question][],
  answers: Record<string, unknown>,
  yes: boolean,
): string[] =>
  questions
    .filter(
      ([id, question]) =>
        !needsHands(question) && answerTo(id, question, answers, yes) === undefined,
    )
    .map(([id]) => id);

const needsHands = ({ kind }: Question): boolean =>
  ['secret', 'password', 'codes', 'visit', 'note', 'command'].includes(kind);

function answerTo(
  id: string,
  question: Question,
  answers: Record<string, unknown>,
  yes: boolean,
): unknown {
  if (Object.hasOwn(answers, id)) return answers[id];
  if (question.danger) return undefined;
  if (question.role === 'confirm' && Object.keys(answers).length > 0) return true;
  return yes || question.defaultSuffices ? question.initial : undefined;
}

const needsOwner = (message: Text): Blocked =>
  new Blocked(t('You have to do this in a terminal: {message}', { message }), [
    t('Run Rootlock in a terminal. It continues from here.'),
  ]);

function unanswered(id: string, question: Question): Blocked {
  const value = t('Add "{id}" with your answer to the answers file.', { id });
  const hasDefault = question.initial !== undefined && !question.danger;
  return new Blocked(
    t('Nobody can answer "{id}" here: {message}', { id, message: question.message }),
    [hasDefault ? t('{value} Or accept the default with --yes.', { value }) : value],
  );
}
