import './cli/polyfills/promise-with-resolvers.ts';
import './cli/polyfills/lazy-segmenter.ts';
import { setMaxListeners } from 'node:events';
import { forgiveClosed, letGoOfClosed } from './cli/closed-terminal.ts';
import { programName } from './cli/invocation.ts';
import { readOptions } from './cli/options.ts';
import { requestedLanguage } from './cli/requested-language.ts';
import { Blocked, Leave, leaving, SignedOut } from './engine/errors.ts';
import { speakIn } from './locale/language.ts';
import { plain, say, type Text, t } from './text/text.ts';
import { Usage } from './text/usage.ts';

declare const VERSION: string;

const WRONG_USAGE = 64;
const BLOCKED = 3;
const OUR_BUG = 1;

/** 128 and the number of the signal, as shells count. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof SIGNALS;

async function main(): Promise<number> {
  const stop = new AbortController();
  // Every read in flight listens, and there may be dozens: it is no leak.
  setMaxListeners(0, stop.signal);
  let stopped: number = SIGNALS.SIGINT;
  let terminalIsLent = false;
  const stopFor = (signal: Signal) => {
    // Ctrl-C reaches all programs of a terminal, but is meant for the one that it is terminalIsLent to.
    if (stop.signal.aborted || (terminalIsLent && signal === 'SIGINT')) return;
    stopped = SIGNALS[signal];
    stop.abort(new Leave('quit'));
  };
  for (const signal of Object.keys(SIGNALS) as Signal[]) process.on(signal, () => stopFor(signal));
  // The window is closed, or what read along has ended (`| head`): as if the terminal hung up.
  let gone = false;
  for (const stream of [process.stdin, process.stdout, process.stderr]) {
    stream.on('error', () => {
      gone = true;
      stopFor('SIGHUP');
    });
  }
  forgiveClosed(process);
  try {
    const argv = process.argv.slice(2);
    await speakIn(requestedLanguage(argv, process.env));
    const options = readOptions(argv, VERSION, process.stdout.columns);
    if (typeof options === 'string') {
      process.stdout.write(options);
      return 0;
    }
    setUp();
    const { runCommand } = await import('./app/commands/index.ts');
    const { stdin: input, stdout: output, env } = process;
    return await runCommand(options, {
      input,
      output,
      env,
      program: programName(process.argv[1] ?? '', process.cwd()),
      quit: stop.signal,
      stop: () => stopFor('SIGINT'),
      print: (text) => void output.write(`${text}\n`),
      async runInTerminal(argv) {
        const { runInTerminal } = await import('./cli/run-in-terminal.ts');
        terminalIsLent = true;
        return runInTerminal(argv, { input, quit: stop.signal }).finally(() => {
          terminalIsLent = false;
        });
      },
    });
  } catch (error) {
    if (leaving(error) !== 'quit') return failure(error);
    if (!gone) complain(t('Stopped. What was done stays done; run Rootlock again to go on.'));
    return stopped;
  }
}

/** What the SDK and the screen read from the environment, before any of them is loaded. */
function setUp(): void {
  // It warns about Node 20 in the middle of the screen; we follow when it stops working there.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  // Nobody's laptop has a metadata service: without this, "no credentials" takes seconds to say.
  process.env.AWS_EC2_METADATA_DISABLED ??= 'true';
  // An endpoint that is not AWS's must be in sight: we read the settings ourselves, and show them.
  process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true';
  // Ink does not know NO_COLOR, only this.
  if (process.env.NO_COLOR) process.env.FORCE_COLOR = '0';
}

const complain = (...texts: Text[]): void => {
  for (const text of texts) process.stderr.write(`${say(text)}\n`);
};

function failure(error: unknown): number {
  if (error instanceof Usage) {
    complain(error.text);
    return WRONG_USAGE;
  }
  if (error instanceof Blocked || error instanceof SignedOut) {
    complain(error.text, ...error.fix.map((fix) => t('  {fix}', { fix })));
    return BLOCKED;
  }
  complain(
    t('This is a bug of Rootlock. What was done stays done. Please report it, with what follows:'),
  );
  const stack = (error as Error)?.stack ?? String(error);
  process.stderr.write(`${stack.split('\n').map(plain).join('\n')}\n`);
  return OUR_BUG;
}

const code = await main();
// Open connections, and a read that nobody waits for any more, would keep the process for seconds. What is printed is not
// always out yet: a pipe takes it later.
process.stdout.write('', () =>
  process.stderr.write('', () => {
    letGoOfClosed(process);
    process.exit(code);
  }),
);
