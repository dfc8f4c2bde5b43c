import type { Question } from '../../../src/engine/step.ts';
import { askedQuestions, type Visit } from './asked-questions.ts';
import { placeOf, wordsOn } from './words-on-terminal.ts';

/**
 * The text or number that these words ask for, by their last sentence: its id, and the question as the owner of a new account
 * is asked it.
 */
export async function questionIn(words: string): Promise<[string, Question] | undefined> {
  const { questions } = await askedQuestions();
  const fields = [...questions].filter(([, { kind }]) => kind === 'text' || kind === 'number');
  return lastIn(words, fields);
}

/** What these words have the owner do elsewhere, by their first sentence: the id of the question, and the change. */
export async function visitIn(words: string): Promise<[string, Visit] | undefined> {
  const found = [...(await askedQuestions()).visits].flatMap(([id, change]) => {
    const { summary } = change;
    const place = placeOf(words, summary);
    return place ? [{ id, change, start: place.start, length: summary.en.length }] : [];
  });
  const [first] = found.sort((a, b) => a.start - b.start || b.length - a.length);
  return first && [first.id, first.change];
}

/** For a test that waits in vain: which question nobody answered, if that is what the screen shows. */
export async function hintAbout(screen: string): Promise<string> {
  const all = [...(await askedQuestions()).questions];
  // Every step has changes to confirm: the words do not tell which one asks.
  const isOneOfMany = (en: string) => all.filter(([, { message }]) => message.en === en).length > 1;
  const named = all.filter(([, { message }]) => !isOneOfMany(message.en));
  const [id, question] = lastIn(wordsOn(screen), named) ?? [];
  if (id === undefined || !question) return '';
  const { kind, initial, example, step } = question;
  const file = `steps/${step}.ts`;
  if (kind !== 'text' || initial !== undefined) return `Nobody answered "${id}" of ${file}. `;
  return example === undefined
    ? `Nobody answered "${id}": give it an example in ${file}. `
    : `Nobody answered "${id}", whose example in ${file} is ${JSON.stringify(example)}. `;
}

/** The last of these questions among the words. A short sentence may be the end of a longer one. */
function lastIn(words: string, all: [string, Question][]): [string, Question] | undefined {
  const found = all.flatMap(([id, question]) => {
    const { message } = question;
    const place = placeOf(words, message);
    return place ? [{ id, question, end: place.end, length: message.en.length }] : [];
  });
  const [last] = found.sort((a, b) => b.end - a.end || b.length - a.length);
  return last && [last.id, last.question];
}
