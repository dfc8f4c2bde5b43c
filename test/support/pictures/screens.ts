import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { speakIn } from '../../../src/locale/language.ts';
import { REGIONS_BY_DEFAULT } from '../../../src/practice/state/regions.ts';
import { say, speak, t } from '../../../src/text/text.ts';
import { emptyFolder, program, run } from '../program/program.ts';
import { openTerminal } from '../program/terminal.ts';
import { freshAccount, HURRY } from '../terminal/fresh-account.ts';
import { KEY } from '../tui/screen.ts';
import { drawing } from './svg.ts';

/** Milliseconds until a screen comes, on a machine that has much else to do. */
const PATIENCE = 60_000;

const TITLES = {
  en: {
    glance: 'The account at a glance: each chapter, what was found, and what it costs.',
    step: 'A step: what the password policy is now, what it will be, and how to take it back.',
    'no-way-back': 'Before a root access key is deleted, the end of its id has to be typed.',
    end: 'The end: where to sign in from now on, what root is for, and where logs and alerts go.',
  },
  ko: {
    glance: '한눈에 보는 계정: 챕터마다 남은 단계와 지금 상태, 그리고 비용.',
    step: '한 단계: 암호 정책의 지금과 바뀐 뒤, 그리고 되돌리는 방법.',
    'no-way-back': '루트 액세스 키를 삭제하기 전에 키의 마지막 네 글자를 입력해야 합니다.',
    end: '마지막 화면: 앞으로 로그인할 곳, 루트 사용자의 쓰임, 로그와 알림이 가는 곳.',
  },
};
type Name = keyof (typeof TITLES)['en'];

/** What differs on each run: keys, and times with the same number of digits. */
const same = (line: string): string =>
  line
    .replace(/(?<=AKIA…)\w{4}/g, 'WXYZ')
    .replace(/\d{4}-\d\d-\d\d/g, '2026-12-01')
    .replace(/\d\d:\d\d(?= UTC)/g, '09:00')
    .replace(/\b\d(?= min\b|분)/, '1');

/** The README's screens as SVG, by name. They are drawn by the built program on a fresh practice account. */
export async function pictures(language: 'en' | 'ko'): Promise<Map<Name, string>> {
  await speakIn(language);
  const home = emptyFolder();
  const drawn = new Map<Name, string>();

  async function watch(play: (terminal: ReturnType<typeof opened>) => Promise<void>) {
    const terminal = opened(home, language);
    try {
      await play(terminal);
    } finally {
      await terminal.close();
    }
  }
  const keep = (name: Name, { buffer }: ReturnType<typeof opened>, like = same) =>
    drawn.set(name, drawing(buffer, TITLES[language][name], like));

  freshAccount(home, REGIONS_BY_DEFAULT);
  // Started by its name, as an installed program is, it uses that name in its last lines.
  symlinkSync(program(), join(home, 'rootlock'));
  await watch(async (terminal) => {
    const { shows, type, exit } = terminal;
    await shows(say(t('Where would you like to start?')));
    await terminal.waitFor(() => !/◌|…$/m.test(terminal.screen()), PATIENCE);
    keep('glance', terminal);
    type(KEY.down);
    await shows(`❯ ○ ${say(t('Password policy'))}`);
    type(KEY.enter);
    await shows('[ 14 ');
    keep('step', terminal);
    type(KEY.interrupt);
    await exit;
  });

  await run(['--practice', '--yes', '--skip', 'root-keys'], { home, env: { NODE_OPTIONS: HURRY } });
  await watch(async (terminal) => {
    const { shows, type, exit, screen } = terminal;
    await shows(say(t('Where would you like to start?')));
    type(KEY.enter);
    for (const page of ['/billing/home#/account', '#/security_credentials']) {
      await shows(page);
      type('p');
    }
    await shows(/\[ {9,}\]/);
    const [, word = ''] = /AKIA…(\w{4})/.exec(screen()) ?? [];
    keep('no-way-back', terminal, (line) => same(line.replace(word, 'WXYZ')));
    type(`${word}${KEY.enter}`);
    await shows(`❯ ○ ${say(t('Copies of deleted keys'))}`);
    type(KEY.enter);
    await shows(`❯ ${say(t('Finish'))}`);
    type(KEY.enter);
    await exit;
    keep('end', terminal);
  });
  speak(undefined);
  return drawn;
}

function opened(home: string, language: string) {
  const command = [process.execPath, join(home, 'rootlock'), '--practice', '--lang', language];
  const terminal = openTerminal(command, { env: { HOME: home, XDG_DATA_HOME: `${home}/data` } });
  return {
    ...terminal,
    // A copy of an object has no getters.
    get buffer() {
      return terminal.buffer;
    },
    shows: (wanted: string | RegExp) => terminal.waitFor(wanted, PATIENCE),
  };
}
