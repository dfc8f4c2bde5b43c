import { setFlagsFromString } from 'node:v8';
import type { Options } from '../cli/options.ts';
import type { RunMode } from '../cli/run-mode.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Account, Event, Host } from '../engine/step.ts';
import { headlessHost } from '../hosts/headless.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { cliCommand } from '../reports/cli-command.ts';
import { say, t } from '../text/text.ts';

/** A host, and how to give the terminal back. Closing twice does nothing. */
export interface Opened {
  host: Host;
  close(): Promise<void>;
}

/** The host that this manner of running wants. Opened before anybody signs in: the first thing that the owner sees. */
export async function openHost(
  mode: RunMode,
  options: Options,
  terminal: Terminal,
  given: Record<string, unknown>,
): Promise<Opened> {
  if (mode === 'interactive' && !wantsSentences(options, terminal))
    return openScreen(options, terminal);
  const sentences = await openSentences(options, terminal);
  const host =
    mode === 'unattended'
      ? headlessHost({ emit: sentences.emit, answers: given, yes: options.yes })
      : sentences;
  return { host, close: async () => undefined };
}

/** In practice, what only the owner's phone and browser can do is done on a key, or all of it by the practice owner. */
export async function practised(
  host: Host,
  mode: RunMode,
  practice: PracticeAccount,
): Promise<Host> {
  const { owner, withPhone } = await import('../practice/owner/practice-owner.ts');
  if (mode === 'simulated') return owner(host, practice);
  return mode === 'interactive' ? withPhone(host, practice) : host;
}

/** Read aloud, or by a terminal that cannot move its cursor. */
const wantsSentences = ({ plain }: Options, { env }: Terminal): boolean =>
  plain || env.ACCESSIBLE === '1' || env.INK_SCREEN_READER === 'true' || env.TERM === 'dumb';

/** Up, and what stands there gone: the owner's own screen is to be as it was. */
const LINE_AWAY = '\u001b[1A\u001b[2K';

async function openScreen({ verbose }: Options, terminal: Terminal): Promise<Opened> {
  const { input: stdin, output: stdout, env } = terminal;
  // A tenth less memory at the first question, for some milliseconds: V8 keeps what is thrown away for a shorter time.
  setFlagsFromString('--semi-space-growth-factor=1');
  // What draws the screen takes longer to load than all before it.
  stdout.write(`${say(t('Finding out who is signed in.'))}\n`);
  const { openTui } = await import('../hosts/tui/index.tsx');
  stdout.write(LINE_AWAY);
  const account = lastAccount();
  const tui = openTui({
    stdin,
    stdout,
    cli: (request) => cliCommand(request, account.region()),
    runInTerminal: terminal.runInTerminal,
    env: { colour: !env.NO_COLOR, unicode: hasUnicode(env) },
    verbose,
    onInterrupt: terminal.stop,
  });
  let closing: Promise<void> | undefined;
  return {
    host: {
      emit: account.hearing(tui.emit),
      ask: (id, question, until) =>
        tui.ask(id, question, AbortSignal.any([terminal.quit, ...(until ? [until] : [])])),
    },
    close: () => {
      closing ??= tui.close();
      return closing;
    },
  };
}

/** Standard output belongs to the JSON document alone, where one is asked for. */
async function openSentences({ json, verbose }: Options, terminal: Terminal): Promise<Host> {
  const { plainHost } = await import('../hosts/plain/plain-host.ts');
  const { input, output, env, quit, runInTerminal } = terminal;
  const account = lastAccount();
  const host = plainHost({
    input,
    output,
    dumb: env.TERM === 'dumb',
    verbose,
    cli: (request) => cliCommand(request, account.region()),
    runInTerminal,
    stop: quit,
  });
  return json ? { ...host, emit: () => undefined } : { ...host, emit: account.hearing(host.emit) };
}

/** Lines for the AWS CLI name the region, which is known once somebody is signed in. */
function lastAccount() {
  let account: Account | undefined;
  return {
    region: () => account?.region ?? '',
    hearing: (emit: Host['emit']) => (event: Event) => {
      if (event.type === 'account') account = event.account;
      emit(event);
    },
  };
}

/** By the locale that the terminal was started with; Windows Terminal sets a variable of its own. */
const hasUnicode = ({ LC_ALL, LC_CTYPE, LANG, WT_SESSION }: NodeJS.ProcessEnv): boolean =>
  /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '') || Boolean(WT_SESSION);
