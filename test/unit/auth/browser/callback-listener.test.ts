import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Returned } from '../../../../src/auth/browser/authorization.ts';
import { listenForCallback } from '../../../../src/auth/browser/callback-listener.ts';
import { Blocked, Leave } from '../../../../src/engine/errors.ts';
import { speakIn } from '../../../../src/locale/language.ts';
import { say, speak } from '../../../../src/text/text.ts';
import { errorOf } from '../../../support/aws/local-endpoint.ts';

const STATE = '3f0c2c4e-7a55-4d39-9d5e-2f6a6ad2a6c1';

async function listen(waitsMs?: number) {
  const stop = new AbortController();
  const listener = await listenForCallback(stop.signal, waitsMs);
  onTestFinished(() => listener.close());
  let ended = false;
  const waiting = listener.wait(STATE).finally(() => {
    ended = true;
  });
  waiting.catch(() => undefined);
  const { redirectUri } = listener;
  const port = Number(new URL(redirectUri).port);
  return { stop, waiting, redirectUri, port, hasEnded: () => ended };
}

/** Sends bytes as they are, and gives what comes back until the connection is closed. */
const sendRaw = (port: number, text: string, host = '127.0.0.1'): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(text));
    let reply = '';
    socket.on('data', (data) => {
      reply += data;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Shown out before all of it was sent: there may be an answer, or none.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => resolve(reply));
  });

const request = (line: string, host: string, more = ''): string =>
  `${line} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;

const codeIn = (returned: Returned): string => ('code' in returned ? returned.code.reveal() : '');

describe('the browser that comes back', () => {
  it('brings the code, and gets a page without it, without script, and with nothing from elsewhere', async () => {
    const { waiting, redirectUri } = await listen();
    const response = await fetch(`${redirectUri}?code=the-code&state=${STATE}`);
    expect(codeIn(await waiting)).toBe('the-code');
    const page = await response.text();
    expect([response.status, page]).toEqual([200, expect.stringContaining('Back to the terminal')]);
    expect(page).not.toMatch(/the-code|<script|src=|href=/);
    expect(page).not.toContain(STATE);
    expect(page.length).toBeLessThan(1000);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it('gets a Korean page if Rootlock speaks Korean', async () => {
    await speakIn('ko');
    onTestFinished(() => speak(undefined));
    const { redirectUri } = await listen();
    const page = await (await fetch(`${redirectUri}?code=c&state=${STATE}`)).text();
    expect(page).toMatch(/[가-힣]/);
    expect(page).not.toContain('Back to the terminal');
  });

  it('may bring a refusal instead', async () => {
    const { waiting, redirectUri } = await listen();
    await fetch(`${redirectUri}?error=access_denied&state=${STATE}`);
    expect(await waiting).toEqual({ error: 'access_denied' });
  });

  it('comes once: nobody listens any more', async () => {
    const { waiting, redirectUri } = await listen();
    await fetch(`${redirectUri}?code=first&state=${STATE}`);
    await waiting;
    await expect(fetch(`${redirectUri}?code=second&state=${STATE}`)).rejects.toThrow();
  });

  it('comes once, also if two come at the same time', async () => {
    const { waiting, redirectUri } = await listen();
    await Promise.allSettled(
      ['a', 'b'].map((code) => fetch(`${redirectUri}?code=${code}&state=${STATE}`)),
    );
    expect(['a', 'b']).toContain(codeIn(await waiting));
  });
});

describe('anything else changes nothing and ends nothing:', () => {
  it.each<[string, (host: string) => string]>([
    ['another state', (host) => request('GET /oauth/callback?code=x&state=other', host)],
    ['no state', (host) => request('GET /oauth/callback?code=x', host)],
    ['an error with another state', (host) => request('GET /oauth/callback?error=x&state=y', host)],
    ['two states', (host) => request(`GET /oauth/callback?code=x&state=${STATE}&state=a`, host)],
    ['another path', (host) => request(`GET /oauth/callback/?code=x&state=${STATE}`, host)],
    [
      'a path that leads there',
      (host) => request(`GET /a/../oauth/callback?code=x&state=${STATE}`, host),
    ],
    [
      'an absolute address',
      (host) => request(`GET http://${host}/oauth/callback?code=x&state=${STATE}`, host),
    ],
    ['the icon', (host) => request('GET /favicon.ico', host)],
    ['no query', (host) => request('GET /oauth/callback', host)],
    ['HEAD', (host) => request(`HEAD /oauth/callback?code=x&state=${STATE}`, host)],
    ['OPTIONS', (host) => request(`OPTIONS /oauth/callback?code=x&state=${STATE}`, host)],
    [
      'POST',
      (host) =>
        request(`POST /oauth/callback?code=x&state=${STATE}`, host, 'content-length: 0\r\n'),
    ],
    ['another host', () => request(`GET /oauth/callback?code=x&state=${STATE}`, 'evil.example')],
    [
      'localhost',
      (host) =>
        request(
          `GET /oauth/callback?code=x&state=${STATE}`,
          host.replace('127.0.0.1', 'localhost'),
        ),
    ],
    [
      'a very long request',
      (host) => request(`GET /oauth/callback?code=${'x'.repeat(100_000)}&state=${STATE}`, host),
    ],
    ['no HTTP at all', () => 'hello\r\n\r\n'],
  ])('%s', async (_, text) => {
    const { waiting, redirectUri, port, hasEnded } = await listen();
    const reply = await sendRaw(port, text(`127.0.0.1:${port}`));
    expect(reply).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
    expect(reply).not.toContain(STATE);
    expect(hasEnded()).toBe(false);
    await fetch(`${redirectUri}?code=right&state=${STATE}`);
    expect(codeIn(await waiting)).toBe('right');
  });

  it('somebody who connects and never ends the request, a hundred times', async () => {
    const { waiting, redirectUri, port } = await listen();
    const slow = Array.from({ length: 100 }, () => sendRaw(port, 'GET /').catch(() => ''));
    await fetch(`${redirectUri}?code=right&state=${STATE}`);
    expect(codeIn(await waiting)).toBe('right');
    // Nobody can hold a listener open that is done.
    await Promise.all(slow);
  });
});

describe('the listener', () => {
  it('can be reached at 127.0.0.1 alone', async () => {
    const { port } = await listen();
    const others = Object.values(networkInterfaces())
      .flatMap((all = []) => all)
      .map(({ address }) => address)
      .filter((address) => address !== '127.0.0.1');
    for (const host of ['::1', '127.0.0.2', ...others.filter((one) => one.startsWith('127.'))]) {
      await expect(sendRaw(port, 'GET / HTTP/1.1\r\n\r\n', host)).rejects.toThrow(
        /ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH/,
      );
    }
  });

  it('closes if nobody comes in time, in one sentence', async () => {
    const { waiting, redirectUri } = await listen(20);
    const error = await errorOf(waiting);
    expect(error).toBeInstanceOf(Blocked);
    expect(say((error as Blocked).text)).toContain('Nobody has signed in within');
    await expect(fetch(redirectUri)).rejects.toThrow();
  });

  it('closes when the owner stops', async () => {
    const { waiting, redirectUri, stop } = await listen();
    const why = new Leave('quit');
    stop.abort(why);
    expect(await errorOf(waiting)).toBe(why);
    await expect(fetch(redirectUri)).rejects.toThrow();
  });
});
