import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Leave, SignedOut } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Question } from '../../../src/engine/step.ts';
import { folderAt } from '../../../src/state/folder.ts';
import { say } from '../../../src/text/text.ts';
import { newHome } from '../../support/auth/home.ts';
import { door, keyIn, labels, SECRET } from '../../support/auth/scripted-source.ts';

const ROOT = {
  arn: 'arn:aws:iam::123456789012:root',
  kind: 'root',
  isLongTerm: true,
  accessKeyId: '',
} as const;

describe('without credentials', () => {
  it('nobody is asked where nobody is there: the ways in are named', async () => {
    newHome();
    await expect(door().open()).rejects.toThrow(SignedOut);
  });

  it.each([
    ['is absent', '', 'which is not installed'],
    ['is too old', '2.31.0', 'yours is 2.31.0'],
  ])('says that the AWS CLI %s, how to get it, and asks again', async (_, version, said) => {
    newHome();
    process.env.FAKE_AWS_VERSION = version;
    if (!version) process.env.PATH = '/nowhere';
    const { open, asked } = door([
      ['sign-in.way', 'browser'],
      ['sign-in.install', true],
      ['sign-in.way', 'practice'],
    ]);
    expect(await open()).toBe('practice');
    expect(labels(asked[0]?.question)[0]).toContain(said);
    expect(asked[1]?.question).toMatchObject({
      url: expect.stringContaining('docs.aws.amazon.com'),
    });
  });

  it('CloudShell ends the run with the lines to paste there', async () => {
    newHome();
    const { open } = door([['sign-in.way', 'cloudshell']]);
    const fix = await open().catch(({ fix }) => fix.map(say).join('\n'));
    expect(fix).toContain('npx ./rootlock-*.tgz');
  });

  it('aws login that fails is said, and the menu comes again; back out of it as well', async () => {
    newHome();
    const { open, asked } = door([
      ['sign-in.way', 'browser'],
      ['sign-in.command', 1],
      ['sign-in.way', 'browser'],
      ['sign-in.command', new Leave('back')],
      ['sign-in.way', new Leave('quit')],
    ]);
    await expect(open()).rejects.toMatchObject({ to: 'quit' });
    expect(asked[2]?.said).toContain('"aws login" has ended with 1');
  });

  it('aws login never gets a profile that is there already', async () => {
    newHome({ config: '[profile rootlock-root]\nregion = us-east-1\n' });
    const { open, asked } = door([
      ['sign-in.way', 'browser'],
      ['sign-in.command', new Leave('quit')],
    ]);
    await expect(open()).rejects.toThrow();
    expect(asked[1]?.question).toMatchObject({
      argv: expect.arrayContaining(['--profile', 'rootlock-root-2']),
    });
  });

  it('a key is pasted, checked for its form, and kept nowhere', async () => {
    newHome();
    const { open, resolve, onSessionEstablished, asked, folder } = door([
      ['sign-in.way', 'key'],
      ['sign-in.key-id', 'AKIAROOTLOCKROOT0001'],
      ['sign-in.secret', new Secret(SECRET)],
    ]);
    expect(await open()).toBe('open');
    const how = await resolve();
    onSessionEstablished(how, ROOT);
    expect(await how.credentials()).toMatchObject({ secretAccessKey: SECRET });
    const [, id, secret] = asked.map(({ question }) => question);
    expect(id).toMatchObject({ notPersisted: true });
    expect((id as Question<'text'>).validate?.('ASIA123')).toBeDefined();
    expect((secret as Question<'secret'>).validate?.(new Secret('too short'))).toBeDefined();
    expect(folder.read('last-profile')).toBeUndefined();
  });
});

describe('the profile that was used last', () => {
  const both = keyIn('default', 'AKIADEFAULT00000001') + keyIn('acme', 'AKIAACME000000000001');
  const idOf = async ({ resolve }: ReturnType<typeof door>) =>
    (await (await resolve()).credentials()).accessKeyId;

  it('is remembered where somebody is there, and taken where nothing else gives credentials', async () => {
    newHome({ credentials: keyIn('acme', 'AKIAACME000000000001') });
    const first = door([], { profile: 'acme' });
    first.onSessionEstablished(await first.resolve(), ROOT);
    expect(await idOf(door())).toBe('AKIAACME000000000001');
  });

  it('is not remembered by a run that only looks', async () => {
    newHome({ credentials: both });
    const first = door(undefined, { profile: 'acme' });
    first.onSessionEstablished(await first.resolve(), ROOT);
    expect(first.folder.read('last-profile')).toBeUndefined();
  });

  it('is offered first where the default profile gives credentials too, and asked about once', async () => {
    newHome({ credentials: both });
    const first = door([], { profile: 'acme' });
    first.onSessionEstablished(await first.resolve(), ROOT);
    const second = door([['sign-in.profile', ({ initial }: Question) => initial]]);
    expect(await idOf(second)).toBe('AKIAACME000000000001');
    expect(await idOf(second)).toBe('AKIAACME000000000001');
    expect(await idOf(door())).toBe('AKIADEFAULT00000001');
  });

  it('is not the only way: back leads to all the others', async () => {
    newHome({ credentials: both });
    const first = door([], { profile: 'acme' });
    first.onSessionEstablished(await first.resolve(), ROOT);
    const { open, asked } = door([
      ['sign-in.profile', new Leave('back')],
      ['sign-in.way', 'practice'],
    ]);
    expect(await open()).toBe('practice');
    expect(asked[1]?.said).toMatch(/^Choose how to sign in\./);
  });

  it('of root, signed out since: the administrator is asked for first, under a name of their own', async () => {
    newHome({
      config: '[profile rootlock-root]\nlogin_session = arn:aws:iam::123456789012:root\n',
    });
    folderAt(join(process.env.HOME ?? '', 'state')).write('last-profile', 'rootlock-root\n');
    const nobody = await door()
      .open()
      .catch(({ fix }) => fix.map(say));
    expect(nobody[0]).toBe('Sign in as your administrator: aws login --profile NAME');
    expect(nobody.at(-1)).toContain('as root: aws login --profile rootlock-root');

    const { open, asked } = door([
      ['sign-in.way', 'browser'],
      ['sign-in.command', new Leave('quit')],
    ]);
    await expect(open()).rejects.toMatchObject({ to: 'quit' });
    expect(asked[0]?.said).toContain('Sign in as your administrator, or as the root user while');
    expect(labels(asked[0]?.question)[0]).toContain('again, as the root user');
    expect(asked[1]?.question).toMatchObject({ argv: expect.arrayContaining(['rootlock-admin']) });
  });

  it('loses against a flag', async () => {
    newHome({ credentials: both });
    const first = door([], { profile: 'acme' });
    first.onSessionEstablished(await first.resolve(), ROOT);
    expect(await idOf(door([], { profile: 'default' }))).toBe('AKIADEFAULT00000001');
  });
});
