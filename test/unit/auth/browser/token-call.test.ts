import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Authorization,
  crossDevice,
  pastedFor,
  returnedTo,
  sameDevice,
} from '../../../../src/auth/browser/authorization.ts';
import { newProofKey } from '../../../../src/auth/browser/proof-key.ts';
import { signInService } from '../../../../src/auth/browser/sign-in-service.ts';
import { exchangeCode } from '../../../../src/auth/browser/token-call.ts';
import type { Blocked } from '../../../../src/engine/errors.ts';
import { Secret } from '../../../../src/engine/secret.ts';
import { say } from '../../../../src/text/text.ts';
import { errorOf } from '../../../support/aws/local-endpoint.ts';
import {
  type Behaviour,
  browse,
  startSignInService,
} from '../../../support/sign-in/sign-in-service.ts';

const REDIRECT = 'http://127.0.0.1:1/oauth/callback';

async function start(changes: Partial<Behaviour> = {}) {
  const aws = await startSignInService(changes);
  const service = signInService({ AWS_ENDPOINT_URL_SIGNIN: aws.url }, 'eu-west-1');
  return { aws, service };
}

/** The code that AWS sends the browser back with. */
async function codeFor(authorization: Authorization): Promise<Secret> {
  const response = await fetch(authorization.address, { redirect: 'manual' });
  const location = new URL(response.headers.get('location') ?? '');
  const returned = returnedTo(authorization.state, location.searchParams);
  if (!returned || !('code' in returned)) throw new Error(await response.text());
  return returned.code;
}

const problemOf = async (changes: Partial<Behaviour>): Promise<[string, string[]]> => {
  const { service } = await start(changes);
  const authorization = sameDevice(service, REDIRECT);
  const code = await codeFor(authorization);
  const error = (await errorOf(
    exchangeCode(service, authorization, code, newProofKey(), {}),
  )) as Blocked;
  return [say(error.text), error.fix.map(say)];
};

describe('the address to open', () => {
  it("is AWS's own for the region, with a challenge that hides the verifier", () => {
    const { address, verifier } = sameDevice(signInService({}, 'ap-northeast-2'), REDIRECT);
    const url = new URL(address);
    expect(url.origin + url.pathname).toBe(
      'https://ap-northeast-2.signin.aws.amazon.com/v1/authorize',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'arn:aws:signin:::devtools/same-device',
      state: expect.stringMatching(/^[\da-f-]{36}$/),
      code_challenge_method: 'SHA-256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      scope: 'openid',
      redirect_uri: REDIRECT,
    });
    expect(address).not.toContain(verifier.reveal());
  });

  it('is another one each time', () => {
    const service = signInService({}, 'us-east-1');
    const [one, other] = [sameDevice(service, REDIRECT), sameDevice(service, REDIRECT)];
    expect(one.state).not.toBe(other.state);
    expect(one.verifier.reveal()).not.toBe(other.verifier.reveal());
  });

  it.each([
    ['cn-north-1', {}, 'AWS has no sign-in by the browser for cn-north-1.'],
    [
      'us-east-1',
      { AWS_ENDPOINT_URL_SIGNIN: 'http://example.com' },
      'http://example.com is not encrypted.',
    ],
    ['us-east-1', { AWS_ENDPOINT_URL_SIGNIN: 'signin' }, 'signin is not an endpoint address'],
  ])('does not exist in %s with %j', (region, env, why) => {
    expect(() => signInService(env, region)).toThrow(why);
  });
});

describe('a code', () => {
  it('gives a session, whose it is and when its key ends, once', async () => {
    const { aws, service } = await start({ arn: 'arn:aws:iam::210987654321:user/dev/kim' });
    const authorization = sameDevice(service, REDIRECT);
    const code = await codeFor(authorization);
    const before = Date.now();
    const exchange = () => exchangeCode(service, authorization, code, newProofKey(), {});
    const session = await exchange();
    expect(session).toMatchObject({
      arn: 'arn:aws:iam::210987654321:user/dev/kim',
      accountId: '210987654321',
      clientId: 'arn:aws:signin:::devtools/same-device',
      region: 'eu-west-1',
      accessKeyId: expect.stringMatching(/^ASIA/),
    });
    expect(aws.told.tokens).toContain(session.refreshToken.reveal());
    expect(session.expiresAt.getTime() - before).toBeGreaterThanOrEqual(900_000);
    expect(session.proofKey.reveal()).toMatch(/^-----BEGIN EC PRIVATE KEY-----\n/);
    expect(JSON.stringify(session)).not.toMatch(aws.told.tokens.join('|'));
    expect(say(((await errorOf(exchange())) as Blocked).text)).toBe(
      'AWS no longer takes the code of this sign-in.',
    );
  });

  it('can be pasted, with blanks and line ends in it', async () => {
    const { service } = await start();
    const authorization = crossDevice(service);
    const pasted = (await browse(authorization.address)).replace(/.{20}/g, '$& \n');
    const returned = pastedFor(authorization.state, pasted);
    if (!returned || !('code' in returned)) throw new Error('no code');
    const session = await exchangeCode(service, authorization, returned.code, newProofKey(), {});
    expect(session.clientId).toBe('arn:aws:signin:::devtools/cross-device');
  });

  it.each([
    ['of somebody else', 'state=somebody-elses&code=c'],
    ['with two states', 'state=S&state=S&code=c'],
    ['with two codes', 'state=S&code=c&code=d'],
    ['without a code', 'state=S'],
    ['without a state', 'code=c'],
    ['that is far too long', `state=S&code=${'c'.repeat(10_000)}`],
  ])('%s is none', (_, text) => {
    expect(pastedFor('S', Buffer.from(text).toString('base64'))).toBeUndefined();
    expect(returnedTo('S', new URLSearchParams(text))).toBeUndefined();
  });

  it('is worthless with another verifier', async () => {
    const { aws, service } = await start();
    const authorization = sameDevice(service, REDIRECT);
    const code = await codeFor(authorization);
    const { verifier } = sameDevice(service, REDIRECT);
    const stolen = { ...authorization, verifier };
    await expect(exchangeCode(service, stolen, code, newProofKey(), {})).rejects.toThrow();
    expect(aws.refused).toEqual(['INVALID_REQUEST']);
  });
});

