import { DONE_FOR_YOU } from '../../../src/hosts/sentences.ts';
import { say, type Text, t } from '../../../src/text/text.ts';
import type { Terminal } from '../program/terminal.ts';
import { DARK, scan } from '../tui/scan-qr.ts';
import { KEY } from '../tui/screen.ts';
import type { Driver, Reply, Shown } from './owner.ts';
import {
  CLOUDSHELL,
  escaped,
  PHRASE,
  parametersIn,
  says,
  WHO,
  wordsOn,
} from './words-on-terminal.ts';

const ENTER = '\r';

/** Milliseconds until a screen comes, on a machine that has much else to do. */
const PATIENCE = 30_000;

/** Reads the wizard's screen, in whatever language is spoken, and presses its keys. */
export function onScreen(terminal: Terminal): Driver {
  const { type, waitFor, showsBeforeTheEnd } = terminal;
  let asked = '';
  let answered = '';

  /** What the program has drawn completely. */
  async function frame(): Promise<string> {
    let shown = '';
    await waitFor((screen) => {
      shown = screen;
      return true;
    });
    return shown;
  }

  /** Presses a key that answers: what the next question shows differs from what is on the screen now. */
  async function press(key: string): Promise<void> {
    answered = lasting(await frame());
    type(key);
  }

  return {
    async next() {
      let shown = '';
      const isNew = (screen: string) => {
        shown = screen;
        return isQuestion(screen) && lasting(screen) !== answered;
      };
      if (!(await showsBeforeTheEnd(isNew, PATIENCE))) return undefined;
      asked = lasting(shown);
      return read(shown, terminal);
    },

    async give(reply: Reply) {
      if (typeof reply === 'string') {
        // A key for a question that is closed would answer the next one.
        const isOfVisit = reply === 'done' || reply === 'practice owner';
        if (isOfVisit && lasting(await frame()) !== asked) return;
        if (reply === 'agree') {
          type('y');
          await waitFor(`Enter  ${say(t('Yes'))}`, PATIENCE);
        }
        return press(KEYS[reply]);
      }
      if ('type' in reply) {
        type(reply.type);
        const isTyped = (screen: string) =>
          fieldOf(screen)?.endsWith(reply.type.slice(-8)) === true;
        await waitFor(isTyped, PATIENCE);
        return press(ENTER);
      }
      if ('choose' in reply) {
        const chosen = new RegExp(`[❯>] ${escaped(say(reply.choose).slice(0, 20))}`);
        for (let shown = await frame(); !chosen.test(shown); shown = await frame()) {
          type(KEY.down);
          await waitFor((screen) => screen !== shown, PATIENCE);
        }
        return press(ENTER);
      }
      for (const code of reply.codes) {
        type(code);
        await waitFor(new RegExp(`${grouped(code)} +[✓+] ${say(t('matches'))}`), PATIENCE);
      }
      return press(ENTER);
    },
  };
}

const KEYS = {
  accept: ENTER,
  done: ENTER,
  agree: ENTER,
  kept: 'k',
  'practice owner': 'p',
  quit: 'q',
};

const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The last lines say which keys answer. While the list still fills, it changes by itself: the header counts nothing yet. */
const isQuestion = (screen: string): boolean =>
  / Enter | Esc |y\/n| k /.test(screen.split('\n').slice(-4).join(' ')) &&
  !/ […~]$/m.test(screen.split('\n').slice(0, 4).join('\n'));

/** A screen without what moves while a question is open. If two are equal, they ask the same question. */
export const lasting = (screen: string): string =>
  MOVING.reduce((words, text) => words.replace(stripped(say(text)), ''), stripped(wordsOn(screen)));

const stripped = (words: string): string => words.replace(/[\s\d⠋⠙⠸⠴⠦⠇━─|/\\-]/g, '');

/** What a visit to the console says while Rootlock looks for what is done there. */
const MOVING: Text[] = [
  t('Checking every 5 s: not there yet ({n} checks). Carry on; Rootlock checks again.', { n: '' }),
  t('AWS may take 15 minutes to record it. Carry on; Rootlock checks again.'),
  t('Checking every 5 s: not there yet ({n} checks)', { n: '' }),
  t('Checking every 5 s'),
  DONE_FOR_YOU,
];

/** What is typed into a field, or proposed there. */
const fieldOf = (screen: string): string | undefined =>
  /(?:^|[│|]) *\[ (.*) \]$/m.exec(screen)?.[1]?.trim();

function read(text: string, { buffer }: Terminal): Shown {
  const words = wordsOn(text);
  const [, phrase] = parametersIn(words, PHRASE);
  return {
    asks: kindOf(text, words),
    text,
    words,
    ...(phrase !== undefined && { phrase }),
    enrol() {
      const code = new URL(scan(buffer, 80, 24, DARK) ?? 'nothing:');
      const label = decodeURIComponent(code.pathname.split('/').at(-1) ?? '');
      return { label, key: code.searchParams.get('secret') ?? '' };
    },
    password: () => /^ {2,4}(\S+)$/m.exec(text)?.[1] ?? '',
  };
}

function kindOf(screen: string, words: string): Shown['asks'] {
  if (says(words, t('Saved. Set this password'))) return 'password';
  if (says(words, t('first code'))) return 'codes';
  if (says(words, PHRASE)) return 'phrase';
  if (WHO.some((text) => says(words, text))) return 'who';
  if (says(words, t('Press y for yes or n for no, then Enter.'))) return 'agreement to danger';
  if (VISIT.some((text) => says(words, text))) return 'visit';
  if (/\$ aws login/.test(words)) return 'login';
  if (says(words, CLOUDSHELL)) return 'sign-in';
  const field = fieldOf(screen);
  if (field === undefined) return 'other';
  return field === '' ? 'empty' : 'filled';
}

/** What Enter means while the owner is elsewhere. */
const VISIT = [t('check now'), t("I've done this, continue"), t("I've done this")];
