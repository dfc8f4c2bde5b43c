import type { BrowserParts } from '../auth/browser/browser-sign-in.ts';
import { asBlocked } from '../aws/errors.ts';
import { requestHandlerFor } from '../aws/request-handler.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Request } from '../engine/step.ts';
import { ownersFiles } from '../state/owners-files.ts';
import { say } from '../text/text.ts';

/** Gives the sign-in room what it needs from the disk, the network and the terminal to sign in by the browser. */
export const browserParts = ({
  env,
  print,
  openBrowser,
  quit,
}: Terminal): Omit<BrowserParts, 'host'> => ({
  env,
  quit,
  openBrowser,
  show(text, address) {
    print(say(text));
    print(address);
  },
  requestHandlerFor: (caBundle) => requestHandlerFor(env, caBundle),
  explainError: (error) => asBlocked(error, TOKEN),
  files: ownersFiles,
});

/** The call of signing in. The SDK has no client for it, so it is no operation of its own. */
const TOKEN = {
  service: 'signin',
  operation: 'CreateOAuth2Token',
  input: {},
} as unknown as Request;