describe('a refusal says what to do:', () => {
  it.each<[Behaviour['fails'], string, string]>([
    [{ error: 'AUTHCODE_EXPIRED' }, 'AWS no longer takes the code', 'Sign in again.'],
    [{ error: 'TOKEN_EXPIRED' }, 'This session has ended.', 'Sign in again.'],
    [
      { error: 'USER_CREDENTIALS_CHANGED' },
      'The password was changed meanwhile.',
      'Sign in again, with the new password.',
    ],
    [{ error: 'constructor' }, 'AWS refuses the sign-in: constructor.', 'Sign in again.'],
    [
      { error: 'INSUFFICIENT_PERMISSIONS', status: 403 },
      'This user may not sign in from a terminal.',
      'SignInLocalDevelopmentAccess',
    ],
    [
      { error: 'INVALID_REQUEST', type: 'ValidationException', message: 'Bad \u001b[31mclient.' },
      'AWS refuses the sign-in: INVALID_REQUEST. Bad',
      'Sign in again.',
    ],
    [
      { error: '', type: 'ValidationException:http://internal', message: '' },
      'AWS refuses the sign-in: ValidationException.',
      'Sign in again.',
    ],
    [
      { error: '', type: 'TooManyRequestsError', status: 429 },
      'AWS is throttling the calls.',
      'minute',
    ],
    [{ error: 'server_error', status: 500 }, 'has a problem (HTTP 500)', 'Wait a few'],
    [{ status: 503 }, 'has a problem (HTTP 503)', 'Wait a few minutes'],
  ])('%j', async (fails, text, fix) => {
    const [said, what] = await problemOf({ fails });
    expect(said).toContain(text);
    expect(said).not.toContain('\u001b');
    expect(what.join()).toContain(fix);
  });

  it.each([
    [600, "this computer's clock is 10 minutes behind"],
    [-200, "this computer's clock is 3 minutes ahead"],
  ])('a clock that AWS is %d seconds ahead of', async (clockAhead, text) => {
    const [said, fix] = await problemOf({ clockAhead });
    expect(said).toContain(text);
    expect(fix).toEqual(['Set it to automatic time, then sign in again.']);
  });

  it.each<[string, Behaviour['says']]>([
    ['a page with 200', { status: 200, body: '<p>Room number?' }],
    ['a page with 403', { status: 403, body: '<p>Blocked' }],
    ['a redirect', { status: 302, body: '' }],
    ['JSON that is no answer', { status: 200, body: '{}', type: 'application/json' }],
    ['an answer without an end', { status: 200, body: ' '.repeat(3_000_000) }],
    ['a JSON text', { status: 200, body: '"ok"', type: 'application/json' }],
  ])('%s is not AWS', async (_, says) => {
    const [said, fix] = await problemOf({ says });
    expect(said).toContain('Something other than AWS answered');
    expect(fix.join()).toContain('turn off your proxy or VPN');
  });

  it('a session of nobody that AWS has is not AWS', async () => {
    // In latin1, U+010A would become a line end of the config file, and what follows a setting of its own.
    const names = ['a\nb', 'a\u010acredential_process=b', 'a\u001b[2Jb', 'a\u202eb'];
    const users = names.map((name) => `arn:aws:iam::123456789012:user/${name}`);
    for (const arn of ['kim', 'arn:aws:iam::1:root', ...users]) {
      expect((await problemOf({ arn }))[0]).toContain('Something other than AWS');
    }
  });
});

describe('a call that gets no answer', () => {
  it('ends after its time, with an error of the network', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const service = signInService({ AWS_ENDPOINT_URL_SIGNIN: url }, 'us-east-1');
    const call = exchangeCode(
      service,
      sameDevice(service, REDIRECT),
      new Secret('c'),
      newProofKey(),
      { requestTimeout: 50 },
    );
    await expect(call).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  });
});
