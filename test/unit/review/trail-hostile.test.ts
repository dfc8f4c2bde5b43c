import { Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import type { PageLook } from '../../../src/review/page.ts';
import { regionsIn } from '../../../src/review/trail/log-files.ts';
import { readFile } from '../../../src/review/trail/read-bucket.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { connectTo, errorOf, startServer } from '../../support/aws/local-endpoint.ts';
import { logFile, shownTrail } from '../../support/review/shown-trail.ts';

const busy = () => busyAccount(NOW);
const opened = (body: () => Readable) => shownTrail(busy(), { file: 'a.json.gz' }, { body });

describe('a log file that unzips to 10 GB', () => {
  const bomb = (head: string, letter: string) => () => {
    const part = Buffer.alloc(1 << 16, letter);
    const parts = (function* () {
      yield head;
      for (let left = 10_000_000_000; left > 0; left -= part.length) yield part;
    })();
    return Readable.from(parts).pipe(createGzip({ level: 1 })) as unknown as Readable;
  };

  it.each([
    ['zeros', bomb('', '\0'), 'it is damaged: this is no JSON'],
    ['blanks', bomb('{"Records":[', ' '), 'only its first 20 MB are read'],
    ['one event', bomb('{"Records":[{"eventName":"', 'x'), 'only its first 20 MB are read'],
    ['backslashes', bomb('{"Records":[{"a":"', '\\'), 'only its first 20 MB are read'],
  ])('of %s is given up', async (_, body, why) => {
    const { rows, count } = await opened(body);
    expect([rows, count]).toEqual([[], `no events; ${why}`]);
  });
});

describe('an event that means harm', () => {
  it('says nothing of MFA by a word that each object has', async () => {
    const of = (word: string) => [
      { eventName: 'ConsoleLogin', additionalEventData: { MFAUsed: word } },
      { userIdentity: { sessionContext: { attributes: { mfaAuthenticated: word } } } },
    ];
    const events = ['constructor', '__proto__', 'toString'].flatMap(of);
    const { rows } = await opened(() =>
      logFile(...events.map((it) => ({ eventName: 'A', ...it }))),
    );
    expect(rows.map(({ mfa }) => mfa)).toEqual(events.map(() => 'not said'));
  });

  it('has no time unless it is one of CloudTrail’s', async () => {
    const times = [5, '5', '2026', 'tomorrow', '2026-13-45T00:00:00Z', '+275760-09-13T00:00:00Z'];
    const { rows } = await opened(() =>
      logFile(...times.map((eventTime) => ({ eventName: 'A', eventTime }))),
    );
    expect(rows.map(({ time }) => time)).toEqual(times.map(() => '? the event does not say'));
  });

  it('changes nothing by the name __proto__, which its tree shows as any other', async () => {
    const root = '"__proto__":{"type":"Root","errorCode":"AccessDenied"}';
    const text = `{"Records":[{"eventName":"A","eventID":"x","userIdentity":{${root}},${root}}]}`;
    const { rows, open, records } = await opened(() => Readable.from([gzipSync(text)]));
    expect(rows).toMatchObject([{ who: 'none', result: 'done' }]);
    expect(await open('x')).toContain('      type: Root');
    expect(records?.join()).toContain(root);
  });

  it('is cut in its tree if it is larger than any of CloudTrail’s, and whole in --json', async () => {
    const keys = Array.from({ length: 10_000 }, (_, n) => [`k${n}`, n]);
    const large = { long: '한'.repeat(300_000), ...Object.fromEntries(keys) };
    const { open, records } = await opened(() =>
      logFile({ eventName: 'A', eventID: 'x', requestParameters: large }),
    );
    const lines = (await open('x')) ?? [];
    expect(lines.length).toBeLessThan(2100);
    expect(lines.at(-1)?.trim()).toBe('…');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(20_100);
    expect(JSON.parse(records?.[0] ?? '').requestParameters).toEqual(large);
  });
});

it('a bucket that sends elsewhere is not followed', async () => {
  const asked: string[] = [];
  const elsewhere = await startServer(({ url }, answer) => {
    asked.push(url ?? '');
    answer.end();
  });
  for (const status of [301, 302, 307, 308]) {
    const endpoint = await startServer(({ url }, answer) => {
      const headers = { location: `${elsewhere}${url}`, 'x-amz-bucket-region': 'eu-west-1' };
      answer.writeHead(status, { ...headers, 'x-amz-request-id': 'one' }).end();
    });
    const look = { ...connectTo(endpoint).reads(), account: { id: '1' } } as unknown as PageLook;
    const place = { bucket: 'some-logs', region: 'us-east-1', folder: 'AWSLogs/' };
    const file = await errorOf(readFile(look, place, '../a/../b\nc.json.gz', () => undefined));
    const list = await errorOf(regionsIn(look, place));
    expect([file, list].map((error) => error instanceof Error && error.name)).not.toContain(false);
  }
  expect(asked).toEqual([]);
});

it.each([{}, { question: 'who-signed-in' }])(
  'each possible denied call is named, unless it changes nothing: %o',
  async (settings) => {
    const asked = settings as Record<string, string>;
    const { sent, ...whole } = await shownTrail(busy(), asked);
    for (const denied of new Set(sent)) {
      const seen = await shownTrail(busy(), asked, { denies: (one) => one === denied });
      const isNamed = JSON.stringify([seen.unseen, seen.rows]).includes(`${denied} is denied`);
      const isSame =
        JSON.stringify([seen.rows, seen.signals]) === JSON.stringify([whole.rows, whole.signals]);
      expect([denied, isNamed || isSame]).toEqual([denied, true]);
    }
  },
);
