import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openBrowser } from '../../../src/cli/open-browser.ts';
import { say } from '../../../src/text/text.ts';

const ADDRESS =
  'https://us-east-1.console.aws.amazon.com/iam/home?a=1&b=$(touch%20x);#/security_credentials';
const folder = mkdtempSync(join(tmpdir(), 'rootlock browser '));
afterAll(() => rmSync(folder, { recursive: true }));

/** A browser that writes its arguments to a file, one a line, and ends with this status. */
function browser(name: string, status = 0): { file: string; opened(): string[] | undefined } {
  const [file, log] = [join(folder, name), join(folder, `${name}.log`)];
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > "$0.log"\nexit ${status}\n`);
  chmodSync(file, 0o755);
  return {
    file,
    opened: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : undefined),
  };
}

async function open(env: NodeJS.ProcessEnv, platform = 'linux', address = ADDRESS) {
  const why = await openBrowser(address, { env: { PATH: process.env.PATH, ...env }, platform });
  return why && say(why);
}

it('the command in BROWSER gets the whole address as one argument, which no shell reads', async () => {
  const { file, opened } = browser('plain');
  expect(await open({ BROWSER: `"${file}" --new-tab` })).toBeUndefined();
  expect(opened()).toEqual(['--new-tab', ADDRESS]);
});

it('%s in BROWSER stands for the address', async () => {
  const { file, opened } = browser('placed');
  expect(await open({ BROWSER: `'${file}' --url=%s last` })).toBeUndefined();
  expect(opened()).toEqual([`--url=${ADDRESS}`, 'last']);
});

it('the next browser of BROWSER is tried if one is missing or fails', async () => {
  const failing = browser('failing', 3);
  const last = browser('last');
  const BROWSER = ['/no/such/browser', `"${failing.file}"`, `"${last.file}"`].join(delimiter);
  expect(await open({ BROWSER })).toBeUndefined();
  expect(last.opened()).toEqual([ADDRESS]);
});

it.each(['/no/such/browser', '""', '/'])(
  'the browser %s does not start, and that is said',
  async (BROWSER) => {
    expect(await open({ BROWSER })).toContain(BROWSER);
  },
);

it.each(['none', '', ' '])('BROWSER="%s" opens nothing', async (BROWSER) => {
  expect(await open({ BROWSER, DISPLAY: ':0' })).toMatch(/^BROWSER is set/);
});

it('a computer without a browser of its own says so', async () => {
  expect(await open({ SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22', DISPLAY: ':0' })).toMatch(/SSH/);
  expect(await open({ SSH_TTY: '/dev/pts/1' }, 'darwin')).toMatch(/SSH/);
  expect(await open({ AWS_EXECUTION_ENV: 'CloudShell' })).toMatch(/CloudShell/);
  expect(await open({})).toMatch(/no desktop|no browser/);
});

it('over SSH, BROWSER still opens what it names', async () => {
  const { file, opened } = browser('remote');
  expect(await open({ BROWSER: `"${file}"`, SSH_TTY: '/dev/pts/1' })).toBeUndefined();
  expect(opened()).toEqual([ADDRESS]);
});

it.each([
  'http://example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '--help',
  'aws.amazon.com',
])('the address %s is refused', async (address) => {
  const { file, opened } = browser('refusing');
  await expect(open({ BROWSER: `"${file}"` }, 'linux', address)).rejects.toThrow();
  expect(opened()).toBeUndefined();
});

it.each(['127.0.0.1', 'localhost', '[::1]'])(
  "this computer's own address may be opened without TLS: %s",
  async (host) => {
    const { file, opened } = browser('local');
    const address = `http://${host}:4711/x`;
    expect(await open({ BROWSER: `"${file}"` }, 'linux', address)).toBeUndefined();
    expect(opened()).toEqual([address]);
  },
);
