import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootlock-plain-'));
const program = join(folder, 'plain.mjs');
let terminal: Terminal;

const open = (env: Record<string, string> = {}): Terminal => {
  terminal = openTerminal([process.execPath, ...SHORT_RUN, program], { env });
  return terminal;
};
const reply = async (after: string, keys: string): Promise<void> => {
  await terminal.waitFor(new RegExp(`${after}[^>]*\n>$`));
  terminal.type(keys);
};

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, '../../support/hosts/plain-program.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  }),
);
afterEach(() => terminal.close());
afterAll(() => rmSync(folder, { recursive: true }));

describe('sentences in a real terminal', () => {
  it('every question is answered by keys', async () => {
    const { exit, screen } = open();
    await reply('Press Enter to accept 14.', '20\r');
    await reply('Which group\\?', '2\r');
    await reply('A password for jun', '2\r');
    await reply('Type the password.', 'correct-horse\r');
    await reply('Type it once more.', 'correct-horse\r');
    await reply('the whole word yes', 'yes\r');
    expect(await exit).toEqual({ code: 0, signal: 0 });
    expect(screen()).toContain('{"length":20,"group":"owners","kept":"correct-horse","sure":true}');
    expect(screen().split('correct-horse')).toHaveLength(2);
  });

  it('a dumb terminal gets no escape sequence, and its own line editing works', async () => {
    const { exit, screen, ...dumb } = open({ TERM: 'dumb' });
    await reply('Press Enter to accept 14.', '21\x7f0\r');
    await reply('Which group\\?', '2\r');
    await reply('A password for jun', '\r');
    await reply('Type kept', 'kept\r');
    await reply('the whole word yes', 'yes\r');
    expect(await exit).toEqual({ code: 0, signal: 0 });
    expect(screen()).toContain('{"length":20,"group":"owners","kept":"made-for-you","sure":true}');
    expect(dumb.raw).not.toContain('\x1b');
  });

  it.each(['xterm-256color', 'dumb'])(
    'a program has %s to itself, then it is ours',
    async (TERM) => {
      const { waitFor, type, exit, screen } = open({ LENDING: '1', TERM });
      for (const turn of ['ann', 'bob']) {
        await reply('Press Enter to run it', '\r');
        await waitFor(/name\?$/);
        type(`${turn}\r`);
        await waitFor(/again\?$/);
        type(`${turn}${turn}\r`);
        await waitFor(`got ${turn} ${turn}${turn}`);
      }
      await reply('The key\\?', 'pasted-secret\r');
      expect(await exit).toEqual({ code: 0, signal: 0 });
      expect(screen()).toContain('{"statuses":[7,7],"length":13}');
      if (TERM !== 'dumb') expect(screen()).not.toContain('pasted-secret');
    },
  );

  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
    [':quit', ':quit\r'],
  ])('%s quits, and the terminal is left as it was', async (_, keys) => {
    const { exit, screen } = open();
    await reply('Press Enter to accept 14.', keys);
    expect(await exit).toEqual({ code: 130, signal: 0 });
    expect(screen()).toContain('left by quit');
    expect(terminal.raw.lastIndexOf('\x1b[?25h')).toBeGreaterThanOrEqual(
      terminal.raw.lastIndexOf('\x1b[?25l'),
    );
  });

  it('Ctrl-D quits a dumb terminal too', async () => {
    const { exit, screen } = open({ TERM: 'dumb' });
    await reply('Press Enter to accept 14.', '\x04');
    expect(await exit).toEqual({ code: 130, signal: 0 });
    expect(screen()).toContain('left by quit');
  });

  it.each([
    ['whole lines', 'yes\ryes\r'],
    ['half a line', 'ye'],
  ])('%s typed before a dangerous question was shown do not answer it', async (_, keys) => {
    const { waitFor, type, exit, kill } = open({ BUSY: '1' });
    await reply('Press Enter to accept 14.', '\r');
    await reply('Which group\\?', '\r');
    await reply('A password for jun', '1\r');
    await reply('Type kept', 'kept\r');
    await waitFor('busy');
    type(keys);
    await waitFor(`busy\n${keys.split('\r')[0]}`);
    kill('SIGUSR2');
    await reply('the whole word yes', 's\r');
    await reply('>  s\n', 'no\r');
    await waitFor('"sure":false');
    expect(await exit).toEqual({ code: 0, signal: 0 });
  });

  it.each([
    ['whole lines', 'yes\ryes\r'],
    ['half a line', 'yes'],
  ])('nor do they on a dumb terminal: %s', async (_, keys) => {
    const { waitFor, type, exit, kill } = open({ BUSY: '1', TERM: 'dumb' });
    await reply('Press Enter to accept 14.', '\r');
    await reply('Which group\\?', '\r');
    await reply('A password for jun', '\r');
    await reply('Type kept', 'kept\r');
    await waitFor('busy');
    type(keys);
    await waitFor(/busy\n(yes\n)?yes/);
    kill('SIGUSR2');
    await waitFor(/the whole word yes[^>]*\n>$/);
    type('\r');
    await waitFor(/>\s+Type the whole word yes[^>]*\n>$/);
    type('no\r');
    await waitFor('"sure":false');
    expect(await exit).toEqual({ code: 0, signal: 0 });
  });
});

describe('the terminal that tests read', () => {
  it('gives the program nothing of the environment of the machine', async () => {
    terminal = openTerminal([process.execPath, '-p', 'Object.keys(process.env).sort().join()'], {
      cols: 200,
    });
    await terminal.exit;
    expect(terminal.screen()).toBe('AWS_EC2_METADATA_DISABLED,HOME,LANG,PATH,PWD,TERM');
  });

  it('says what the screen shows where the text does not come', async () => {
    terminal = openTerminal([process.execPath, '-p', '"here"']);
    await expect(terminal.waitFor('there')).rejects.toThrow(/ended with 0 without[\s\S]*here/);
  });

  it('shows all that a program wrote, however late it is read', async () => {
    const program =
      'process.stdin.once("data", () => { for (let n = 1; n < 1000; n++) console.log("line", n); process.exit(); }); console.log("ready")';
    terminal = openTerminal([process.execPath, '-e', program]);
    await terminal.waitFor('ready');
    terminal.type('\r');
    const busyUntil = Date.now() + 500;
    while (Date.now() < busyUntil);
    await terminal.exit;
    expect(terminal.screen()).toMatch(/line 998\nline 999$/);
  });

  it('tells the program its new size', async () => {
    terminal = openTerminal([
      process.execPath,
      '-e',
      'process.stdout.on("resize", () => { console.log(process.stdout.columns); process.exit(7); }); console.log("ready"); process.stdin.resume();',
    ]);
    await terminal.waitFor('ready');
    terminal.resize(40, 10);
    await terminal.waitFor(/^40$/m);
    expect(await terminal.exit).toEqual({ code: 7, signal: 0 });
  });
});
