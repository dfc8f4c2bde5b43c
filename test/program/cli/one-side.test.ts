import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyFolder, program, stateFiles } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';

let terminal: Terminal;
afterEach(() => terminal?.close());

/** In a shell at a terminal, which says afterwards how it ended. */
const openInShell = (line: string, home: string): Terminal => {
  const words = [process.execPath, program(), '--practice', '--only', 'password-policy'];
  const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
  terminal = openTerminal(['bash', '-c', `${line}; echo "left with $?"`, 'bash', ...words], {
    env,
  });
  return terminal;
};

describe('with a terminal on one side alone, nobody is asked, and nothing moves the cursor', () => {
  it.each([
    ['what is printed goes into a pipe', 'set -o pipefail; "$@" | cat'],
    ['what is printed goes into a file', '"$@" > out; code=$?; cat out; (exit $code)'],
    ['what is typed comes from nowhere', '"$@" < /dev/null'],
    ['what is typed comes from a pipe', 'yes | "$@"'],
    ['nothing can be read', '"$@" <&-'],
  ])('%s', async (_, line) => {
    const home = emptyFolder();
    const { exit, screen } = openInShell(line, home);
    await exit;
    expect(screen()).toContain('Password policy: secure');
    expect(screen()).toContain('left with 0');
    expect(terminal.raw).not.toContain('\u001b');
  });

  it('where nothing can be printed, what is done is done all the same', async () => {
    const home = emptyFolder();
    const { exit, screen } = openInShell('"$@" >&-', home);
    await exit;
    expect(screen()).toBe('left with 0');
    expect(stateFiles(home)['practice/receipt.json']).toContain('UpdateAccountPasswordPolicy');
  });
});
