import { afterEach, describe, expect, it } from 'vitest';
import { practise } from '../../src/practice/account.ts';
import { signIn } from '../../src/practice/sign-in.ts';
import { codeAt, stepAt } from '../../src/practice/totp.ts';
import { emptyFolder, stateFiles } from '../support/program.ts';
import type { Terminal } from '../support/terminal.ts';
import { HOSTS, handOver, prepare } from './handing-over.ts';

let terminal: Terminal;
afterEach(() => terminal.close());

describe.each(HOSTS)('what is handed over $host', (host) => {
  it('opens the account: the password with a code of the key, none of them alone', async () => {
    const home = emptyFolder();
    await prepare(home);
    const run = handOver(home, host);
    terminal = run.terminal;
    const { seed, password } = await run.answerAll();

    const { 'practice/account.json': text = '' } = stateFiles(home);
    // The codes that were typed count as used: a minute later the app shows others.
    const later = new Date(Date.now() + 60_000);
    const practice = practise(JSON.parse(text), { now: () => later });
    const code = codeAt(seed, stepAt(later.getTime()));
    expect(signIn(practice, 'admin', password, '')).toBe(false);
    expect(signIn(practice, 'admin', `${password} `, code)).toBe(false);
    expect(signIn(practice, 'admin', password, codeAt(seed, stepAt(Date.now())))).toBe(false);
    expect(signIn(practice, 'admin', password, code)).toBe(true);
  });
});
