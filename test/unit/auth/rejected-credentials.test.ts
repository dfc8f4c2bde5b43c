import { describe, expect, it } from 'vitest';
import { Finish, SignedOut } from '../../../src/engine/errors.ts';
import type { Account } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { newHome } from '../../support/auth/home.ts';
import {
  labels,
  NEVER,
  profileWithKey,
  scriptedSource,
} from '../../support/auth/scripted-source.ts';
import { startSignInService } from '../../support/sign-in/sign-in-service.ts';

const EXPIRED = new SignedOut(t('Expired.'), []);
const ACCOUNT = { id: '123456789012' } as Account;
const DEFAULT_KEY = profileWithKey('default', 'AKIADEFAULT00000001');
const ACME_KEY = profileWithKey('acme', 'AKIAACME000000000001');

describe('credentials that AWS rejects', () => {
  it('are named by their access key, with how to sign in instead', async () => {
    const sessions = { boss: 'root', acme: 'user/kim' };
    const config = Object.entries(sessions)
      .map(([name, who]) => `[profile ${name}]\nlogin_session = arn:aws:iam::123456789012:${who}\n`)
      .join('');
    newHome({ credentials: DEFAULT_KEY, config });
    const { resolve, onCredentialsRejected } = scriptedSource();
    const reason = await onCredentialsRejected(EXPIRED, await resolve()).catch(
      (error: SignedOut) => error,
    );
    expect(say((reason as SignedOut).text)).toContain('AKIADEFAULT00000001 of the profile default');
    expect((reason as SignedOut).fix.map(say)[0]).toBe(
      'Sign in as kim: rootlock sign-in --profile acme',
    );
  });

  it.each(['role_arn = r\nsource_profile = default', 'credential_process = p', 'sso_session = s'])(
    'lead to no profile whose own credentials win over its session: %s',
    async (others) => {
      const session = 'login_session = arn:aws:iam::123456789012:user/kim';
      newHome({ credentials: DEFAULT_KEY, config: `[profile acme]\n${others}\n${session}\n` });
      const { resolve, onCredentialsRejected } = scriptedSource();
      const reason = await onCredentialsRejected(EXPIRED, await resolve()).catch(
        (error: SignedOut) => error,
      );
      expect((reason as SignedOut).fix.map(say)[0]).toBe(
        'Sign in as your administrator: rootlock sign-in --profile rootlock-admin',
      );
    },
  );

  it('at the start have the owner sign in as the administrator, with a profile of that name', async () => {
    newHome({ credentials: DEFAULT_KEY });
    const { resolve, onCredentialsRejected, asked } = scriptedSource([
      ['sign-in.way', 'aws-login'],
      ['sign-in.command', 0],
    ]);
    await onCredentialsRejected(EXPIRED, await resolve());
    expect(asked[0]?.message).toContain('Sign in as your administrator');
    expect(labels(asked[0]?.question).join()).not.toContain('Practise');
    expect(asked[1]?.question).toMatchObject({ argv: expect.arrayContaining(['rootlock-admin']) });
  });

  it('in the middle of a run offer this account’s administrator who has signed in before, first of all', async () => {
    const user = (account: string) => `login_session = arn:aws:iam::${account}:user/kim\n`;
    newHome({
      credentials: DEFAULT_KEY,
      config: `[profile other]\n${user('999988887777')}[profile acme]\n${user('123456789012')}`,
    });
    const { resolve, onCredentialsRejected, asked } = scriptedSource([
      ['sign-in.way', 'again'],
      ['sign-in.browser', NEVER],
    ]);
    const aws = await startSignInService({ arn: 'arn:aws:iam::123456789012:user/kim' });
    process.env.AWS_ENDPOINT_URL_SIGNIN = aws.url;
    await onCredentialsRejected(EXPIRED, await resolve(), ACCOUNT);
    expect(labels(asked[0]?.question)[0]).toBe(
      'Sign in with the browser again, as kim: profile acme',
    );
    const { profile, credentials } = await resolve();
    expect(profile).toBe('acme');
    expect((await credentials()).accessKeyId).toMatch(/^ASIA/);
  });

  it('in the middle of a run offer other ways to sign in, but not the practice account', async () => {
    newHome({ credentials: DEFAULT_KEY + ACME_KEY });
    const { resolve, onCredentialsRejected, asked } = scriptedSource([
      ['sign-in.way', 'profile'],
      ['sign-in.profile', 'acme'],
    ]);
    await onCredentialsRejected(EXPIRED, await resolve(), ACCOUNT);
    expect((await (await resolve()).credentials()).accessKeyId).toBe('AKIAACME000000000001');
    expect(asked[0]?.message).toContain('inactive. Sign in to 1234-5678-9012');
    expect(labels(asked[0]?.question).join()).not.toContain('Practise');
  });

  it('are said to be gone as wanted if the run deleted the key, and their profile is not offered', async () => {
    newHome({
      credentials: DEFAULT_KEY + ACME_KEY,
      config: '[default]\nlogin_session = arn:aws:iam::123456789012:root\n',
    });
    const deadKeys = new Set<string>();
    const { resolve, onCredentialsRejected, asked } = scriptedSource(
      [
        ['sign-in.way', 'profile'],
        ['sign-in.profile', 'acme'],
      ],
      {},
      deadKeys,
    );
    const resolved = await resolve();
    deadKeys.add('AKIADEFAULT00000001');
    await onCredentialsRejected(EXPIRED, resolved, ACCOUNT);
    expect(asked[0]?.message).toContain(
      'the access key AKIADEFAULT00000001 of this run no longer works',
    );
    expect(labels(asked[0]?.question)).toContain('Use a profile: acme');
    expect(labels(asked[0]?.question).join()).not.toContain('again');
    expect(labels(asked[1]?.question)).toEqual(['acme: access key AKIAACME000000000001']);
  });

  it('in the middle of a run let the owner finish there, or go on in CloudShell, and the run keeps its end', async () => {
    newHome({ credentials: DEFAULT_KEY });
    const { resolve, onCredentialsRejected, asked } = scriptedSource([
      ['sign-in.way', 'finish'],
      ['sign-in.way', 'cloudshell'],
    ]);
    const resolved = await resolve();
    const ends = () => onCredentialsRejected(EXPIRED, resolved, ACCOUNT).catch((error) => error);
    expect(await ends()).toEqual(new Finish());
    const inCloudShell = await ends();
    expect(inCloudShell).toBeInstanceOf(Finish);
    expect((inCloudShell as Finish).advice.map(say).join('\n')).toContain('npx ./rootlock-*.tgz');
    expect(labels(asked[0]?.question).at(-1)).toMatch(/^Finish here/);
  });

  it('at the start do not let anybody finish: nothing is done yet', async () => {
    newHome({ credentials: DEFAULT_KEY });
    const { resolve, onCredentialsRejected, asked } = scriptedSource([
      ['sign-in.way', 'cloudshell'],
    ]);
    await expect(onCredentialsRejected(EXPIRED, await resolve())).rejects.toThrow('CloudShell');
    expect(labels(asked[0]?.question).join()).not.toContain('Finish');
  });

  it('ask for no root key once the run has ended one', async () => {
    newHome({ credentials: DEFAULT_KEY });
    const deadKeys = new Set<string>();
    const { resolve, onCredentialsRejected, asked } = scriptedSource(
      [
        ['sign-in.way', 'finish'],
        ['sign-in.way', 'finish'],
      ],
      {},
      deadKeys,
    );
    const resolved = await resolve();
    const offersKey = async () => {
      await expect(onCredentialsRejected(EXPIRED, resolved, ACCOUNT)).rejects.toThrow(Finish);
      return labels(asked.at(-1)?.question).some((label) => label.includes('root access key'));
    };
    expect(await offersKey()).toBe(true);
    deadKeys.add('AKIADEFAULT00000001');
    expect(await offersKey()).toBe(false);
  });
});
