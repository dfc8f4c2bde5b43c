import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cacheFileOf } from '../../../src/auth/browser/login-cache.ts';
import type { ResolvedCredentials } from '../../../src/auth/credentials.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { t } from '../../../src/text/text.ts';
import { newHome } from '../../support/auth/home.ts';
import { labels, NEVER, scriptedSource } from '../../support/auth/scripted-source.ts';
import { start } from '../../support/sign-in/signing-in.ts';

const ROOT = {
  arn: 'arn:aws:iam::123456789012:root',
  kind: 'root',
  isLongTerm: false,
  accessKeyId: '',
} as const;

describe('root for one thing', () => {
  const profile = (name: string, who: string, account = '123456789012') =>
    `[profile ${name}]\nlogin_session = arn:aws:iam::${account}:${who}\n`;
  const WHY = t('Only root can do this.');
  const ask = ({ users }: ReturnType<typeof scriptedSource>) =>
    users?.askForRoot(WHY, '123456789012', 'kim');

  it('is asked for by name, with root’s own profile of this account first', async () => {
    newHome({
      config:
        profile('rootlock-admin', 'user/kim') +
        profile('other', 'root', '999999999999') +
        profile('ours', 'root'),
    });
    const source = scriptedSource([['sign-in.way', 'stay']]);
    source.lastProfile.set('rootlock-admin');
    expect(await ask(source)).toBeUndefined();
    const [menu] = source.asked;
    expect(menu?.message).toBe(
      'Only root can do this. Sign in to 1234-5678-9012 as the root user, for this step only.',
    );
    expect(labels(menu?.question)).toEqual([
      'Sign in with the browser again, as the root user: profile ours',
      'Sign in with your browser: nothing to install',
      'Sign in with the AWS CLI: aws login',
      'Stay signed in as kim',
    ]);
  });

  it.each<[string, string]>([
    ['arn:aws:iam::123456789012:user/kim', 'and not as the root user'],
    ['arn:aws:iam::999999999999:root', 'You signed in to the account 9999-9999-9999'],
  ])('is not %s, of whose session nothing is kept', async (arn, sentence) => {
    const { aws, config } = await start({}, { arn });
    const source = scriptedSource([
      ['sign-in.way', 'browser'],
      ['sign-in.browser', NEVER],
      ['sign-in.way', 'stay'],
    ]);
    expect(await ask(source)).toBeUndefined();
    expect(source.asked.at(-1)?.message).toContain(sentence);
    expect(aws.granted).toHaveLength(1);
    expect(existsSync(config)).toBe(false);
  });

  it('signs in with a profile of its own, and is signed out of it again', async () => {
    const { config } = await start();
    const source = scriptedSource([
      ['sign-in.way', 'browser'],
      ['sign-in.browser', NEVER],
    ]);
    expect(await ask(source)).toBe('rootlock-root');
    source.users?.useProfile('rootlock-root');
    source.onSessionEstablished(await source.resolve(), ROOT);
    expect([...source.rootCredentials.profiles]).toEqual(['rootlock-root']);
    await source.users?.signRootOut();
    expect([readFileSync(config, 'utf8'), source.rootCredentials.profiles.size]).toEqual(['', 0]);
    expect(source.madeSessions.size).toBe(0);
  });

  it('is signed out too if the session was never used', async () => {
    const { cache } = await start({ config: profile('rootlock-root', 'root') });
    ownersFiles.write(cache, 'of root');
    const source = scriptedSource([]);
    source.madeSessions.add('rootlock-root');
    await source.users?.signRootOut();
    expect([existsSync(cache), source.madeSessions.size]).toEqual([false, 0]);
  });

  it('is not signed out of a profile that somebody else has by now', async () => {
    const { config, cache } = await start({ config: profile('shared', 'root') });
    ownersFiles.write(cache, 'of root');
    const source = scriptedSource([], { profile: 'shared' });
    const credentials = { profile: 'shared', renews: true } as ResolvedCredentials;
    source.onSessionEstablished(credentials, ROOT);
    const kims = cacheFileOf('arn:aws:iam::123456789012:user/kim', process.env);
    ownersFiles.write(kims, 'of kim');
    writeFileSync(config, profile('shared', 'user/kim'));
    await source.users?.signRootOut();
    expect(readFileSync(kims, 'utf8')).toBe('of kim');
  });
});
