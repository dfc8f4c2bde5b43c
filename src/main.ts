import './cli/polyfills/promise-with-resolvers.ts';
import './cli/polyfills/lazy-segmenter.ts';
import { setMaxListeners } from 'node:events';
import { closeLostTerminals, ignoreClosedTerminal } from './cli/closed-terminal.ts';
import { isPlaybook, playbookWords } from './cli/commands.ts';
import { accountOptions, commandToGoOn, nameProgram } from './cli/invocation.ts';
import { readOptions } from './cli/options.ts';
import { requestedLanguage } from './cli/requested-language.ts';
import { Blocked, Leave, leaving, SignedOut } from './engine/errors.ts';
import { languageOf, speakIn } from './locale/language.ts';
import { setPlaybook, setRunOptions } from './text/program.ts';
import { plain, type Text, t } from './text/text.ts';
import { Usage } from './text/usage.ts';

declare const VERSION: string;

const WRONG_USAGE = 64;
const BLOCKED = 3;
const OUR_BUG = 1;

/** As in shells: 128 plus the number of the signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof SIGNALS;

/** The disk is full, a quota is used up, or a file may not get larger. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Set if standard output is a file that does not hold all of it. Nobody may take it for whole. */
let cutShort: Blocked | undefined;

async function main(): Promise<number> {
  const stop = new AbortController();
  // Each read in flight listens to it. There may be dozens, which Node would report as a leak.
  setMaxListeners(0, stop.signal);
  const program = nameProgram(process);
  let exitCode: number = SIGNALS.SIGINT;
  let terminalIsLent = false;
  const stopFor = (signal: Signal) => {
    // Ctrl-C reaches every program in the terminal, but it is meant for the one that has the terminal now.
    if (stop.signal.aborted || (terminalIsLent && signal === 'SIGINT')) return;
    exitCode = SIGNALS[signal];
    stop.abort(new Leave('quit'));
  };
  for (const signal of Object.keys(SIGNALS) as Signal[]) process.on(signal, () => stopFor(signal));
  // The window is closed, or the reader of a pipe has ended (`| head`). Both count as a hang-up, and so does a full disk.
  let isClosed = false;
  for (const stream of [process.stdin, process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      isClosed = true;
      if (stream === process.stdout) cutShort ??= outputCutShort(error);
      stopFor('SIGHUP');
    });
  }
  ignoreClosedTerminal(process);
  try {
    const argv = process.argv.slice(2);
    const language = requestedLanguage(argv, process.env);
    await speakIn(language);
    const options = readOptions(argv, VERSION, process.stdout.columns);
    if (typeof options === 'string') {
      process.stdout.write(options);
      return 0;
    }
    setRunOptions({
      ...(isPlaybook(options.command) && { command: playbookWords(options, options.subject) }),
      isPractice: options.practice !== undefined,
      account: accountOptions(options),
      language: options.lang,
    });
    if (isPlaybook(options.command)) {
      setPlaybook(options.leave ? `${options.command} --leave` : options.command);
    }
    setEnvironment();
    const { runCommand } = await import('./app/commands/index.ts');
    const { stdin: input, stdout: output, env } = process;
    return await runCommand(options, {
      input,
      output,
      env,
      program,
      language,
      languageOf,
      // A POSIX shell on Windows, such as Git Bash, sets SHELL.
      powershell: process.platform === 'win32' && !env.SHELL,
      quit: stop.signal,
      stop: () => stopFor('SIGINT'),
      print: (text) => void output.write(`${text}\n`),
      warn: printError,
      async runInTerminal(argv) {
        const { runInTerminal } = await import('./cli/run-in-terminal.ts');
        terminalIsLent = true;
        return runInTerminal(argv, { input, quit: stop.signal }).finally(() => {
          terminalIsLent = false;
        });
      },
      async whyNoBrowser() {
        const { whyNoBrowser } = await import('./cli/open-browser.ts');
        return whyNoBrowser(env, process.platform);
      },
      async openBrowser(address) {
        const { openBrowser } = await import('./cli/open-browser.ts');
        return openBrowser(address, { env, platform: process.platform });
      },
    });
  } catch (error) {
    if (leaving(error) !== 'quit') return await failure(error);
    const command = commandToGoOn(program, process.argv.slice(2), (error as Leave).goOnWith);
    if (!isClosed)
      await printError(t('Stopped. What was done stays done. To go on: {command}', { command }));
    return exitCode;
  }
}

/** Sets variables for the SDK, which reads them when it is loaded. */
function setEnvironment(): void {
  // The SDK would print a warning about Node 20 in the middle of the screen.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  // No laptop has a metadata service, and looking for one would take seconds.
  process.env.AWS_EC2_METADATA_DISABLED ??= 'true';
  // The screen must show an endpoint that is not AWS's, so Rootlock reads these settings itself.
  process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true';
}

async function printError(...texts: Text[]): Promise<void> {
  const { stderr } = process;
  // It brings a library that measures letters, which only an error needs this early.
  const { sentenceLines } = await import('./text/sentence-lines.ts');
  for (const line of texts.flatMap((text) => sentenceLines(text, stderr.columns))) {
    stderr.write(`${line}\n`);
  }
}

/** Prints what went wrong and gives the exit code. */
async function failure(error: unknown): Promise<number> {
  if (error instanceof Usage) {
    await printError(error.text);
    return WRONG_USAGE;
  }
  if (error instanceof Blocked || error instanceof SignedOut) {
    await printError(error.text, ...error.fix.map((fix) => t('  {fix}', { fix })));
    return BLOCKED;
  }
  await printError(
    t('This is a bug in Rootlock. What is done stays done. Please report it with the text below:'),
  );
  const stack = (error as Error)?.stack ?? String(error);
  process.stderr.write(`${stack.split('\n').map(plain).join('\n')}\n`);
  return OUR_BUG;
}

/** What an error of standard output says if it is a file that is full. Any other one means that nobody reads it any more. */
const outputCutShort = ({ code = '' }: NodeJS.ErrnoException): Blocked | undefined =>
  FULL.includes(code)
    ? new Blocked(t('The output could not be written to its end ({code}).', { code }), [
        t('Free some space, then run the same command again. What is done stays done.'),
      ])
    : undefined;

/**
 * Open connections and abandoned reads would keep the process alive for seconds, so it exits by itself. Output to a pipe is
 * asynchronous, so it has to be flushed first.
 */
const exit = (code: number): void =>
  void process.stdout.write('', () =>
    // The error of a write arrives after it.
    setImmediate(async () => {
      const last = cutShort ? await failure(cutShort) : code;
      process.stderr.write('', () => {
        closeLostTerminals(process);
        process.exit(last);
      });
    }),
  );

// Not awaited: what the program loads imports from its file, and would wait until this file has ended.
void main().then(exit);
