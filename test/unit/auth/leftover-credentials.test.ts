import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cacheFileOf } from '../../../src/auth/browser/login-cache.ts';
import { removeLeftoverCredentials } from '../../../src/auth/leftover-credentials.ts';
import { connect } from '../../../src/aws/connection.ts';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import type { Host, Question } from '../../../src/engine/step.ts';
import { writeWhole } from '../../../src/state/atomic-write.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { say, t } from '../../../src/text/text.ts';
import { newHome } from '../../support/auth/home.ts';
import { profileWithKey, SECRET } from '../../support/auth/scripted-source.ts';

const DELETED = 'AKIADELETEDKEY000001';
const CREDENTIALS = profileWithKey('default', DELETED);
const UNKNOWN_KEY = `<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>No.</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
const NOWHERE = 'http://127.0.0.1:1';

/** A server that rejects every key as AWS does, or plays the sign-in page of a hotel's network. */
async function serve(as: 'aws' | 'hotel'): Promise<{ url: string; calls: () => number }> {
  let calls = 0;
  const server = createServer((_, answer) => {
    calls += 1;
    if (as === 'hotel') {
      answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>Room number?');
      return;
    }
    const headers = { 'x-amzn-requestid': '1', 'content-type': 'text/xml' };
    answer.writeHead(403, headers).end(UNKNOWN_KEY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls: () => calls };
}

type Parts = Parameters<typeof removeLeftoverCredentials>[0];

/** The sentences about what is left, after these answers, and the questions that were asked. */
async function leftovers(endpoint: string, answers: unknown[], parts: Partial<Parts> = {}) {
  const asked: string[] = [];
  const ask = async (id: string, question: Question) => {
    asked.push(`${id} ${say(question.message)}`);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer() : answer;
  };
  const texts = await removeLeftoverCredentials({
    host: { emit: () => undefined, ask } as unknown as Host,
    account: { region: 'us-east-1', endpoint },
    rootCredentials: { profiles: new Set(), keys: new Set() },
    tracked: { known: new Set([DELETED]), dead: new Set(), inactive: new Set() },
    env: process.env,
    readsWith: (config) => connect(config, { sleep: async () => undefined }).reads(),
    writeFile: writeWhole,
    files: ownersFiles,
    signOutCommand: (profile) => `rootlock sign-out --profile ${profile}`,
    ...parts,
  });
  return { texts: texts.map(say), asked };
}

describe('a key that AWS rejects', () => {
  it('is removed from the file if the owner agrees', async () => {
    const home = newHome({ credentials: CREDENTIALS });
    const { texts, asked } = await leftovers((await serve('aws')).url, [true]);
    expect(asked).toEqual([expect.stringContaining(`sign-in.dead-key The access key ${DELETED}`)]);
    expect(texts).toEqual([]);
    expect(readFileSync(join(home, '.aws/credentials'), 'utf8')).toBe('[default]\n');
  });

  it.each([
    ['no', false],
    ['quit', new Leave('quit')],
  ])('stays in the file and is named if the owner answers %s', async (_, answer) => {
    const home = newHome({ credentials: CREDENTIALS });
    const { texts } = await leftovers((await serve('aws')).url, [answer]);
    expect(texts).toEqual([expect.stringContaining(`still holds the deleted key ${DELETED}`)]);
    expect(readFileSync(join(home, '.aws/credentials'), 'utf8')).toBe(CREDENTIALS);
  });

  it('stays in the file and is named if the disk refuses', async () => {
    newHome({ credentials: CREDENTIALS });
    const writeFile = () => {
      throw new Error('ENOSPC');
    };
    const { texts } = await leftovers((await serve('aws')).url, [true], { writeFile });
    expect(texts).toEqual([expect.stringContaining(`still holds the deleted key ${DELETED}`)]);
  });

  it('stays in a file that cannot be read any more once the owner agrees, and that is said', async () => {
    const home = newHome({ credentials: CREDENTIALS });
    const file = join(home, '.aws/credentials');
    const { texts } = await leftovers((await serve('aws')).url, [
      () => {
        truncateSync(file, 2 ** 31 + 1);
        return true;
      },
    ]);
    expect(texts).toEqual([
      `${file} cannot be read: check whether it still holds an access key of the root user.`,
    ]);
    expect(statSync(file).size).toBe(2 ** 31 + 1);
  });

  it('is not spoken of if another program has removed it meanwhile', async () => {
    const home = newHome({ credentials: CREDENTIALS });
    const writeFile = () => {
      writeFileSync(join(home, '.aws/credentials'), '[default]\n[new]\n');
      throw new Error('has changed meanwhile');
    };
    const { texts } = await leftovers((await serve('aws')).url, [true], { writeFile });
    expect(texts).toEqual([]);
  });

  it('may be in a file that cannot be read: that is said if a key of root was used or ended', async () => {
    const home = newHome({ credentials: CREDENTIALS });
    const file = join(home, '.aws/credentials');
    truncateSync(file, 2 ** 31 + 1);
    const none = new Set<string>();
    const dead = { known: new Set([DELETED]), dead: new Set([DELETED]), inactive: none };
    const { texts } = await leftovers(NOWHERE, [], { tracked: dead });
    expect(texts).toEqual([expect.stringContaining(`${file} cannot be read`)]);
    expect((await leftovers(NOWHERE, [])).texts).toEqual([]);
  });

  it('is removed without asking AWS if this run has deleted it: AWS may take it for some seconds more', async () => {
    const home = newHome({ credentials: CREDENTIALS });
    const none = new Set<string>();
    const { texts } = await leftovers(NOWHERE, [true], {
      tracked: { known: new Set([DELETED]), dead: new Set([DELETED]), inactive: none },
      rootCredentials: { profiles: none, keys: new Set([DELETED]) },
    });
    expect(texts).toEqual([]);
    expect(readFileSync(join(home, '.aws/credentials'), 'utf8')).toBe('[default]\n');
  });

  it('is only named if it is in the environment: the owner alone can unset it', async () => {
    newHome();
    const env = { ...process.env, AWS_ACCESS_KEY_ID: DELETED, AWS_SECRET_ACCESS_KEY: SECRET };
    const { texts, asked } = await leftovers((await serve('aws')).url, [], { env });
    expect(texts).toEqual([expect.stringContaining('AWS_ACCESS_KEY_ID')]);
    expect(texts.join()).not.toContain(SECRET);
    expect(asked).toEqual([]);
  });

  it('is left alone if AWS cannot be asked', async () => {
    newHome({ credentials: CREDENTIALS });
    const { url } = await serve('hotel');
    expect(await leftovers(url, [])).toEqual({ texts: [], asked: [] });
  });

  it('is left alone if it is only inactive: the owner may activate it again', async () => {
    newHome({ credentials: CREDENTIALS });
    const { texts, asked } = await leftovers((await serve('aws')).url, [], {
      tracked: { known: new Set([DELETED]), dead: new Set(), inactive: new Set([DELETED]) },
      rootCredentials: { profiles: new Set(), keys: new Set([DELETED]) },
    });
    expect(texts).toEqual([expect.stringContaining(`holds the root user's access key ${DELETED}`)]);
    expect(asked).toEqual([]);
  });

  it('is never sent to AWS if it belongs to another account', async () => {
    newHome({ credentials: CREDENTIALS });
    const { url, calls } = await serve('aws');
    const none = new Set<string>();
    const tracked = { known: new Set(['AKIASOMEOTHER0000001']), dead: none, inactive: none };
    await leftovers(url, [], { tracked });
    expect(calls()).toBe(0);
  });
});

