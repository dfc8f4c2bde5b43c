import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { signInByBrowser } from '../../../../src/auth/browser/browser-sign-in.ts';
import { cacheFileOf } from '../../../../src/auth/browser/login-cache.ts';
import { resolveCredentials } from '../../../../src/auth/credentials.ts';
import { newHome } from '../../../support/auth/home.ts';
import { errorOf } from '../../../support/aws/local-endpoint.ts';
import { person } from '../../../support/sign-in/person.ts';
import { type Behaviour, startSignInService } from '../../../support/sign-in/sign-in-service.ts';

/** Somebody has signed in as `acme`, with a key that lasts this long. Renewed keys last 15 minutes. */
async function signedIn(seconds: number, changes: Partial<Behaviour> = {}) {
  newHome();
  const aws = await startSignInService({ expiresIn: seconds, ...changes });
  process.env.AWS_ENDPOINT_URL_SIGNIN = aws.url;
  const { parts } = person({ 'sign-in.identity': true });
  await signInByBrowser({ profile: 'acme', region: 'eu-west-1' }, parts);
  aws.behaviour.expiresIn = 900;
  const cache = cacheFileOf(aws.behaviour.arn, process.env);
  const kept = () => JSON.parse(readFileSync(cache, 'utf8'));
  return { aws, cache, kept };
}

const resolve = () =>
  resolveCredentials(
    { profile: 'acme' },
    {
      env: process.env,
      requestHandlerFor: async () => ({}),
      loginRegions: { get: () => undefined },
      explainError: (error) => error,
    },
  );

describe('a session that is kept', () => {
  it("is read, and renewed, by a script with nothing but AWS's SDK", async () => {
    const { aws, kept } = await signedIn(120);
    const script = `
      const { fromLoginCredentials } = require('@aws-sdk/credential-provider-login');
      const endpoint = process.env.AWS_ENDPOINT_URL_SIGNIN;
      fromLoginCredentials({ profile: 'acme', clientConfig: { endpoint } })().then(
        ({ accessKeyId, accountId }) => console.log(JSON.stringify({ accessKeyId, accountId })),
      );`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], {
      cwd: import.meta.dirname,
      env: process.env,
    });
    const { accessKeyId } = kept().accessToken;
    expect(JSON.parse(stdout)).toEqual({ accessKeyId, accountId: '123456789012' });
    expect(aws.granted).toEqual(['authorization_code', 'refresh_token']);
  });

  it('is used as it is while it lasts', async () => {
    const { aws, kept } = await signedIn(900);
    const { credentials, renews, notices } = await resolve();
    expect((await credentials()).accessKeyId).toBe(kept().accessToken.accessKeyId);
    expect([aws.granted, renews]).toEqual([['authorization_code'], true]);
    expect(notices.map(({ en }) => en).join()).toContain('Signing in goes to {endpoint}');
  });

  it('is renewed with two minutes left, and the newest refresh token is stored before it is used', async () => {
    const { aws, kept } = await signedIn(120);
    const before = kept();
    const { credentials } = await resolve();
    const { accessKeyId } = await credentials();
    expect(kept().accessToken.accessKeyId).toBe(accessKeyId);
    expect(accessKeyId).not.toBe(before.accessToken.accessKeyId);
    expect(kept().refreshToken).not.toBe(before.refreshToken);
    expect(kept().signInRegion).toBe('eu-west-1');
    expect(aws.granted).toEqual(['authorization_code', 'refresh_token']);
  });

  it('is renewed once by whoever comes first: the second finds the stored one', async () => {
    const { aws, cache, kept } = await signedIn(120);
    const old = readFileSync(cache, 'utf8');
    const first = await resolve();
    const { accessKeyId } = await first.credentials();
    const renewed = readFileSync(cache, 'utf8');
    // The second has read the file before the first has written it, and its token is void by now.
    writeFileSync(cache, old);
    setTimeout(() => writeFileSync(cache, renewed), 150);
    const second = await resolve();
    expect((await second.credentials()).accessKeyId).toBe(accessKeyId);
    expect(aws.refused).toEqual(['TOKEN_EXPIRED']);
    expect(kept().accessToken.accessKeyId).toBe(accessKeyId);
  });

  it('survives two processes that renew it at the same time', async () => {
    const { kept } = await signedIn(120);
    const [one, two] = await Promise.all([resolve(), resolve()]);
    const ids = await Promise.all(
      [one, two].map(async (it) => (await it.credentials()).accessKeyId),
    );
    expect(ids).toContain(kept().accessToken.accessKeyId);
    // And the stored one can be renewed again.
    const stale = kept();
    stale.accessToken.expiresAt = new Date(Date.now() + 60_000).toISOString();
    writeFileSync(
      cacheFileOf('arn:aws:iam::123456789012:root', process.env),
      JSON.stringify(stale),
    );
    expect((await (await resolve()).credentials()).accessKeyId).toMatch(/^ASIA/);
  });

  it.each(['TOKEN_EXPIRED', 'USER_CREDENTIALS_CHANGED'])(
    'that AWS has ended (%s) is said to be over, and stays for the owner to remove',
    async (error) => {
      const { aws, cache } = await signedIn(120);
      const before = readFileSync(cache, 'utf8');
      aws.behaviour.fails = { error };
      expect(await errorOf(resolve())).toMatchObject({ name: 'Error' });
      expect(readFileSync(cache, 'utf8')).toBe(before);
    },
  );

  it('works on for its last minutes if AWS cannot be asked', async () => {
    const { aws, kept } = await signedIn(120);
    aws.behaviour.fails = { status: 503 };
    const { credentials } = await resolve();
    expect((await credentials()).accessKeyId).toBe(kept().accessToken.accessKeyId);
  }, 30_000);
});
