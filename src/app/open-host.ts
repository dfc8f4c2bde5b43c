import type { Options } from '../cli/options.ts';
import type { RunMode } from '../cli/run-mode.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Event, Host, Request } from '../engine/step.ts';
import { tap } from '../engine/tap.ts';
import { headlessHost } from '../hosts/headless.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { type CliTarget, cliLines, cliTarget } from '../reports/cli-command.ts';
import { say, t } from '../text/text.ts';
import { drawsChecklist, lookOf, wantsSentences } from './terminal-look.ts';

/** A host, and how to give the terminal back. Closing twice does nothing. */
interface OpenedHost {
  host: Host;
  close(): Promise<void>;
}

/** Opens the host that the run mode needs. It opens before anybody signs in, so it is the first thing the owner sees. */
export async function openHost(
  mode: RunMode,
  options: Options,
  terminal: Terminal,
  answers: Record<string, unknown>,
): Promise<OpenedHost> {
  if (mode === 'interactive' && !wantsSentences(options, terminal)) {
    return openScreen(options, terminal);
  }
  if (drawsChecklist(options, terminal)) return openForChecklist(terminal);
  const sentences = await openSentences(options, terminal);
  const host =
    mode === 'unattended'
      ? headlessHost({ emit: sentences.emit, answers, yes: options.yes })
      : sentences;
  return { host, close: async () => undefined };
}

/** In practice, a key does what needs the owner's phone or browser, or the practice owner answers everything. */
export async function withPracticeOwner(
  host: Host,
  mode: RunMode,
  practice: PracticeAccount,
): Promise<Host> {
  const { owner, withPhone } = await import('../practice/owner/practice-owner.ts');
  if (mode === 'simulated') return owner(host, practice);
  return mode === 'interactive' ? withPhone(host, practice) : host;
}

/** Says one line until the checklist is drawn. A survey asks nothing. */
function openForChecklist({ output }: Terminal): OpenedHost {
  output.write(`${say(t('Looking at the account. Nothing is changed.'))}\n`);
  let isOpen = true;
  return {
    host: headlessHost({ emit: () => undefined, answers: {}, yes: false }),
    async close() {
      if (isOpen) output.write(CLEAR_LINE_ABOVE);
      isOpen = false;
    },
  };
}

/** Moves up one line and clears it, so that the owner's own screen stays as it was. */
export const CLEAR_LINE_ABOVE = '\u001b[1A\u001b[2K';

async function openScreen({ verbose }: Options, terminal: Terminal): Promise<OpenedHost> {
  const { input: stdin, output: stdout } = terminal;
  // Ink takes longer to load than everything before it.
  stdout.write(`${say(t('Finding out who is signed in.'))}\n`);
  const { openTui } = await import('../hosts/tui/index.tsx');
  stdout.write(CLEAR_LINE_ABOVE);
  const { cli, onEvent } = cliCommands(terminal);
  const tui = openTui({
    stdin,
    stdout,
    cli,
    runInTerminal: terminal.runInTerminal,
    openBrowser: terminal.openBrowser,
    look: lookOf(terminal),
    powershell: terminal.powershell,
    verbose,
    onInterrupt: terminal.stop,
  });
  const host: Host = {
    fills: true,
    emit: tui.emit,
    ask: (id, question, signal) =>
      tui.ask(id, question, AbortSignal.any([terminal.quit, ...(signal ? [signal] : [])])),
  };
  let closing: Promise<void> | undefined;
  return {
    host: tap(host, onEvent),
    close: () => {
      closing ??= tui.close();
      return closing;
    },
  };
}

/** With `--json`, events print nothing: standard output belongs to the document. */
async function openSentences({ json, verbose }: Options, terminal: Terminal): Promise<Host> {
  const { plainHost } = await import('../hosts/plain/plain-host.ts');
  const { input, output, env, quit, runInTerminal, openBrowser } = terminal;
  const { cli, onEvent } = cliCommands(terminal);
  const host = plainHost({
    input,
    output,
    dumb: env.TERM === 'dumb',
    verbose,
    cli,
    runInTerminal,
    openBrowser,
    stop: quit,
  });
  return json ? { ...host, emit: () => undefined } : tap(host, onEvent);
}

/** Prints calls as AWS CLI commands. These name the region, which is known once somebody is signed in. */
function cliCommands({ powershell }: Terminal) {
  let target: CliTarget = { region: '' };
  return {
    cli: (request: Request) => cliLines(request, { ...target, powershell }),
    onEvent(event: Event) {
      if (event.type === 'account') target = cliTarget(event.account);
    },
  };
}
