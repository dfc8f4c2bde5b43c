import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Socket } from 'node:net';

/**
 * The first `max` bytes of a file, a device or a pipe, or fewer if it ends before. It reads them instead of asking for the size: a
 * pipe has none.
 *
 * @throws Node's error if it cannot be read, and the error of an aborted signal if `quit` ends the wait for a pipe
 */
export async function startOf(file: string, max: number, quit?: AbortSignal): Promise<Buffer> {
  // Opening a pipe without a writer would wait for one, and no signal would end that. Windows lacks the flag.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if (fstatSync(descriptor).isFIFO()) return startOfPipe(descriptor, max, quit);
  try {
    const bytes = Buffer.alloc(max);
    let length = 0;
    for (let read = -1; read !== 0 && length < max; length += read) {
      read = readSync(descriptor, bytes, length, max - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** The socket closes the descriptor. */
async function startOfPipe(fd: number, max: number, signal?: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const pipe = new Socket({ fd, readable: true, writable: false, ...(signal && { signal }) });
  for await (const chunk of pipe) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= max) break;
  }
  return Buffer.concat(chunks).subarray(0, max);
}
