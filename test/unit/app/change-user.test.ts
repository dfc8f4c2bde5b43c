import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { becomingRoot, takingOver } from '../../../src/app/change-user.ts';
import type { Session } from '../../../src/app/session.ts';
import { cacheFileOf, cacheText } from '../../../src/auth/browser/login-cache.ts';
import { newProofKey } from '../../../src/auth/browser/proof-key.ts';
import type { LoginSession } from '../../../src/auth/browser/token-call.ts';
import type { ResolvedCredentials } from '../../../src/auth/credentials.ts';
import type { ClientConfig } from '../../../src/aws/client.ts';
import type { Connection } from '../../../src/aws/connection.ts';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Account } from '../../../src/engine/step.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { t } from '../../../src/text/text.ts';
import { NEVER, scriptedSource } from '../../support/auth/scripted-source.ts';
import { start } from '../../support/sign-in/signing-in.ts';

const ID = '123456789012';
const ROOT = `arn:aws:iam::${ID}:root`;
const KIM = `arn:aws:iam::${ID}:user/kim`;
const profile = (name: string, arn: string, more = '') =>
  `[profile ${name}]\nlogin_session = ${arn}\nregion = us-east-1\n${more}`;
const keyOf = (arn: string) => (arn === ROOT ? 'ASIAROOTROOTROOT' : 'ASIAKIMKIMKIMKIM');

const loginOf = (arn: string): LoginSession => ({
  arn,
  accountId: ID,
  clientId: 'arn:aws:signin:::devtools/same-device',
  region: 'us-east-1',
  accessKeyId: keyOf(arn),
  secretAccessKey: new Secret('s'),
  sessionToken: new Secret('s'),
  expiresAt: new Date(Date.now() + 900_000),
  refreshToken: new Secret('s'),
  idToken: new Secret('s'),
  proofKey: newProofKey().pem,
});

/** A run of somebody who is signed in with a profile. `refuses`: the reads that AWS refuses to whoever signs in besides. */
async function runAs(arn: string, config: string, answers: [string, unknown][] = []) {
  const { home, ...files } = await start({ config }, { arn: ROOT, accessKeyId: keyOf(ROOT) });
  ownersFiles.write(cacheFileOf(arn, process.env), cacheText(loginOf(arn)));
  const source = scriptedSource(answers);
  const refuses = new Set<string>();
  const connectWith = ({ credentials }: ClientConfig) => {
    const read = async (_: string, operation: string) => {
      if (refuses.has(operation)) throw new Blocked(t('No reads.'));
      const { accessKeyId } = await (credentials as ResolvedCredentials['credentials'])();
      return { Account: ID, Arn: accessKeyId === keyOf(ROOT) ? ROOT : KIM };
    };
    return { reads: () => ({ read, find: read, clock: Date.now }) } as unknown as Connection;
  };
  const kind = arn === ROOT ? 'root' : 'user';
  const identity = { arn, kind, isLongTerm: false, accessKeyId: keyOf(arn) };
  const credentials = { profile: kind, renews: true } as ResolvedCredentials;
  const adopted: string[] = [];
  const users = source.users;
  if (!users) throw new Error('nobody is there');
  users.useProfile(kind);
  source.onSessionEstablished(credentials, identity as Account['identity']);
  const parts = {
    source,
    users,
    practice: false,
    quit: new AbortController().signal,
    connectWith,
    browser: { env: process.env, files: ownersFiles } as Parameters<
      typeof takingOver
    >[0]['browser'],
    session: () => ({ credentials, account: { id: ID, region: 'us-east-1', identity } }) as Session,
    adopt: ({ account }: Session) => void adopted.push(account.identity.arn),
  };
  const usedKey = async () => (await (await source.resolve()).credentials()).accessKeyId;
  return { ...files, home, source, parts, refuses, adopted, usedKey };
}

it('the run goes on as the administrator although the disk does not remember who was last', async () => {
  const { parts, adopted, usedKey, home } = await runAs(ROOT, profile('root', ROOT));
  const state = join(home, 'state');
  // A folder in its place: modes do not hold back the superuser.
  ownersFiles.remove(join(state, 'last-profile'));
  ownersFiles.write(join(state, 'last-profile/in-the-way'), '');
  await takingOver(parts)?.(loginOf(KIM));
  expect(adopted).toEqual([KIM]);
  expect(await usedKey()).toBe(keyOf(KIM));
  expect(existsSync(cacheFileOf(ROOT, process.env))).toBe(false);
});

it('the run stays root’s if the profile of the administrator has a setting that makes no sense', async () => {
  const theirs = profile('rootlock-admin', KIM, 'endpoint_url = ftp://nowhere\n');
  const { parts, adopted, usedKey, config } = await runAs(ROOT, profile('root', ROOT) + theirs);
  await expect(takingOver(parts)?.(loginOf(KIM))).rejects.toBeInstanceOf(Blocked);
  expect([adopted, await usedKey()]).toEqual([[], keyOf(ROOT)]);
  expect(readFileSync(config, 'utf8')).toContain(theirs);
});

it('the run stays root’s, and says why, if the profile of the administrator uses another endpoint', async () => {
  const theirs = profile('rootlock-admin', KIM, 'endpoint_url = https://aws.example\n');
  const { parts, adopted } = await runAs(ROOT, profile('root', ROOT) + theirs);
  await expect(takingOver(parts)?.(loginOf(KIM))).rejects.toMatchObject({
    text: { en: expect.stringContaining('its endpoint_url differs') },
  });
  expect(adopted).toEqual([]);
});

it('a renewal that ends after the owner has stopped the run leaves nothing', async () => {
  const { parts, source, adopted, config } = await runAs(ROOT, profile('root', ROOT));
  const stop = new AbortController();
  let renewal: Promise<void> | undefined;
  const resolve = async () => {
    const found = await source.resolve();
    stop.abort(new Leave('quit'));
    renewal = setImmediate().then(() =>
      ownersFiles.write(cacheFileOf(KIM, process.env), cacheText(loginOf(KIM))),
    );
    await renewal;
    return found;
  };
  const takeOver = takingOver({ ...parts, quit: stop.signal, source: { ...source, resolve } });
  await expect(takeOver?.(loginOf(KIM))).rejects.toMatchObject({ to: 'quit' });
  await renewal;
  expect(existsSync(cacheFileOf(KIM, process.env))).toBe(false);
  expect([adopted, readFileSync(config, 'utf8')]).toEqual([[], profile('root', ROOT)]);
});

it('root is signed out again at once if the owner would rather stay the administrator after a read has failed', async () => {
  const run = await runAs(KIM, profile('user', KIM), [
    ['sign-in.way', 'browser'],
    ['sign-in.browser', NEVER],
    ['sign-in.way', 'stay'],
  ]);
  run.refuses.add('GetAccountSummary');
  expect(await becomingRoot(run.parts)(t('Only root can do this.'))).toBeUndefined();
  expect(run.source.asked.at(-1)?.message).toContain('No reads.');
  expect(existsSync(cacheFileOf(ROOT, process.env))).toBe(false);
  expect([run.adopted, await run.usedKey()]).toEqual([[], keyOf(KIM)]);
  expect(run.source.lastProfile.get()).toBe('user');
});
