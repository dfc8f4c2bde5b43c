import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a client and the emulator, as a hotel's network does between a laptop and AWS. */
export interface Front {
  url: string;
  /** How many requests came in since the last `pageAt`. */
  count(): number;
  /** From now on the request of this number, the first is 1, gets a page; the others go through. */
  pageAt(number: number): void;
  stop(): Promise<void>;
}

const PAGE = '<!doctype html><title>Welcome</title><p>Room number, please.</p>';

/** Listens on a free port of 127.0.0.1 and hands on to `target`, until a page is asked for. */
export async function startFront(target: string): Promise<Front> {
  let count = 0;
  let page = 0;
  const server = createServer((asked, answer) => {
    count += 1;
    if (count !== page) return handOn(target, asked, answer);
    asked.resume();
    answer.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => count,
    pageAt(number) {
      count = 0;
      page = number;
    },
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
