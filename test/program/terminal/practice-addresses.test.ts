import { afterAll, describe, expect, it } from 'vitest';
import { speakIn } from '../../../src/locale/language.ts';
import { say, speak, t } from '../../../src/text/text.ts';
import { inSentences } from '../../support/owner/in-sentences.ts';
import { onScreen } from '../../support/owner/on-screen.ts';
import { questions } from '../../support/owner/owner.ts';
import { emptyFolder, program, run, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { freshAccount } from '../../support/terminal/fresh-account.ts';
import { KEY } from '../../support/tui/screen.ts';

const LONG = { timeout: 180_000 };
afterAll(() => speak(undefined));

/**
 * An address of AWS that one could follow, however its lines are broken. `<alias>` is a pattern; a service in a policy,
 * `cloudtrail.amazonaws.com`, has no address.
 */
const REAL =
  /(?<!<(alias|별칭)>\.signin\.)aws\.amazon\.com|settings\.aws\.com|https?:\/\/(?!<)[\w.-]*amazonaws\.com/;
const joined = (text: string): string => text.replace(/[\s│|]/g, '');

const isDrawn = (cols: number) => (shown: string) =>
  shown.split('\n').some((line) => /^[─┬]+$/.test(line) && line.length === cols);

const nowhere = () =>
  joined(say(t('Practice: this address leads nowhere. Press p and it is done.')));

/** English is spoken if no other language is. */
async function use(lang: 'en' | 'ko'): Promise<void> {
  speak(undefined);
  await speakIn(lang);
}

function practise(cols: number, ...flags: string[]): Terminal {
  const home = emptyFolder();
  freshAccount(home);
  return openTerminal([process.execPath, ...SHORT_RUN, program(), '--practice', ...flags], {
    cols,
    rows: 24,
    env: { HOME: home, XDG_DATA_HOME: `${home}/data`, BROWSER: '/no/such/browser' },
  });
}

/** The commands of what is on the screen, if the key c shows any. */
async function commands({ type, waitFor, screen }: Terminal): Promise<string> {
  if (!screen().includes(` c ${say(t('commands'))}`)) return '';
  const close = `Esc ${say(t('close'))}`;
  type('c');
  await waitFor(close);
  const cover = screen();
  type(KEY.escape);
  await waitFor((shown) => !shown.includes(close));
  return cover;
}

describe('in practice, nothing leads to the real AWS', () => {
  it.each(['en', 'ko'] as const)('on no screen of a run, in %s', LONG, async (lang) => {
    await use(lang);
    const terminal = practise(80, '--lang', lang);
    let visits = 0;
    try {
      for await (const { text, asks } of questions(onScreen(terminal))) {
        expect(joined(await commands(terminal))).not.toMatch(REAL);
        // The rule above the body tells how wide a frame is. The codes have none.
        for (const cols of asks === 'codes' ? [] : [60, 40, 80]) {
          terminal.resize(cols, 24);
          // Until the program draws, the old frame is cut, and its rule too.
          const cut = terminal.screen();
          await terminal.waitFor((shown) => shown !== cut && isDrawn(cols)(shown));
          expect(joined(terminal.screen())).not.toMatch(REAL);
        }
        if (asks !== 'visit') continue;
        visits++;
        expect(joined(text)).toContain('practice.invalid');
        // Once AWS shows what the visit is for, it closes by itself.
        const isClosed = (shown: string) => !joined(shown).includes('practice.invalid');
        for (const key of ['o', 'y']) {
          if (isClosed(terminal.screen())) break;
          terminal.type(key);
          await terminal.waitFor((shown) => joined(shown).includes(nowhere()) || isClosed(shown));
          // Any other key takes the notice away.
          terminal.type('-');
          await terminal.waitFor((shown) => !joined(shown).includes(nowhere()));
        }
      }
      expect(await terminal.exit, terminal.screen()).toEqual({ code: 0, signal: 0 });
      expect(visits).toBeGreaterThan(4);
      expect(joined(terminal.screen())).not.toMatch(REAL);
      expect(terminal.raw).not.toContain('\u001b]8;');
      expect(terminal.clipboard()).toBe('');
    } finally {
      await terminal.close();
    }
  });

  it('in no sentence', LONG, async () => {
    await use('en');
    const terminal = practise(80, '--plain');
    try {
      for await (const { text } of questions(inSentences(terminal))) {
        expect(joined(text)).not.toMatch(REAL);
      }
      expect(await terminal.exit, terminal.screen()).toEqual({ code: 0, signal: 0 });
      expect(joined(terminal.raw)).not.toMatch(REAL);
    } finally {
      await terminal.close();
    }
  });

  it('in no document, preview, notice or receipt', LONG, async () => {
    const home = emptyFolder();
    freshAccount(home);
    for (const flags of [
      ['--practice', '--dry-run'],
      ['--practice', '--dry-run', '--json'],
      ['--practice', '--yes', '--json'],
      ['status', '--practice'],
      ['status', '--practice=busy'],
      ['status', '--practice=project'],
      ['receipt', '--practice'],
    ]) {
      const { out, err } = await run(flags, { home });
      expect(joined(out + err), flags.join(' ')).not.toMatch(REAL);
      const calls = out.match(/\baws [a-z0-9]+ [a-z-]+ --.*/g) ?? [];
      expect(calls.filter((line) => !line.includes('practice.invalid'))).toEqual([]);
    }
  });
});
