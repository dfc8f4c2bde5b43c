import { Buffer } from 'node:buffer';
import { Secret } from '../../engine/secret.ts';
import { t } from '../../text/text.ts';

export const copied = t(
  'Sent to the clipboard. If pasting gives nothing, your terminal does not allow it.',
);
export const secretCopied = t(
  'In the clipboard for one minute. If pasting gives nothing, your terminal does not allow it.',
);

/** How long a secret stays in the clipboard, in milliseconds. */
const SECRET_STAYS_MS = 60_000;

export interface Clipboard {
  copy(what: string | Secret): void;
  /** Takes a secret out of the clipboard again. */
  close(): void;
}

/**
 * The clipboard of the computer that the owner sits at, also over SSH: the terminal fills it (xterm, OSC 52), or silently does not.
 * Nobody can tell which.
 */
export function terminalClipboard(write: (sequence: string) => void): Clipboard {
  let timer: NodeJS.Timeout | undefined;
  const put = (text: string) => write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`);

  function close(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    // A blank: tmux and others ignore an empty text.
    put(' ');
  }

  return {
    copy(what) {
      clearTimeout(timer);
      timer = undefined;
      if (!(what instanceof Secret)) return put(what);
      put(what.reveal());
      timer = setTimeout(close, SECRET_STAYS_MS);
    },
    close,
  };
}
