import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { MOST_EVENTS } from '../../../src/review/trail/event-list.ts';
import { MOST_BYTES, readLogFile } from '../../../src/review/trail/log-file.ts';
import { RecordSplitter } from '../../../src/review/trail/split-records.ts';
import { plain, sayIn } from '../../../src/text/text.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { logFile, shownTrail } from '../../support/review/shown-trail.ts';

const EVENT = { eventName: 'RunInstances', eventTime: '2026-11-29T12:00:00Z', eventID: 'one' };
const whole = gzipSync(JSON.stringify({ Records: Array.from({ length: 400 }, () => EVENT) }));

const opened = (body: () => Readable) =>
  shownTrail(busyAccount(NOW), { file: 'some/file.json.gz' }, { body });

const of = (...parts: (string | Uint8Array)[]) =>
  Readable.from(parts.map((one) => Buffer.from(one)));

describe('a log file', () => {
  it.each([
    ['no gzip file', of('Records'), 0, 'it is damaged: it is no gzip file'],
    [
      'no JSON',
      of(gzipSync('{"Records":[{"eventName":"A"},}')),
      1,
      'it is damaged: this is no JSON',
    ],
    [
      'half of one',
      of(whole.subarray(0, whole.length - 4)),
      400,
      'it is damaged: it ends in the middle',
    ],
    [
      'JSON that ends too soon',
      of(gzipSync('{"Records":[{"eventName":"A"},{"e')),
      1,
      'it is damaged: it ends in the middle',
    ],
    ['empty', of(''), 0, 'it is damaged: it ends in the middle'],
    [
      'of somebody else',
      of(gzipSync('{"rows":[{"eventName":"A"}]}')),
      0,
      'it holds no events of CloudTrail',
    ],
    ['a list', of(gzipSync('[{"eventName":"A"}]')), 0, 'it holds no events of CloudTrail'],
    ['without events', of(gzipSync('{"Records":[]}')), 0, 'it holds no events of CloudTrail'],
  ])('that is %s says so, and gives what came before', async (_, body, events, fault) => {
    const end = await readLogFile(body, () => undefined);
    expect([end.events, end.fault && sayIn(undefined, end.fault)]).toEqual([events, fault]);
  });

  it('is read alike, wherever its parts end', () => {
    const text =
      ' {"a":[{"x":1}], "Records" : [{"b":"}\\"]{", "c":[{}]} ,\n5, {"d":"\\\\"}], "e":"Records","f":[{}]} ';
    for (let at = 0; at <= text.length; at++) {
      const splitter = new RecordSplitter();
      const found = [text.slice(0, at), text.slice(at)].flatMap((part) => [...splitter.push(part)]);
      expect([at, ...found]).toEqual([at, '{"b":"}\\"]{", "c":[{}]}', '{"d":"\\\\"}']);
      expect(splitter.isEnded).toBe(true);
    }
  });

  it('whose connection ends in the middle says so', async () => {
    const body = Readable.from(
      (async function* () {
        yield whole.subarray(0, 20);
        throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
      })(),
    );
    const end = await readLogFile(body, () => undefined);
    expect(sayIn(undefined, end.fault ?? { en: '' })).toBe(
      'the connection ended in the middle of it',
    );
  });

  it('gives its first events before it is whole', async () => {
    const seen: unknown[] = [];
    let seenBeforeTheEnd = 0;
    const big = gzipSync(
      JSON.stringify({
        Records: Array.from({ length: 3000 }, (_, n) => ({
          ...EVENT,
          eventID: `${Math.random()}${n}`,
        })),
      }),
    );
    const body = Readable.from(
      (async function* () {
        yield big.subarray(0, big.length - 100);
        while (seen.length === 0) await new Promise(setImmediate);
        seenBeforeTheEnd = seen.length;
        yield big.subarray(big.length - 100);
      })(),
    );
    const end = await readLogFile(body, (record) => void seen.push(record));
    expect(seenBeforeTheEnd).toBeGreaterThan(0);
    expect([end.events, end.fault]).toEqual([3000, undefined]);
  });

  it('that grows without end is read to a limit, and never held whole', async () => {
    let sent = 0;
    const line = `${JSON.stringify({ ...EVENT, filler: 'x'.repeat(50_000) })},`;
    const { createGzip } = await import('node:zlib');
    const endless = Readable.from(
      (function* () {
        yield '{"Records":[';
        for (;;) {
          sent += line.length;
          yield line;
        }
      })(),
    ).pipe(createGzip());
    const end = await readLogFile(endless, () => undefined);
    expect(end.bytes).toBeLessThan(MOST_BYTES + 100_000);
    expect(sent).toBeLessThan(MOST_BYTES * 2);
    expect(sayIn(undefined, end.fault ?? { en: '' })).toBe('only its first 20 MB are read');
    await vi.waitFor(() => expect(endless.destroyed).toBe(true));
  });

  it('is shown as far as it could be read, with why not further', async () => {
    const { rows, count, isRefused } = await opened(() => of(whole.subarray(0, whole.length - 20)));
    expect([rows.length, count, isRefused]).toEqual([
      1,
      '1 event; it is damaged: it ends in the middle',
      false,
    ]);
    const none = await opened(() => of('Records'));
    expect(none.empty).toBe('No events: it is damaged: it is no gzip file.');
  });

  it('of very many events is shown in part, which is said', async () => {
    const many = Array.from({ length: MOST_EVENTS + 1 }, (_, n) => ({ ...EVENT, eventID: `${n}` }));
    const { rows, unseen } = await opened(() => logFile(...many));
    expect(rows).toHaveLength(MOST_EVENTS);
    expect(unseen.join()).toContain(`${MOST_EVENTS} events are shown at most`);
  });

  it('that does not exist is no file', async () => {
    const { isRefused, empty } = await shownTrail(busyAccount(NOW), { file: 'gone.json.gz' });
    expect([isRefused, empty]).toEqual([
      true,
      'There is no such file in the bucket aws-cloudtrail-logs-222233334444-5f0c1e9a.',
    ]);
  });

  it('may be one of another bucket of the account', async () => {
    const { sent, isRefused } = await shownTrail(busyAccount(NOW), { file: 's3://acme-reports/x' });
    expect([sent.includes('GetObject'), isRefused]).toEqual([true, true]);
  });
});

