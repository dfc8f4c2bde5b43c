import { isOurs } from '../../engine/change.ts';
import type { Account, Change, Event, Question, Row, Sent } from '../../engine/step.ts';
import { say, type Text, t } from '../../text/text.ts';
import { headingAt, listSentences } from '../chapters.ts';
import {
  accountSentence,
  changeSentences,
  costWords,
  ended,
  fixSentences,
  lookFailed,
  rowSentence,
  rowsSentences,
  stateWords,
  titleWithLevel,
  withoutRepeatedUndo,
} from '../sentences.ts';
import { costSentence, countSentence } from '../summary.ts';
import { toldTogether } from '../told-together.ts';
import type { Choice } from './conversation.ts';

/** Rootlock looks for a console change every few seconds, and says so at once, then after one, two, four minutes. */
const SAY_EVERY = 12;

const NOT_YET = t('Not there yet.');

const isPowerOfTwo = (n: number): boolean => n >= 1 && Number.isInteger(Math.log2(n));

/** Says events in sentences. It repeats a step's sentence only after the sentence has changed. */
export class Telling {
  /** The changes that the next question is about. */
  shown: Change[] = [];
  /** What is said of a console change that the owner has made, and that the last look has not found. */
  notYet = NOT_YET;
  readonly #write: (sentence: string | Text) => void;
  readonly #verbose: boolean;
  readonly #said = new Map<string, string>();
  #rows: Row[] = [];
  #step = '';
  #chapter = '';

  constructor(write: (sentence: string | Text) => void, verbose: boolean) {
    this.#write = write;
    this.#verbose = verbose;
  }

  emit(event: Event): void {
    if (event.type === 'account') this.#tellAccount(event.account);
    else if (event.type === 'rows') this.#tellRows(event);
    else if (event.type === 'doing') this.#tellDoing(event);
    else if (event.type === 'sent' && this.#verbose) this.#tell(sentSentence(event.sent));
  }

  /** Introduces the step of the next question, once. */
  enter(step: string): void {
    const row = this.#rows.find(({ id }) => id === step);
    if (!row || step === this.#step) return;
    this.#step = step;
    const at = this.#rows.filter(({ chapter }) => chapter.id === row.chapter.id);
    const heading = row.chapter.id === this.#chapter ? [] : headingAt(at, 0);
    this.#chapter = row.chapter.id;
    const cost = row.cost && t('Cost: {cost}', { cost: costWords(row.cost) });
    for (const line of ['', ...heading]) this.#write(line);
    this.#tell(titleWithLevel(row), row.why, ...(cost ? [cost] : []));
  }

  /** The menu with the levels of its steps, below the headings of their chapters. */
  menu(menu: Question<'select'>): Question<'select'> {
    let chapter = '';
    const choices = menu.choices.map((choice): Choice => {
      const row = this.#rows.find(({ id }) => id === choice.value);
      if (!row) return choice;
      const heading = row.chapter.id === chapter ? undefined : say(row.chapter.title);
      chapter = row.chapter.id;
      // Most are still to do. Of another state, a screen shows the mark.
      const { state } = row;
      const title = titleWithLevel(row);
      const label =
        state === 'pending'
          ? title
          : t('{name}: {state}', { name: title, state: stateWords(state) });
      return { ...choice, label, ...(heading && { heading }) };
    });
    return { ...menu, choices };
  }

  /** Says the welcome of the first menu, what is left and what it costs. */
  overview(menu: Question): void {
    if (menu.kind === 'select' && menu.welcome) {
      const { greeting, text, hint } = menu.welcome;
      this.#write([greeting, text].map(say).join(' '));
      if (hint) this.#write(hint);
    }
    const cost = costSentence(this.#rows);
    for (const line of [ended(countSentence(this.#rows)), ...(cost ? [cost] : [])])
      this.#write(line);
  }

  #tell(...texts: Text[]): void {
    for (const text of texts) this.#write(ended(say(text)));
  }

  #tellAccount(account: Account): void {
    this.#write(accountSentence(account));
    this.#tell(...(account.notices ?? []));
  }

  #tellRows({ rows, taken }: Event & { type: 'rows' }): void {
    this.#rows = rows;
    const news = rows.filter((row) => {
      const sentence = [rowSentence(row), ...fixSentences(row)].join('\n');
      const failed = row.id === taken && row.state === 'blocked';
      const isNew = failed || this.#said.get(row.id) !== sentence;
      this.#said.set(row.id, sentence);
      return isNew;
    });
    const whole = news.length === rows.length;
    for (const line of whole ? listSentences(rows) : rowsSentences(news)) this.#write(line);
  }

  #tellDoing({ step, changes, index, looks, unread }: Event & { type: 'doing' }): void {
    this.notYet = unread ? lookFailed(unread) : NOT_YET;
    if (index !== undefined) {
      // Changes that belong together are told when the first of them begins: fifty alike sentences would bury the next question.
      const begun = toldTogether(changes).find(({ first }) => first === index)?.change;
      // The next question says what the owner has to do.
      if (begun && isOurs(begun)) this.#tell(t('Now: {summary}', { summary: begun.summary }));
    } else if (looks === undefined) {
      this.enter(step);
      this.shown = changes;
      const told = toldTogether(changes).map((one) => one.change);
      for (const line of withoutRepeatedUndo(told).flatMap((one) => changeSentences(one)))
        this.#write(line);
    } else if (looks === 1) {
      this.#tell(t('Rootlock keeps checking, and goes on by itself once it is done.'));
    } else if (!unread && isPowerOfTwo(looks / SAY_EVERY)) {
      this.#tell(t('Not there yet ({looks} checks). Press Enter to check now.', { looks }));
    }
  }
}

function sentSentence({ request, write, ms, requestId = '-', error }: Sent): Text {
  const { service, operation } = request;
  const call = {
    call: write
      ? t('Sent: {service} {operation}', { service, operation })
      : t('Read: {service} {operation}', { service, operation }),
    ms,
    requestId,
  };
  return error
    ? t('{call}, {ms} ms, request {requestId}, refused: {error}', { ...call, error })
    : t('{call}, {ms} ms, request {requestId}', call);
}
