import { identify } from '../../../src/auth/identity.ts';
import { connect } from '../../../src/aws/connection.ts';
import type { Change, Event, Host, Question, Row, RunContext } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { owner } from '../../../src/practice/owner/practice-owner.ts';
import { type Credentials, createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { Text } from '../../../src/text/text.ts';
import { steps } from '../../../steps/index.ts';
import { memoryBook } from '../engine/memory-book.ts';
import { placeOf, says, wordsOn } from './words-on-terminal.ts';

/** What the owner of a new account is asked, without what all steps ask alike. */
export interface Asked {
  /** By id, `billing-alerts.addresses` for instance. */
  questions: Map<string, Question>;
  /** What only the owner can do or attest, by the id of the question for it. */
  visits: Map<string, Change>;
  /** As the first look at the account found them. */
  rows: Row[];
}

let asked: Promise<Asked> | undefined;

/** Secures a practice account in this process, once. If that fails, what was asked until then is given. */
export const askedQuestions = (): Promise<Asked> => {
  asked ??= secureAndListen();
  return asked;
};

async function secureAndListen(): Promise<Asked> {
  const practice = createPracticeAccount({ ...freshAccount(), evidenceDelay: 0 });
  const found: Asked = { questions: new Map(), visits: new Map(), rows: [] };
  const emit = (event: Event) => {
    if (event.type !== 'rows') return;
    if (found.rows.length === 0) found.rows = event.rows;
    for (const { id, changes } of event.rows) {
      for (const change of changes) {
        if ('id' in change) found.visits.set(`${id}.${change.id}`, change);
      }
    }
  };
  const answering = owner({ emit, ask: () => Promise.reject(new Error('asked')) }, practice);
  const host: Host = {
    emit: answering.emit,
    ask(id, question, until) {
      found.questions.set(id, question as Question);
      return answering.ask(id, question, until);
    },
  };
  const contextOf = async (credentials: Credentials): Promise<RunContext> => {
    const config = { credentials: async () => credentials, region: 'us-east-1' };
    const { reads, send } = connect(
      { ...config, install: practice.install },
      { sleep: async () => undefined },
    );
    return {
      host,
      account: { ...(await identify(reads(), credentials)), region: 'us-east-1', practice: true },
      reads,
      send,
      answerStore: memoryBook(),
      signal: new AbortController().signal,
      interactive: false,
      skip: new Set(),
      signIn: async () => undefined,
      sleep: async () => undefined,
    };
  };
  try {
    const asRoot = await contextOf(practice.credentials);
    // The last step takes root's keys away, in one way as root and in another as the administrator.
    await walk(await survey(steps.slice(0, -1), asRoot));
    const [administrator] = practice.state.users;
    if (administrator) await survey(steps, await contextOf(practice.signIn(administrator.id)));
    await walk(await survey(steps, asRoot));
  } catch {
    // The test that secures a practice account says why.
  }
  return found;
}

/** The text or number that these words ask for: its id, and the question as a new account's owner is asked it. */
export const questionIn = async (words: string): Promise<[string, Question] | undefined> => {
  const { questions } = await askedQuestions();
  const fields = [...questions].filter(([, { kind }]) => kind === 'text' || kind === 'number');
  return longestIn(words, fields, ({ message }) => message);
};

/** What these words have the owner do elsewhere: the id of the question, and the change. */
export const visitIn = async (words: string): Promise<[string, Change] | undefined> =>
  longestIn(words, [...(await askedQuestions()).visits], ({ summary }) => summary);

/** For a test that waits in vain: which question nobody answered, if that is what the screen shows. */
export async function hintAbout(screen: string): Promise<string> {
  const all = [...(await askedQuestions()).questions];
  const words = wordsOn(screen);
  // Every step has changes to confirm: which one asks cannot be told by the words.
  const isOneOfMany = (en: string) => all.filter(([, { message }]) => message.en === en).length > 1;
  const [found] = all
    .filter(([, { message }]) => says(words, message) && !isOneOfMany(message.en))
    .sort(([, a], [, b]) => placeOf(words, b.message) - placeOf(words, a.message));
  if (!found) return '';
  const [id, { kind, initial, example }] = found;
  const file = `steps/${id.split('.')[0]}.ts`;
  if (kind !== 'text' || initial !== undefined) return `Nobody answered "${id}" of ${file}. `;
  return example === undefined
    ? `Nobody answered "${id}": give it an example in ${file}. `
    : `Nobody answered "${id}", whose example in ${file} is ${JSON.stringify(example)}. `;
}

/** A short sentence may be part of a longer one. */
const longestIn = <T>(
  words: string,
  all: [string, T][],
  textOf: (one: T) => Text,
): [string, T] | undefined =>
  all
    .filter(([, one]) => says(words, textOf(one)))
    .sort(([, a], [, b]) => textOf(b).en.length - textOf(a).en.length)[0];
