import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signInByBrowser } from '../../../../src/auth/browser/browser-sign-in.ts';
import { Secret } from '../../../../src/engine/secret.ts';
import type { Question } from '../../../../src/engine/step.ts';
import { say, t } from '../../../../src/text/text.ts';
import { person } from '../../../support/sign-in/person.ts';
import { browse } from '../../../support/sign-in/sign-in-service.ts';
import { refusal, start } from '../../../support/sign-in/signing-in.ts';

const ROOT = 'arn:aws:iam::123456789012:root';
const YES = { 'sign-in.identity': true };

describe('signing in by the browser', () => {
  it('keeps the session where the AWS CLI and the SDKs look for it, for the owner alone', async () => {
    const { aws, config, cache } = await start();
    const { parts, asked, shown } = person(YES);
    const signedIn = await signInByBrowser({ profile: 'acme', region: 'eu-west-1' }, parts);
    expect(signedIn).toEqual({ profile: 'acme', arn: ROOT, accountId: '123456789012' });
    expect(asked.filter((id) => id !== 'sign-in.browser')).toEqual(['sign-in.identity']);
    expect(shown.at(-1)).toBe('You are the root user of the account 1234-5678-9012. Is this you?');
    expect(readFileSync(config, 'utf8')).toBe(
      `[profile acme]\n# made by: rootlock sign-in\nlogin_session = ${ROOT}\nregion = eu-west-1\n`,
    );
    expect([statSync(cache).mode & 0o777, statSync(config).mode & 0o777]).toEqual([0o600, 0o600]);
    const kept = JSON.parse(readFileSync(cache, 'utf8'));
    expect(kept).toEqual({
      accessToken: {
        accessKeyId: expect.stringMatching(/^ASIA/),
        secretAccessKey: expect.any(String),
        sessionToken: expect.any(String),
        accountId: '123456789012',
        expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
      tokenType: 'aws_sigv4',
      clientId: 'arn:aws:signin:::devtools/same-device',
      refreshToken: expect.any(String),
      idToken: expect.any(String),
      dpopKey: expect.stringMatching(/^-----BEGIN EC PRIVATE KEY-----\n[\w+/=\n]+-----END/),
      signInRegion: 'eu-west-1',
    });
    expect(aws.told.tokens).toEqual(expect.arrayContaining([kept.refreshToken]));
  });

  it('without a browser here, shows the address and takes the text that another device shows', async () => {
    const { config, cache } = await start();
    let page = '';
    const { parts, asked, shown } = person(
      {
        ...YES,
        'sign-in.other-device': async ({ url }: Question<'visit'>) => {
          page = await browse(url);
          return true;
        },
        'sign-in.pasted': ({ validate }: Question<'secret'>) => {
          const problem = validate?.(new Secret(Buffer.from('state=x&code=y').toString('base64')));
          expect(problem && say(problem)).toContain('not the text of this sign-in');
          return new Secret(page);
        },
      },
      { openBrowser: async () => t('This computer has no desktop.') },
    );
    await signInByBrowser({ profile: 'acme' }, parts);
    expect(asked).toEqual(['sign-in.other-device', 'sign-in.pasted', 'sign-in.identity']);
    expect(shown[0]).toMatch(/^This computer has no desktop\. Sign in to AWS in any browser/);
    expect(readFileSync(config, 'utf8')).toContain(ROOT);
    expect(readFileSync(cache, 'utf8')).toContain('devtools/cross-device');
  });

  it('needs no answer if the account is named, and shows the address', async () => {
    const { config } = await start();
    const { parts, shown } = person(undefined);
    await signInByBrowser({ profile: 'default', accountId: '123456789012' }, parts);
    expect(shown.join('\n')).toContain('/v1/authorize?');
    expect(readFileSync(config, 'utf8')).toMatch(/^\[default\]/);
  });

  it('asks nothing again if the profile is theirs already, and keeps its region', async () => {
    const config = `[profile acme]\nregion = eu-north-1\nlogin_session = ${ROOT}\n`;
    const { cache, config: file } = await start({ config });
    const { parts, asked } = person({});
    await signInByBrowser({ profile: 'acme' }, parts);
    expect(asked).not.toContain('sign-in.identity');
    expect(readFileSync(file, 'utf8')).toBe(config);
    expect(JSON.parse(readFileSync(cache, 'utf8')).signInRegion).toBe('eu-north-1');
  });

  it('asks before it gives the profile of somebody else away', async () => {
    const config = '[profile acme]\nlogin_session = arn:aws:iam::123456789012:user/kim\n';
    const { config: file, cache } = await start({ config });
    const no = person({ ...YES, 'sign-in.replace': false });
    expect(await refusal(signInByBrowser({ profile: 'acme' }, no.parts))).toContain(
      'stays that of arn:aws:iam::123456789012:user/kim',
    );
    expect([readFileSync(file, 'utf8'), existsSync(cache)]).toEqual([config, false]);
    const yes = person({ ...YES, 'sign-in.replace': true });
    await signInByBrowser({ profile: 'acme' }, yes.parts);
    expect(readFileSync(file, 'utf8')).toContain(ROOT);
  });

  it.each<[string, string]>([
    ['an access key', 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n'],
    ['a role', 'role_arn = arn:aws:iam::123456789012:role/R\nsource_profile = b\n'],
    ['a program', 'credential_process = /bin/true\n'],
    ['IAM Identity Center', 'sso_session = mine\n'],
  ])('never touches a profile with %s: it asks for another name', async (_, lines) => {
    const config = `[profile acme]\n${lines}`;
    const { config: file } = await start({ config });
    const { parts: alone } = person(undefined);
    const request = { profile: 'acme', accountId: '123456789012' };
    expect(await refusal(signInByBrowser(request, alone))).toMatch(
      /acme has credentials of another kind.*--profile NAME/,
    );
    expect(readFileSync(file, 'utf8')).toBe(config);
    const { parts } = person({
      'sign-in.profile-name': ({ initial, validate }: Question<'text'>) => {
        expect(['acme', 'a b', '__proto__'].map((name) => validate?.(name))).not.toContain(
          undefined,
        );
        return initial;
      },
    });
    expect((await signInByBrowser(request, parts)).profile).toBe('rootlock');
    expect(readFileSync(file, 'utf8').startsWith(config)).toBe(true);
  });

  it('writes where a link of ~/.aws leads, and leaves the link', async () => {
    const { home, config } = await start();
    const target = join(home, 'dotfiles-config');
    writeFileSync(target, '[default]\n');
    symlinkSync(target, config);
    await signInByBrowser({ profile: 'acme' }, person(YES).parts);
    expect(readFileSync(target, 'utf8')).toContain('[profile acme]');
  });
});
