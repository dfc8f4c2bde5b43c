import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { steps } from '../../../steps/index.ts';
import { ACCOUNT, KEYS, startStub, xml } from '../../support/aws/stub-aws.ts';
import { emptyFolder, program, run, SHORT_RUN, stateFiles } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';

/** Sets the window's title, clears the screen, breaks the line, and reverses the text after it. */
const EVIL = '\u001b]0;pwned\u0007\u001b[2J\u009b2J\u202e\r\n\u2028';
const EVIL_CODE = `${EVIL}Code`;

/** Control characters that may not be printed. Rootlock's own lines may end. */
const HARM = /[^\P{Cc}\n]|\p{Bidi_Control}|\u2028/u;
/** A screen is drawn with escape sequences, but never with these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the pattern is for
const HARM_ON_SCREEN = /\u001b\]0;pwned|\u0007|[\u0080-\u009f]|\p{Bidi_Control}|\u2028/u;

/** Characters that a step may print, each of its calls and its reason. */
const LONGEST = 2000;

let url: string;
beforeEach(async () => {
  ({ url } = await startStub((operation) => {
    if (operation === 'GetCallerIdentity') return undefined;
    if (operation === 'GetAccountPasswordPolicy') return { code: 'NoSuchEntity', message: EVIL };
    if (operation === 'ListAccountAliases') {
      return `<AccountAliases><member>${xml(EVIL)}kims-shop</member></AccountAliases>`;
    }
    return { code: EVIL_CODE, message: `${EVIL}${'long '.repeat(20_000)}${EVIL}` };
  }));
});

it('a bug is reported with its stack, without characters that control the terminal', async () => {
  const NODE_OPTIONS = `--import=${new URL('../../support/cli/preloaded/full-disk.mjs', import.meta.url)}`;
  const env = { NODE_OPTIONS, FULL: 'account.json', WHY: '' };
  const { code, err } = await run(['status', '--practice'], { home: emptyFolder(), env });
  expect(code).toBe(1);
  expect(err).toMatch(/Please report it[^\n]*\nError: : planted\[2J\n {4}at /);
  expect(err).not.toMatch(HARM);
});

describe('an error of AWS with 100 kB of text that controls the terminal', () => {
  it('is printed and stored harmless and short without a terminal', async () => {
    const home = emptyFolder();
    const answers = join(home, 'answers.json');
    writeFileSync(answers, JSON.stringify({ account: ACCOUNT, answers: {} }));
    const args = ['--answers', answers, '--yes', '--verbose', '--endpoint-url', url];
    const ran = await run(args, { home, env: KEYS });
    expect([ran.code, ran.err]).toEqual([3, '']);
    expect(ran.out).toContain(']0;pwned[2J2Jlong long');
    expect(ran.out).toContain('long…');
    expect(ran.out.length).toBeLessThan(LONGEST * steps.length);

    const receipt = await run(['receipt'], { home });
    expect(receipt.out).toContain('Error: ]0;pwned[2J2JCode');
    const json = await run(['receipt', '--json'], { home });
    expect(JSON.parse(json.out)).toMatchObject([{ error: EVIL_CODE }]);
    const status = await run(['status', '--json', '--endpoint-url', url], { home, env: KEYS });
    expect(JSON.parse(status.out).account).not.toHaveProperty('alias');
    const kept = Object.values(stateFiles(home));
    expect(kept).toHaveLength(2);
    for (const text of [ran.out, receipt.out, json.out, status.out, status.err, ...kept]) {
      expect(text).not.toMatch(HARM);
    }
  });

  let terminal: Terminal | undefined;
  afterEach(() => terminal?.close());

  it.each([
    // One line up, and the details of a blocked step.
    ['on the screen', [], 'Where would you like to start?', '\u001b[A\u001b[C'],
    // A read that comes back late is reported below the open line.
    ['in sentences', ['--plain'], /Where would you like to start\?[^>]*\n>/, ''],
  ])('is harmless %s', async (_, flags, question, keys) => {
    terminal = openTerminal(
      [process.execPath, ...SHORT_RUN, program(), ...flags, '--verbose', '--endpoint-url', url],
      { env: { ...KEYS, XDG_DATA_HOME: emptyFolder() }, rows: 60, cols: 120 },
    );
    await terminal.waitFor(question);
    terminal.type(keys);
    await terminal.waitFor(/AWS refused iam:\w+: \]0;pwned\[2J2JCode\./);
    terminal.type('\u0003');
    expect(await terminal.exit).toEqual({ code: 130, signal: 0 });
    expect(terminal.raw).not.toMatch(HARM_ON_SCREEN);
  });
});
