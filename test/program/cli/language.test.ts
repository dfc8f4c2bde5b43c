import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import {
  emptyFolder,
  practiceHome,
  program,
  run,
  SHORT_RUN,
  stateFiles,
} from '../../support/program/program.ts';
import { openTerminal } from '../../support/program/terminal.ts';
import { freshAccount } from '../../support/terminal/fresh-account.ts';

const KOREAN = { env: { LANG: 'ko_KR.UTF-8' } };
const HANGUL = /[가-힣]/;

/** The line has three English words in a row. Labels of the AWS console do not count: they stay English, in brackets. */
const isEnglish = (line: string): boolean =>
  /\b[A-Za-z']+ [a-z']+ [a-z']+\b/.test(line.replace(/\([A-Z][^)]*\)/g, ''));

/** What the alerts and the alarms mail is in the language of the run that makes them. */
const NO_MAILS = ['--skip', 'sign-in-alerts,trail-alerts,cis-alarms'];

describe('Korean', () => {
  it('is the language of the help in a Korean locale, within 80 columns', async () => {
    const { code, out, err } = await run(['--help'], KOREAN);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    expect(lines.filter(isEnglish)).toEqual([]);
    const options = lines.filter((line) => /^ {2}-/.test(line));
    const columns = options.map((line) => stringWidth(/^ {2}-.*? {2,}/.exec(line)?.[0] ?? ''));
    expect(options.length).toBeGreaterThan(14);
    expect(new Set(columns).size).toBe(1);
  });

  it('folds the help for a narrow terminal, never within a word', async () => {
    const argv = [process.execPath, ...SHORT_RUN, program(), '--help', '--lang', 'ko'];
    const terminal = openTerminal(argv, { cols: 40, rows: 20 });
    await terminal.exit;
    const lines = terminal.raw.split('\r\n');
    await terminal.close();
    const descriptions = lines.map((line) => line.replace(/^ {2}(?:\S+ )*\S* {2,}/, ''));
    expect(descriptions.filter((text) => HANGUL.test(text)).length).toBeGreaterThan(40);
    const wide = descriptions.filter((_, at) => stringWidth(lines[at] ?? '') > 40);
    // A command is never broken.
    const folded = wide.filter((text) => text.includes(' ') && !text.includes('cli.js'));
    expect(folded).toEqual([]);
  });

  it.each([
    [['--nope']],
    [['--profile']],
    [['walk']],
    [['status', 'receipt']],
    [['--practice=maybe']],
    [['--only', 'nope']],
    [['--region', 'nowhere-1']],
    [['--endpoint-url', 'nonsense']],
    [['--answers', 'none.json']],
  ])('is the language in which %j is refused, in one sentence with exit code 64', async (args) => {
    for (const ended of [await run(args, KOREAN), await run([...args, '--lang=ko'])]) {
      expect([ended.code, ended.out]).toEqual([64, '']);
      expect(ended.err).toMatch(/^[^\n]*[가-힣][^\n]*\n$/);
      expect(isEnglish(ended.err)).toBe(false);
    }
  });

  it('is the language in which an unknown language is refused in a Korean locale', async () => {
    const { code, out, err } = await run(['--lang', 'xx'], KOREAN);
    expect([code, out]).toEqual([64, '']);
    expect(err).toMatch(/^[^\n]*--lang[^\n]*[가-힣][^\n]*\n$/);
  });

  it('is the language of a whole run, from its first line to its receipt', async () => {
    const home = practiceHome();
    const walk = await run(['--practice', '--yes', '--lang', 'ko'], { home });
    expect([walk.code, walk.err]).toEqual([0, '']);
    const receipt = await run(['receipt', '--practice', '--lang', 'ko'], { home });
    const preview = await run(['--practice=fresh', '--dry-run', '--lang', 'ko'], { home });
    const lines = [walk, receipt, preview].flatMap(({ out }) => out.split('\n'));
    const own = lines.filter((line) => !/^ +(\$ )?aws /.test(line));
    expect(own.filter(isEnglish)).toEqual([]);
    expect(walk.out).toMatch(HANGUL);
    expect(preview.out).toMatch(HANGUL);
  });

  it('changes no id, state, key or call of the JSON document, and no exit code', async () => {
    const home = practiceHome();
    await run(['--practice', '--yes', '--only', 'password-policy'], { home });
    const status = ['status', '--practice', '--json'];
    const english = await run(status, { home });
    const korean = await run([...status, '--lang', 'ko'], { home });
    expect(korean.code).toBe(english.code);
    expect(korean.out).toMatch(HANGUL);
    expect(withoutSentences(korean.out)).toEqual(withoutSentences(english.out));
  });

  it('is stored nowhere on this computer', async () => {
    const [english, korean] = [emptyFolder(), emptyFolder()];
    for (const home of [english, korean]) freshAccount(home);
    await run(['--practice', '--yes', ...NO_MAILS], { home: english });
    await run(['--practice', '--yes', ...NO_MAILS, '--lang', 'ko'], { home: korean });
    // Each session has a key of its own.
    const bookOf = (home: string) => stateFiles(home)['practice/book.json']?.replace(/ASIA\w+/, '');
    const kept = (home: string) => JSON.parse(bookOf(home) ?? '');
    expect(kept(korean).answers).toEqual(kept(english).answers);
    expect(Object.values(stateFiles(korean)).filter((text) => HANGUL.test(text))).toEqual([]);
  });
});

const SENTENCES = ['title', 'now', 'message', 'fix', 'summary', 'rows', 'undo'];
/** The time of an observation. */
const TIME = 'at';

/** The words of mails, and the commands that hold them. */
const isOfMail = (name: string, value: unknown): boolean =>
  ['InputTemplate', 'AlarmDescription'].includes(name) ||
  (name === 'cli' && /^aws (events put-targets|cloudwatch put-metric-alarm)/.test(String(value)));

/** The document with empty sentences, mails and times. */
const withoutSentences = (document: string): unknown =>
  JSON.parse(document, (name, value) =>
    SENTENCES.includes(name) || name === TIME || isOfMail(name, value) ? '' : value,
  );
