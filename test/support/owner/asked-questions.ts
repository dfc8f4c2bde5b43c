import { identify } from '../../../src/auth/identity.ts';
import { connect } from '../../../src/aws/connection.ts';
import type { Change, Event, Host, Question, Row, RunContext } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { owner } from '../../../src/practice/owner/practice-owner.ts';
import { type Credentials, createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { steps } from '../../../steps/index.ts';
import { memoryBook } from '../engine/memory-book.ts';
import { placeOf, wordsOn } from './words-on-terminal.ts';

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
export async function visitIn(words: string): Promise<[string, Change] | undefined> {
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
  const file = `steps/${id.split('.')[0]}.ts`;
  const { kind, initial, example } = question;
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
