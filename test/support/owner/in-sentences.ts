import { stripVTControlCharacters } from 'node:util';
import { say, type Text, t } from '../../../src/text/text.ts';
import type { Terminal } from '../program/terminal.ts';
import type { Driver, Reply, Shown } from './owner.ts';
import {
  ANY,
  CLOUDSHELL,
  escaped,
  PHRASE,
  parametersIn,
  placeOf,
  says,
  WHO,
} from './words-on-terminal.ts';

/** Milliseconds until a question comes, on a machine that has much else to do. */
const PATIENCE = 60_000;

/** Reads the sentences of `--plain` and of a terminal that cannot move its cursor, and types lines below them. */
export function inSentences(terminal: Terminal): Driver {
  let from = 0;
  let readTo = 0;
  const said = () => plain(terminal.raw.slice(from));
  const isAsked = () => terminal.showsBeforeTheEnd(() => isOpen(said()), PATIENCE);
  const line = (text: string) => {
    from = terminal.raw.length;
    terminal.type(`${text}\r`);
  };

  return {
    async next() {
      if (!(await isAsked())) return undefined;
      readTo = terminal.raw.length;
      return read(said(), plain(terminal.raw));
    },

    async give(reply: Reply) {
      if (reply === 'done' && terminal.raw.length > readTo) {
        // The question is closed: a line would answer the next one.
        from = readTo;
        return;
      }
      if (typeof reply === 'string') return line(LINES[reply]());
      if ('type' in reply) return line(reply.type);
      if ('choose' in reply) {
        const label = say(reply.choose).split(' ').map(escaped).join('\\s+');
        const [, number = ''] =
          new RegExp(`^(\\d+)\\.\\s+${label}(?::.*)?$`, 'm').exec(said()) ?? [];
        return line(number);
      }
      const [first, second] = reply.codes;
      line(first);
      // If the first is refused, both are asked for again.
      if (
        (await isAsked()) &&
        says(said(), t('Now type the next code. Press Enter alone to start over.'))
      ) {
        line(second);
      }
    },
  };
}

const LINES = {
  accept: () => '',
  done: () => '',
  agree: () => say(t('yes')),
  kept: () => say(t('kept')),
  'practice owner': () => ':practice',
  quit: () => ':quit',
};

const plain = (raw: string): string => stripVTControlCharacters(raw).replaceAll('\r', '');

/** Below a sentence that was said after the last answer, there is a line to type on. A sentence may end with an address. */
const isOpen = (said: string): boolean => /(?:[.?:!)]|https:\S+)\s*\n>\s*$/.test(said);

/** The plan announces visits in these words, before the first of them is asked for. */
const PLAN = [
  t('You do this in the AWS console: {summary}', { summary: ANY }),
  t('You do this: {summary}', { summary: ANY }),
  t("You do this and confirm it (AWS can't report it): {summary}", { summary: ANY }),
];

/** The lines without those sentences, which may take several lines each. */
function withoutPlan(lines: string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const rest = lines.slice(at).join(' ');
    if (!PLAN.some((lead) => placeOf(rest, lead)?.start === 0)) kept.push(lines[at] ?? '');
    else while (at < lines.length - 1 && !/[.?!:…]$/.test(lines[at] ?? '')) at++;
  }
  return kept;
}

/** `all`: everything that was said until now. */
function read(text: string, all: string): Shown {
  const words = withoutPlan(text.split('\n')).join(' ').replace(/\s+/g, ' ');
  const [, phrase] = parametersIn(words, PHRASE);
  const shown = (pattern: RegExp) => [...all.matchAll(pattern)].at(-1)?.[1]?.trim() ?? '';
  // A narrow terminal has the sentence on several lines.
  const lineBelow = (sentence: string) =>
    shown(new RegExp(`${sentence.replaceAll(' ', '\\s+')}\\n(.*)\\n`, 'g'));
  return {
    asks: kindOf(words),
    text,
    words,
    ...(phrase !== undefined && { phrase }),
    enrol: () => ({
      label: shown(/^Name:\s+(.*)\n/gm),
      key: lineBelow('Key, without the spaces:').replaceAll(' ', ''),
    }),
    password: () => lineBelow('sets it only after that\\.'),
  };
}

/** What is said below a question of each kind. The first that fits counts. */
const KINDS: [Shown['asks'], Text[]][] = [
  ['password', [t('Type kept once it is in your password manager, or :back for another.')]],
  ['codes', [t('Type the code that you see now.')]],
  ['phrase', [PHRASE]],
  ['who', WHO],
  ['agreement to danger', [t('Type the whole word yes to agree, or no.')]],
  ['visit', [t('Press Enter once it is done, or type {words}.', { words: '' })]],
  ['login', [t('"aws login" opens the browser, or shows an address. Sign in there.')]],
  ['sign-in', [CLOUDSHELL]],
  ['filled', [t('Press Enter to accept {value}.', { value: '' })]],
  [
    'other',
    [
      t('Type yes or no. Enter means {answer}.', { answer: '' }),
      t('Type a number from 1 to {last}.', { last: '' }),
      t('Press Enter to run it. Rootlock continues when it ends.'),
      t('Press Enter to go on.'),
    ],
  ],
];

function kindOf(words: string): Shown['asks'] {
  const [kind = 'empty'] = KINDS.find(([, texts]) => texts.some((text) => says(words, text))) ?? [];
  return kind;
}
