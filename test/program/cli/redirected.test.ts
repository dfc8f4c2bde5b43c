import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { practiceHome, program, SHORT_RUN, stateFiles } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';

let terminal: Terminal;
afterEach(() => terminal?.close());

/** Runs a line in a shell at a terminal. The shell prints the exit code afterwards. */
const openInShell = (line: string, home: string): Terminal => {
  const words = [
    process.execPath,
    ...SHORT_RUN,
    program(),
    '--practice',
    '--only',
    'password-policy',
  ];
  const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
  terminal = openTerminal(['bash', '-c', `${line}; echo "exit code $?"`, 'bash', ...words], {
    env,
  });
  return terminal;
};

describe('with a terminal for input or output only, nobody is asked and the cursor never moves', () => {
  it.each([
    ['the output goes into a pipe', 'set -o pipefail; "$@" | cat'],
    ['the output goes into a file', '"$@" > out; code=$?; cat out; (exit $code)'],
    ['the input is /dev/null', '"$@" < /dev/null'],
    ['the input comes from a pipe', 'yes | "$@"'],
    ['the input is closed', '"$@" <&-'],
  ])('if %s', async (_, line) => {
    const home = practiceHome();
    const { exit, screen } = openInShell(line, home);
    await exit;
    expect(screen()).toContain('Password policy: secure');
    expect(screen()).toContain('exit code 0');
    expect(terminal.raw).not.toContain('\u001b');
  });

  it.each([
    ['a document', '"$@" --dry-run --json > /dev/full'],
    ['the help', '"$@" --help > /dev/full'],
  ])(
    'if the output is %s that does not fit on the disk, the exit code says so',
    async (_, line) => {
      const { exit, screen } = openInShell(line, practiceHome());
      await exit;
      expect(screen()).toContain('exit code 3');
    },
  );

  it('if the output is closed, the changes are made all the same', async () => {
    const home = practiceHome();
    const { exit, screen } = openInShell('"$@" >&-', home);
    await exit;
    expect(screen()).toBe('exit code 0');
    expect(stateFiles(home)['practice/receipt.json']).toContain('UpdateAccountPasswordPolicy');
  });
});
