import { describe, expect, it } from 'vitest';
import { SignedOut } from '../../../src/engine/errors.ts';
import { say, t } from '../../../src/text/text.ts';
import { newHome } from '../../support/auth/home.ts';
import { door, keyIn, labels } from '../../support/auth/scripted-source.ts';

describe('credentials that AWS no longer takes', () => {
  const gone = new SignedOut(t('Gone.'), []);

  it('of a key: say which, and how to get in instead', async () => {
    const sessions = { boss: 'root', acme: 'user/kim' };
    const config = Object.entries(sessions)
      .map(([name, who]) => `[profile ${name}]\nlogin_session = arn:aws:iam::123456789012:${who}\n`)
      .join('');
    newHome({ credentials: keyIn('default', 'AKIADEFAULT00000001'), config });
    const { resolve, onCredentialsRejected } = door();
    const why = await onCredentialsRejected(gone, await resolve()).catch(
      (error: SignedOut) => error,
    );
    expect(say((why as SignedOut).text)).toContain('AKIADEFAULT00000001 of the profile default');
    expect((why as SignedOut).fix.map(say)[0]).toBe('Sign in as kim: aws login --profile acme');
  });

  it('at the start: the owner is told to sign in as the administrator, under a name of that', async () => {
    newHome({ credentials: keyIn('default', 'AKIADEFAULT00000001') });
    const { resolve, onCredentialsRejected, asked } = door([
      ['sign-in.way', 'browser'],
      ['sign-in.command', 0],
    ]);
    await onCredentialsRejected(gone, await resolve());
    expect(asked[0]?.said).toContain('Sign in as your administrator');
    expect(labels(asked[0]?.question).join()).not.toContain('Practise');
    expect(asked[1]?.question).toMatchObject({ argv: expect.arrayContaining(['rootlock-admin']) });
  });

  it('in the middle: an administrator of this account who has signed in before is offered first', async () => {
    const user = (account: string) => `login_session = arn:aws:iam::${account}:user/kim\n`;
    newHome({
      credentials: keyIn('default', 'AKIADEFAULT00000001'),
      config: `[profile other]\n${user('999988887777')}[profile acme]\n${user('123456789012')}`,
    });
    const { resolve, onCredentialsRejected, asked } = door([
      ['sign-in.way', 'again'],
      ['sign-in.command', 0],
    ]);
    const account = { id: '123456789012' } as Parameters<typeof onCredentialsRejected>[2];
    await onCredentialsRejected(gone, await resolve(), account);
    expect(labels(asked[0]?.question)[0]).toBe(
      'Sign in with the browser again, as kim: profile acme',
    );
    expect(asked[1]?.question).toMatchObject({ argv: expect.arrayContaining(['acme']) });
  });

  it('in the middle: another way in is asked for, but not the practice account', async () => {
    newHome({
      credentials: keyIn('default', 'AKIADEFAULT00000001') + keyIn('acme', 'AKIAACME000000000001'),
    });
    const { resolve, onCredentialsRejected, asked } = door([
      ['sign-in.way', 'profile'],
      ['sign-in.profile', 'acme'],
    ]);
    const account = { id: '123456789012' } as Parameters<typeof onCredentialsRejected>[2];
    await onCredentialsRejected(gone, await resolve(), account);
    expect((await (await resolve()).credentials()).accessKeyId).toBe('AKIAACME000000000001');
    expect(asked[0]?.said).toContain('switched off. Sign in to 123456789012');
    expect(labels(asked[0]?.question).join()).not.toContain('Practise');
  });

  it('since the run itself deleted the key: that is said, and its profile is not offered', async () => {
    newHome({
      credentials: keyIn('default', 'AKIADEFAULT00000001') + keyIn('acme', 'AKIAACME000000000001'),
      config: '[default]\nlogin_session = arn:aws:iam::123456789012:root\n',
    });
    const dead = new Set<string>();
    const { resolve, onCredentialsRejected, asked } = door(
      [
        ['sign-in.way', 'profile'],
        ['sign-in.profile', 'acme'],
      ],
      {},
      dead,
    );
    const how = await resolve();
    dead.add('AKIADEFAULT00000001');
    await onCredentialsRejected(gone, how, { id: '123456789012' } as Parameters<
      typeof onCredentialsRejected
    >[2]);
    expect(asked[0]?.said).toContain('AKIADEFAULT00000001, which signed this run, no longer works');
    expect(labels(asked[0]?.question)).toContain('Use a profile: acme');
    expect(labels(asked[0]?.question).join()).not.toContain('again');
    expect(labels(asked[1]?.question)).toEqual(['acme: access key AKIAACME000000000001']);
  });
});
