import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  removeLeftoverCredentials,
  trackAccessKeys,
} from '../../../src/auth/leftover-credentials.ts';
import { Leave } from '../../../src/engine/errors.ts';
import type { Account, Event, Host, Question } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import { newHome } from '../../support/auth/home.ts';

const DEAD = 'AKIADEADKEY000000001';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const CREDENTIALS = `[default]\naws_access_key_id=${DEAD}\naws_secret_access_key=${SECRET}\n`;
const UNKNOWN = `<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>No.</Message></Error><RequestId>1</RequestId></ErrorResponse>`;

/** Says of every key that it is unknown; or, with `page`, stands for a network that wants a password first. */
async function aws(page = false): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    if (page) answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>Room number?');
    else
      answer.writeHead(403, { 'x-amzn-requestid': '1', 'content-type': 'text/xml' }).end(UNKNOWN);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

async function left(endpoint: string, answers: unknown[], parts: object = {}) {
  const asked: string[] = [];
  const ask = async (id: string, question: Question) => {
    asked.push(`${id} ${say(question.message)}`);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const texts = await removeLeftoverCredentials({
    host: { emit: () => undefined, ask } as unknown as Host,
    account: { region: 'us-east-1', endpoint } as Account,
    roots: { profiles: new Set(), keys: new Set() },
    tracked: { keys: new Set([DEAD]), off: new Set() },
    env: process.env,
    ...parts,
  });
  return { texts: texts.map(say), asked };
}

describe('a key that AWS no longer knows', () => {
  it('is taken out of the file at the owner’s word', async () => {
    const home = newHome({ credentials: CREDENTIALS });
    const { texts, asked } = await left((await aws()).url, [true]);
    expect(asked).toEqual([expect.stringContaining(`sign-in.dead-key The access key ${DEAD}`)]);
    expect(texts).toEqual([]);
    expect(readFileSync(join(home, '.aws/credentials'), 'utf8')).toBe('[default]\n');
  });

  it.each([
    ['no', false],
    ['quit', new Leave('quit')],
  ])('stays where the owner says %s, and is named', async (_, answer) => {
    const home = newHome({ credentials: CREDENTIALS });
    const { texts } = await left((await aws()).url, [answer]);
    expect(texts).toEqual([expect.stringContaining(`still holds the deleted key ${DEAD}`)]);
    expect(readFileSync(join(home, '.aws/credentials'), 'utf8')).toBe(CREDENTIALS);
  });

  it('is named where the environment holds it: only the owner can take it out', async () => {
    newHome();
    const env = { ...process.env, AWS_ACCESS_KEY_ID: DEAD, AWS_SECRET_ACCESS_KEY: SECRET };
    const { texts, asked } = await left((await aws()).url, [], { env });
    expect(texts).toEqual([expect.stringContaining('AWS_ACCESS_KEY_ID')]);
    expect(texts.join()).not.toContain(SECRET);
    expect(asked).toEqual([]);
  });

  it('is left alone where AWS cannot be asked', async () => {
    newHome({ credentials: CREDENTIALS });
    expect(await left((await aws(true)).url, [])).toEqual({ texts: [], asked: [] });
  });

  it('is left where the account still has it, switched off: it can be switched on again', async () => {
    newHome({ credentials: CREDENTIALS });
    const roots = { profiles: new Set(), keys: new Set([DEAD]) };
    const { texts, asked } = await left((await aws()).url, [], {
      heard: { keys: new Set([DEAD]), off: new Set([DEAD]) },
      roots,
    });
    expect(texts).toEqual([expect.stringContaining(`holds the root user's access key ${DEAD}`)]);
    expect(asked).toEqual([]);
  });

  it('is not even asked about where it is of another account', async () => {
    newHome({ credentials: CREDENTIALS });
    const { url, asked } = await aws();
    await left(url, [], { heard: { keys: new Set(['AKIASOMEOTHER0000001']), off: new Set() } });
    expect(asked()).toBe(0);
  });
});

it('says how to sign root out where the owner does not want to now', async () => {
  newHome();
  const roots = { profiles: new Set(['rootlock-root']), keys: new Set() };
  const { texts } = await left('http://127.0.0.1:1', [false], { roots });
  expect(texts.join()).toContain('aws logout --profile rootlock-root');
});

it('says so too where aws logout fails', async () => {
  newHome();
  const roots = { profiles: new Set(['rootlock-root']), keys: new Set() };
  const { texts } = await left('http://127.0.0.1:1', [true, 127], { roots });
  expect(texts.join()).toContain('aws logout --profile rootlock-root');
});

describe('of the keys that a run hears of', () => {
  const OTHER = 'AKIAOTHER00000000001';
  const seen = (...keys: { id: string; active: boolean }[]) =>
    ({ type: 'rows', rows: [{ evidence: { keys } }, {}] }) as unknown as Event;
  const sent = (operation: string, AccessKeyId: string, error?: string) =>
    ({
      type: 'sent',
      sent: { request: { operation, input: { AccessKeyId } }, error },
    }) as unknown as Event;

  const hear = (...events: Event[]) => {
    const tracked = trackAccessKeys({ emit: () => undefined } as unknown as Host);
    for (const event of events) tracked.host.emit(event);
    return [tracked.keys, tracked.dead, tracked.off].map((ids) => [...ids]);
  };
  const [on, off] = [true, false].map((active) => ({ id: DEAD, active }));

  it('those are the account’s that were seen or sent', () => {
    expect(hear(seen(on as never), sent('DeleteAccessKey', OTHER))).toEqual([
      [DEAD, OTHER],
      [OTHER],
      [],
    ]);
  });

  it('one that is switched off is there, by this run or before, until it is deleted', () => {
    expect(hear(seen(off as never))).toEqual([[DEAD], [], [DEAD]]);
    expect(hear(seen(on as never), sent('UpdateAccessKey', DEAD))).toEqual([
      [DEAD],
      [DEAD],
      [DEAD],
    ]);
    expect(hear(seen(off as never), seen(on as never))).toEqual([[DEAD], [], []]);
    expect(hear(seen(off as never), sent('DeleteAccessKey', DEAD))).toEqual([[DEAD], [DEAD], []]);
  });

  it('one that it was not allowed to delete is as it was', () => {
    const refused = sent('DeleteAccessKey', DEAD, 'AccessDenied');
    expect(hear(seen(off as never), refused)).toEqual([[DEAD], [], [DEAD]]);
  });
});
