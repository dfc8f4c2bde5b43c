import { describe, expect, it } from 'vitest';
import { Leave, SignedOut } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Question } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import { newHome } from '../../support/auth/home.ts';
import {
  labels,
  profileWithKey,
  SECRET,
  scriptedSource,
} from '../../support/auth/scripted-source.ts';

const ROOT = {
  arn: 'arn:aws:iam::123456789012:root',
  kind: 'root',
  isLongTerm: true,
  accessKeyId: '',
} as const;

describe('without credentials', () => {
  it('a run that nobody attends names the ways to sign in', async () => {
    newHome();
    await expect(scriptedSource().open()).rejects.toThrow(SignedOut);
  });

  it.each([
    ['is absent', '', 'version 2.32 or later'],
    ['is too old', '2.31.0', 'yours is 2.31.0'],
  ])(
    'if the AWS CLI %s, the way that needs it says so and how to get it, then the menu comes again',
    async (_, version, words) => {
      newHome();
      process.env.FAKE_AWS_VERSION = version;
      if (!version) process.env.PATH = '/nowhere';
      const { open, asked } = scriptedSource([
        ['sign-in.way', 'aws-login'],
        ['sign-in.install', true],
        ['sign-in.way', 'practice'],
      ]);
      expect(await open()).toBe('practice');
      expect(asked[1]?.message).toContain(words);
      expect(asked[1]?.question).toMatchObject({
        url: expect.stringContaining('docs.aws.amazon.com'),
      });
    },
  );

  it('CloudShell ends the run with the lines to paste there', async () => {
    newHome();
    const { open } = scriptedSource([['sign-in.way', 'cloudshell']]);
    const fix = await open().catch(({ fix }) => fix.map(say).join('\n'));
    expect(fix).toContain('npx ./rootlock-*.tgz');
  });

  it('the menu comes again after aws login fails, and after going back from it', async () => {
    newHome();
    const { open, asked } = scriptedSource([
      ['sign-in.way', 'aws-login'],
      ['sign-in.command', 1],
      ['sign-in.way', 'aws-login'],
      ['sign-in.command', new Leave('back')],
      ['sign-in.way', new Leave('quit')],
    ]);
    await expect(open()).rejects.toMatchObject({ to: 'quit' });
    expect(asked[2]?.message).toContain('"aws login" failed (1)');
  });

  it('aws login never gets a profile that already exists', async () => {
    newHome({ config: '[profile rootlock-root]\nregion = us-east-1\n' });
    const { open, asked } = scriptedSource([
      ['sign-in.way', 'aws-login'],
      ['sign-in.command', new Leave('quit')],
    ]);
    await expect(open()).rejects.toThrow();
    expect(asked[1]?.question).toMatchObject({
      argv: expect.arrayContaining(['--profile', 'rootlock-root-2']),
    });
  });

  it('a pasted key is checked for its form and stored nowhere', async () => {
    newHome();
    const { open, resolve, onSessionEstablished, asked, lastProfile } = scriptedSource([
      ['sign-in.way', 'key'],
      ['sign-in.key-id', 'AKIAROOTLOCKROOT0001'],
      ['sign-in.secret', new Secret(SECRET)],
    ]);
    expect(await open()).toBe('aws');
    const resolved = await resolve();
    onSessionEstablished(resolved, ROOT);
    expect(await resolved.credentials()).toMatchObject({ secretAccessKey: SECRET });
    const [, id, secret] = asked.map(({ question }) => question);
    expect(id).toMatchObject({ notPersisted: true });
    expect((id as Question<'text'>).validate?.('ASIA123')).toBeDefined();
    expect((secret as Question<'secret'>).validate?.(new Secret('too short'))).toBeDefined();
    expect(lastProfile.get()).toBeUndefined();
  });
});

describe('the profile that was used last', () => {
  const both =
    profileWithKey('default', 'AKIADEFAULT00000001') +
    profileWithKey('acme', 'AKIAACME000000000001');
  const keyIdOf = async ({ resolve }: ReturnType<typeof scriptedSource>) =>
    (await (await resolve()).credentials()).accessKeyId;
  /** A run that signs in with the profile `acme`. */
  const runWithAcme = async (answers?: []) => {
    const source = scriptedSource(answers, { profile: 'acme' });
    source.onSessionEstablished(await source.resolve(), ROOT);
    return source;
  };

  it('is remembered by a run that somebody attends, and used if nothing else gives credentials', async () => {
    newHome({ credentials: profileWithKey('acme', 'AKIAACME000000000001') });
    await runWithAcme([]);
    expect(await keyIdOf(scriptedSource())).toBe('AKIAACME000000000001');
  });

  it('is not remembered by a run that nobody attends', async () => {
    newHome({ credentials: both });
    const { lastProfile } = await runWithAcme();
    expect(lastProfile.get()).toBeUndefined();
  });

  it('is offered first if the default profile gives credentials too, in one question only', async () => {
    newHome({ credentials: both });
    await runWithAcme([]);
    const second = scriptedSource([['sign-in.profile', ({ initial }: Question) => initial]]);
    expect(await keyIdOf(second)).toBe('AKIAACME000000000001');
    expect(await keyIdOf(second)).toBe('AKIAACME000000000001');
    expect(await keyIdOf(scriptedSource())).toBe('AKIADEFAULT00000001');
  });

  it('is not the only way to sign in: going back from it leads to the menu', async () => {
    newHome({ credentials: both });
    await runWithAcme([]);
    const { open, asked } = scriptedSource([
      ['sign-in.profile', new Leave('back')],
      ['sign-in.way', 'practice'],
    ]);
    expect(await open()).toBe('practice');
    expect(asked[1]?.message).toMatch(/^Choose how to sign in\./);
  });

  it('was signed-out root’s: the administrator is asked for first, with a profile of their own', async () => {
    newHome({
      config: '[profile rootlock-root]\nlogin_session = arn:aws:iam::123456789012:root\n',
    });
    scriptedSource().lastProfile.set('rootlock-root');
    const fix = await scriptedSource()
      .open()
      .catch(({ fix }) => fix.map(say));
    expect(fix[0]).toBe('Sign in as your administrator: rootlock sign-in --profile rootlock-admin');
    expect(fix.at(-1)).toContain('as root: rootlock sign-in --profile rootlock-root');

    const { open, asked } = scriptedSource([
      ['sign-in.way', 'aws-login'],
      ['sign-in.command', new Leave('quit')],
    ]);
    await expect(open()).rejects.toMatchObject({ to: 'quit' });
    expect(asked[0]?.message).toContain('Sign in as your administrator, or as the root user while');
    expect(labels(asked[0]?.question)[0]).toContain('again, as the root user');
    expect(asked[1]?.question).toMatchObject({ argv: expect.arrayContaining(['rootlock-admin']) });
  });

  it('is gone with its key: whoever signs in then is the administrator', async () => {
    newHome();
    scriptedSource().lastProfile.set('default');
    const { open, asked } = scriptedSource([
      ['sign-in.way', 'aws-login'],
      ['sign-in.command', new Leave('quit')],
    ]);
    await expect(open()).rejects.toMatchObject({ to: 'quit' });
    expect(asked[0]?.message).toContain('Sign in as your administrator, or as the root user while');
    expect(asked[1]?.question).toMatchObject({ argv: expect.arrayContaining(['rootlock-admin']) });
  });

  it('loses to a flag', async () => {
    newHome({ credentials: both });
    await runWithAcme([]);
    expect(await keyIdOf(scriptedSource([], { profile: 'default' }))).toBe('AKIADEFAULT00000001');
  });
});
