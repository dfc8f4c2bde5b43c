import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';

type Streams = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'>;

/**
 * A window that is closed takes its terminal away, which then refuses to change its mode. Line editing would take that for
 * a crash: from now on it is left alone. The streams are those of the process.
 */
export function forgiveClosed({ stdin }: Streams): void {
  if (!stdin.isTTY) return;
  const setRawMode = stdin.setRawMode.bind(stdin);
  stdin.setRawMode = (raw) => (isatty(stdin.fd) ? setRawMode(raw) : stdin);
}

/** Node sets terminals back as they were at the start, and aborts where one is no longer there: then it must not try. */
export function letGoOfClosed({ stdin, stdout, stderr }: Streams): void {
  for (const { isTTY, fd } of [stdin, stdout, stderr]) if (isTTY && !isatty(fd)) closeSync(fd);
}