describe('an event of a foreign file', () => {
  const VALUES = [
    null,
    5,
    true,
    [],
    {},
    [[]],
    '',
    'e\u001b[2J\u202evil\n',
    { a: null },
    '__proto__',
    '9'.repeat(5000),
  ];
  const FIELDS = [
    'eventTime',
    'eventSource',
    'awsRegion',
    'sourceIPAddress',
    'userIdentity',
    'errorCode',
    'eventID',
    'resources',
    'requestParameters',
    'responseElements',
    'additionalEventData',
  ];

  it.each(FIELDS)('may have anything in %s: it is shown, and opened', async (field) => {
    const records = VALUES.map((value, n) => ({
      eventName: 'ConsoleLogin',
      eventID: `${n}`,
      [field]: value,
    }));
    const { rows, open, records: lines } = await opened(() => logFile(...records));
    expect(rows.length).toBeGreaterThanOrEqual(field === 'eventID' ? 1 : records.length);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    for (const { key } of rows) {
      const shown = await open(key);
      expect(shown?.length).toBeGreaterThan(5);
    }
    expect(lines).toHaveLength(rows.length);
  });

  it('lets no letter through that commands a terminal', async () => {
    const { open, rows } = await opened(() =>
      logFile({
        eventName: 'A\u001b[2J',
        eventID: 'x',
        userIdentity: { type: 'IAMUser', userName: '\u202ekim' },
      }),
    );
    expect(rows[0]).toMatchObject({ event: 'A[2J', who: 'kim' });
    expect(plain((await open('x'))?.slice(0, 10).join() ?? '')).toBe(
      (await open('x'))?.slice(0, 10).join(),
    );
  });

  it('says of MFA what CloudTrail says, and nothing else', async () => {
    const signIn = (MFAUsed: unknown, at: number) => ({
      ...EVENT,
      eventID: `${at}`,
      eventName: 'ConsoleLogin',
      additionalEventData: { MFAUsed },
    });
    const call = (mfaAuthenticated: unknown, at: number) => ({
      ...EVENT,
      eventID: `1${at}`,
      userIdentity: { sessionContext: { attributes: { mfaAuthenticated } } },
    });
    for (const word of ['constructor', 'toString', '__proto__', 'yes', 1, null]) {
      const { rows } = await opened(() => logFile(signIn(word, 1), call(word, 2)));
      expect(rows.map(({ mfa }) => mfa)).toEqual(['not said', 'not said']);
    }
  });

  it('is left out if it is none, or deeper than any call is', async () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    const records = `null,5,"x",[],{},{"eventName":5},{"eventName":"A","deep":${deep}},{"eventName":"B"}`;
    const { rows } = await opened(() => of(gzipSync(`{"Records":[${records}]}`)));
    expect(rows.map(({ event }) => event)).toEqual(['B']);
  });

  it('is shown with another one of the same id', async () => {
    const { rows } = await opened(() =>
      logFile({ ...EVENT }, { ...EVENT }, { ...EVENT, eventName: 'StopLogging' }),
    );
    expect(rows.map(({ key, event }) => `${key} ${event}`)).toEqual([
      'one RunInstances',
      'one#2 StopLogging',
    ]);
  });
});
