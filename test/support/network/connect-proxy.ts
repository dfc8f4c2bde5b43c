import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { createServer as createTlsEndpoint } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { PrivateCa } from './private-ca.ts';

/** Listens on a free port of 127.0.0.1 until the test is over, and gives the port. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

function join(near: Socket, port: number): Socket {
  const far = connect(port, '127.0.0.1');
  far.on('error', () => near.destroy());
  near.on('error', () => far.destroy());
  near.on('close', () => far.destroy());
  near.pipe(far).pipe(near);
  return far;
}

/** Takes TLS off what arrives, and passes it on to `port`. Gives its own port. */
export const startTls = ({ cert, key }: PrivateCa, port: number): Promise<number> =>
  listen(createTlsEndpoint({ cert, key }, (socket) => join(socket, port)));

interface Options {
  /** The user and password that it wants. */
  login?: string;
  /** Speaks TLS itself. */
  tls?: PrivateCa;
  /** Answers every CONNECT with this instead. */
  status?: number;
}

/**
 * A proxy that opens a tunnel for CONNECT. Whatever host a client names, the tunnel leads to `port` of this computer.
 *
 * @returns its address, with user and password, and the hosts that clients have named, each with its port
 */
export async function startProxy(
  port: number,
  { login, tls, status }: Options = {},
): Promise<{ address: string; port: number; hosts: string[] }> {
  const hosts: string[] = [];
  const server = tls ? createTlsServer(tls) : createServer();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    hosts.push(request.url ?? '');
    const given = request.headers['proxy-authorization'] ?? '';
    const isWelcome =
      !login || given === `Basic ${Buffer.from(decodeURIComponent(login)).toString('base64')}`;
    const refusal = status ?? (isWelcome ? undefined : 407);
    if (refusal) return socket.end(`HTTP/1.1 ${refusal} No\r\nContent-Length: 0\r\n\r\n`);
    join(socket, port).once('connect', () => socket.write('HTTP/1.1 200 Connected\r\n\r\n'));
  });
  const own = await listen(server);
  const host = tls ? 'localhost' : '127.0.0.1';
  const address = `${tls ? 'https' : 'http'}://${login ? `${login}@` : ''}${host}:${own}`;
  return { address, port: own, hosts };
}
