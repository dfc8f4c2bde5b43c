import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderAt } from '../../src/disk/folder.ts';
import type { Host, Question } from '../../src/engine/contract.ts';
import { Leave, SignedOut } from '../../src/engine/errors.ts';
import { Secret } from '../../src/engine/secret.ts';
import { say, t } from '../../src/engine/text.ts';
import { openDoor } from '../../src/sign-in/door.ts';
import type { WayIn } from '../../src/sign-in/sign-in.ts';
import { newHome } from './home.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const keyIn = (profile: string, id: string) =>
  `[${profile}]\naws_access_key_id=${id}\naws_secret_access_key=${SECRET}\n`;
const ROOT = {
  arn: 'arn:aws:iam::123456789012:root',
  kind: 'root',
  lasting: true,
  key: '',
} as const;

/** Answers in order; each says to which question it belongs. */
function scripted(answers: [id: string, answer: unknown][]) {
  const asked: { id: string; question: Question; said: string }[] = [];
  const left = [...answers];
  const ask = async (id: string, question: Question) => {
    asked.push({ id, question, said: say(question.message) });
    const [wanted, answer] = left.shift() ?? ['nothing more', undefined];
    expect(id).toBe(wanted);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(question) : answer;
  };
  return { host: { emit: () => undefined, ask } as unknown as Host, asked, left };
}

function door(
  answers?: [id: string, answer: unknown][],
  given: WayIn = {},
  home = process.env.HOME ?? '',
) {
  const script = scripted(answers ?? []);
  const folder = folderAt(join(home, 'state'));
  const host = answers && script.host;
  return { ...openDoor({ given, folder, env: process.env, host }), ...script, folder };
}
const labels = (question: Question | undefined) =>
  question?.kind === 'select' ? question.choices.map(({ label }) => say(label)) : [];

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
    const { open, signIn, entered, asked, folder } = door([
      ['sign-in.way', 'key'],
      ['sign-in.key-id', 'AKIAROOTLOCKROOT0001'],
      ['sign-in.secret', new Secret(SECRET)],
    ]);
    expect(await open()).toBe('open');
    const how = await signIn();
    entered(how, ROOT);
    expect(await how.credentials()).toMatchObject({ secretAccessKey: SECRET });
    const [, id, secret] = asked.map(({ question }) => question);
    expect(id).toMatchObject({ private: true });
    expect((id as Question<'text'>).check?.('ASIA123')).toBeDefined();
    expect((secret as Question<'secret'>).check?.(new Secret('too short'))).toBeDefined();
    expect(folder.read('last-profile')).toBeUndefined();
  });
});

describe('the profile that was used last', () => {
  const both = keyIn('default', 'AKIADEFAULT00000001') + keyIn('acme', 'AKIAACME000000000001');
  const idOf = async ({ signIn }: ReturnType<typeof door>) =>
    (await (await signIn()).credentials()).accessKeyId;

  it('is remembered where somebody is there, and taken where nothing else gives credentials', async () => {
    newHome({ credentials: keyIn('acme', 'AKIAACME000000000001') });
    const first = door([], { profile: 'acme' });
    first.entered(await first.signIn(), ROOT);
    expect(await idOf(door())).toBe('AKIAACME000000000001');
  });

  it('is not remembered by a run that only looks', async () => {
    newHome({ credentials: both });
    const first = door(undefined, { profile: 'acme' });
    first.entered(await first.signIn(), ROOT);
    expect(first.folder.read('last-profile')).toBeUndefined();
  });

  it('is offered first where the default profile gives credentials too, and asked about once', async () => {
    newHome({ credentials: both });
    const first = door([], { profile: 'acme' });
    first.entered(await first.signIn(), ROOT);
    const second = door([['sign-in.profile', ({ initial }: Question) => initial]]);
    expect(await idOf(second)).toBe('AKIAACME000000000001');
    expect(await idOf(second)).toBe('AKIAACME000000000001');
    expect(await idOf(door())).toBe('AKIADEFAULT00000001');
  });

  it('loses against a flag', async () => {
    newHome({ credentials: both });
    const first = door([], { profile: 'acme' });
    first.entered(await first.signIn(), ROOT);
    expect(await idOf(door([], { profile: 'default' }))).toBe('AKIADEFAULT00000001');
  });
});

describe('credentials that AWS no longer takes', () => {
  const gone = new SignedOut(t('Gone.'), []);

  it('of a key: say which, and how to get in instead', async () => {
    const config = '[profile acme]\nlogin_session = arn:aws:iam::123456789012:user/kim\n';
    newHome({ credentials: keyIn('default', 'AKIADEFAULT00000001'), config });
    const { signIn, refused } = door();
    const why = await refused(gone, await signIn()).catch((error: SignedOut) => error);
    expect(say((why as SignedOut).text)).toContain('AKIADEFAULT00000001 of the profile default');
    expect((why as SignedOut).fix.map(say).join()).toContain('aws login --profile acme');
  });

  it('at the start: the owner is told to sign in as the administrator, under a name of that', async () => {
    newHome({ credentials: keyIn('default', 'AKIADEFAULT00000001') });
    const { signIn, refused, asked } = door([
      ['sign-in.way', 'browser'],
      ['sign-in.command', 0],
    ]);
    await refused(gone, await signIn());
    expect(asked[0]?.said).toContain('Sign in as your administrator');
    expect(labels(asked[0]?.question).join()).not.toContain('Practise');
    expect(asked[1]?.question).toMatchObject({ argv: expect.arrayContaining(['rootlock-admin']) });
  });

  it('in the middle: another way in is asked for, but not the practice account', async () => {
    newHome({
      credentials: keyIn('default', 'AKIADEFAULT00000001') + keyIn('acme', 'AKIAACME000000000001'),
    });
    const { signIn, refused, asked } = door([
      ['sign-in.way', 'profile'],
      ['sign-in.profile', 'acme'],
    ]);
    const account = { id: '123456789012' } as Parameters<typeof refused>[2];
    await refused(gone, await signIn(), account);
    expect((await (await signIn()).credentials()).accessKeyId).toBe('AKIAACME000000000001');
    expect(asked[0]?.said).toContain('Gone. Sign in to 123456789012');
    expect(labels(asked[0]?.question).join()).not.toContain('Practise');
  });
});