describe('the root user’s session', () => {
  const rootCredentials = { profiles: new Set(['rootlock-root']), keys: new Set<string>() };

  const config = '[profile rootlock-root]\nlogin_session = arn:aws:iam::123456789012:root\n';

  /** Its file in the cache. */
  function signedIn(): string {
    newHome({ config });
    const file = cacheFileOf('arn:aws:iam::123456789012:root', process.env);
    ownersFiles.write(file, '{}');
    return file;
  }

  it.each([
    ['does not want to sign out now', false],
    ['leaves the question', new Leave('back')],
  ])('stays and is named with how to sign out if the owner %s', async (_, answer) => {
    const file = signedIn();
    const { texts } = await leftovers(NOWHERE, [answer], { rootCredentials });
    expect(texts.join()).toContain('rootlock sign-out --profile rootlock-root');
    expect(existsSync(file)).toBe(true);
  });

  it('is named with how to sign out if the disk refuses', async () => {
    const file = signedIn();
    const remove = () => {
      throw new Blocked(t('No.'));
    };
    const files = { ...ownersFiles, remove };
    const { texts } = await leftovers(NOWHERE, [true], { rootCredentials, files });
    expect(texts.join()).toContain('rootlock sign-out --profile rootlock-root');
    expect(existsSync(file)).toBe(true);
  });

  it('is gone if the owner agrees', async () => {
    const file = signedIn();
    const { texts } = await leftovers(NOWHERE, [true], { rootCredentials });
    expect(texts).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });
});
