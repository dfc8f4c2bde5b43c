import { once } from 'node:events';
import { runInTerminal } from '../../../src/cli/run-in-terminal.ts';
import { leaving } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import { plainHost } from '../../../src/hosts/plain/plain-host.ts';
import { t } from '../../../src/text/text.ts';

/** A run of its own: some questions at the real standard streams, then the answers. */
const host = plainHost({
  input: process.stdin,
  output: process.stdout,
  dumb: process.env.TERM === 'dumb',
  cli: ({ operation }) => [operation],
  openBrowser: async () => undefined,
  runInTerminal: (argv) =>
    runInTerminal(argv, { input: process.stdin, quit: new AbortController().signal }),
});

/** Until the test has typed: it then sends a signal. */
async function busy(): Promise<void> {
  const typed = once(process, 'SIGUSR2');
  process.stdout.write('busy\n');
  const alive = setInterval(() => undefined, 1000);
  await typed;
  clearInterval(alive);
}

/** Two programs that read the terminal, one after the other, and a question behind them. */
async function lending(): Promise<void> {
  const program = 'read -p "name? " a; read -p "again? " b; echo "got $a $b"; exit 7';
  const argv = ['bash', '-c', program];
  const ask = () => host.ask('sign-in.command', { kind: 'command', message: t('Sign in'), argv });
  const statuses = [await ask(), await ask()];
  const value = await host.ask('sign-in.secret', { kind: 'secret', message: t('The key?') });
  process.stdout.write(`${JSON.stringify({ statuses, length: value.reveal().length })}\n`);
}

async function run(): Promise<void> {
  if (process.env.LENDING) return lending();
  const length = await host.ask('policy.length', {
    kind: 'number',
    message: t('Minimum password length?'),
    initial: 14,
    min: 6,
    max: 128,
  });
  const group = await host.ask('group.name', {
    kind: 'select',
    message: t('Which group?'),
    initial: 'admins',
    choices: ['admins', 'owners'].map((value) => ({ value, label: t('{value}', { value }) })),
  });
  const password = await host.ask('user.password', {
    kind: 'password',
    message: t('A password for jun'),
    generate: () => new Secret('made-for-you'),
  });
  // Time in which nothing reads the keyboard, as while AWS is being asked.
  if (process.env.BUSY) await busy();
  const sure = await host.ask('keys.apply', {
    kind: 'confirm',
    message: t('Delete the key?'),
    initial: false,
    danger: true,
  });
  process.stdout.write(`${JSON.stringify({ length, group, kept: password.reveal(), sure })}\n`);
}

run().catch((error: unknown) => {
  const to = leaving(error);
  if (!to) throw error;
  process.stdout.write(`left by ${to}\n`);
  process.exitCode = 130;
});
