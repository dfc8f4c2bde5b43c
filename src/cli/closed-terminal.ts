import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';

type Streams = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'>;

/**
 * Ignores changes of the terminal's mode once the terminal is gone. Closing a window takes the terminal away, and line
 * editing would crash when it tries to change the mode.
 */
export function ignoreClosedTerminal({ stdin }: Streams): void {
  if (!stdin.isTTY) return;
  const setRawMode = stdin.setRawMode.bind(stdin);
  stdin.setRawMode = (raw) => (isatty(stdin.fd) ? setRawMode(raw) : stdin);
}

/** At its end, Node restores the mode of each terminal, and aborts if one is gone. A closed stream is left alone. */
export function closeLostTerminals({ stdin, stdout, stderr }: Streams): void {
  for (const { isTTY, fd } of [stdin, stdout, stderr]) if (isTTY && !isatty(fd)) closeSync(fd);
}
