import type { BrowserParts } from '../auth/browser/browser-sign-in.ts';
import { asBlocked } from '../aws/errors.ts';
import { requestHandlerFor } from '../aws/request-handler.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Request } from '../engine/step.ts';
import { ownersFiles } from '../state/owners-files.ts';
import { printSentences } from './print-sentences.ts';

/** Gives the sign-in room what it needs from the disk, the network and the terminal to sign in by the browser. */
export const browserParts = (terminal: Terminal): Omit<BrowserParts, 'host'> => ({
  env: terminal.env,
  quit: terminal.quit,
  openBrowser: terminal.openBrowser,
  show(text, address) {
    printSentences(terminal, [text]);
    terminal.print(address);
  },
  requestHandlerFor: (caBundle) => requestHandlerFor(terminal.env, caBundle),
  explainError: (error) => asBlocked(error, TOKEN),
  files: ownersFiles,
});

/** The call of signing in. The SDK has no client for it, so it is no operation of its own. */
const TOKEN = {
  service: 'signin',
  operation: 'CreateOAuth2Token',
  input: {},
} as unknown as Request;
