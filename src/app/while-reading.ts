import type { Options } from '../cli/options.ts';
import { runModeOf } from '../cli/run-mode.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Host } from '../engine/step.ts';
import type { AccountAccess } from './open-account.ts';
import { openHost } from './open-host.ts';
import type { OpenedReads } from './open-reads.ts';
import { openedToAsk } from './opened-to-ask.ts';
import { printSentences } from './print-sentences.ts';
import { wantsSentences } from './terminal-look.ts';

interface Reading {
  /** Opens a screen only to ask how to sign in. */
  host: Host;
  isOnScreen: boolean;
  /** Gives the terminal back. */
  close(): Promise<void>;
  openAccount(options: Options): Promise<AccountAccess>;
  openReads(options: Options): Promise<OpenedReads>;
}

/**
 * Carries out a command that only reads. However it ends, the terminal is given back, and root's sessions that it has made are
 * named.
 */
export async function whileReading<Result>(
  options: Options,
  terminal: Terminal,
  read: (reading: Reading) => Promise<Result>,
): Promise<Result> {
  const mode = runModeOf(options, terminal);
  const isOnScreen = mode === 'interactive' && !wantsSentences(options, terminal);
  const madeSessions = new Set<string>();
  const open = () => openHost(mode, options, terminal, {});
  const { host, close } = isOnScreen ? openedToAsk(open, terminal) : await open();
  const accountOf = async (asked: Options) => {
    const { openAccount } = await import('./open-account.ts');
    return openAccount(asked, terminal, host, mode, { deadKeys: new Set(), madeSessions });
  };
  try {
    return await read({
      host,
      isOnScreen,
      close,
      openAccount: accountOf,
      async openReads(asked) {
        const { source, practice } = await accountOf(asked);
        const { openReads } = await import('./open-reads.ts');
        return openReads({ host, source, practice, quit: terminal.quit });
      },
    });
  } finally {
    await close();
    const { leaveRootSessions } = await import('./leave-root-sessions.ts');
    const left = await leaveRootSessions(madeSessions, terminal, undefined).catch(() => []);
    printSentences(terminal, left);
  }
}
