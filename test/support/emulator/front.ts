import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a client and the emulator, as a hotel's network does between a laptop and AWS. */
export interface Front {
  url: string;
  /** Counts from 1 again: the requests that `isPaged` says get a page with status 200, the others go through. */
  page(isPaged: (number: number) => boolean): void;
  /** How many requests came in since then. */
  count(): number;
  stop(): Promise<void>;
}

const PAGE = '<!doctype html><title>Welcome</title><p>Room number, please.</p>';

/** Listens on a free port of 127.0.0.1 and hands on to `target`, but for what gets a page. */
export async function startFront(target: string): Promise<Front> {
  let count = 0;
  let paged: (number: number) => boolean = () => false;
  const server = createServer((asked, answer) => {
    count += 1;
    if (!paged(count)) return handOn(target, asked, answer);
    asked.resume();
    answer.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    page(isPaged) {
      count = 0;
      paged = isPaged;
    },
    count: () => count,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function handOn(target: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url } = asked;
  const onward = request(new URL(url ?? '/', target), { method, headers }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.headers);
    got.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}
