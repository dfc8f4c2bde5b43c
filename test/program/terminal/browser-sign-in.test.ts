import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startStub } from '../../support/aws/stub-aws.ts';
import { openQuestion } from '../../support/program/open-question.ts';
import { emptyFolder, program, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { BROWSER } from '../../support/sign-in/browser.ts';
import {
  type Behaviour,
  browse,
  startSignInService,
} from '../../support/sign-in/sign-in-service.ts';
import { KEY } from '../../support/tui/screen.ts';

/** Wherever the line breaks. */
const IS_THIS_YOU = /Is\s+this\s+you\s*\?/;

let terminal: Terminal;
afterEach(() => terminal?.close());

async function open(
  args: string[],
  changes: Partial<Behaviour> = {},
  more: Record<string, string> = {},
) {
  const aws = await startSignInService(changes);
  const home = emptyFolder();
  const env = { HOME: home, AWS_ENDPOINT_URL_SIGNIN: aws.url, BROWSER, ...more };
  terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), ...args], { env });
  return { aws, home, terminal };
}

/** A run at a terminal, against an account in which nothing else can be read. */
async function walk(changes: Partial<Behaviour> = {}) {
  const stub = await startStub();
  return open(['--endpoint-url', stub.url], changes);
}

/** The header names the account. The question before it does so too, inside its sentence. */
const SIGNED_IN = /^ (Rootlock {3})?1234-5678-9012/m;

describe('the menu of a first run', () => {
  it('signs in by the browser with three keys, and offers to sign root out when the owner quits', async () => {
    const { aws, home } = await walk();
    await terminal.waitFor('Sign in with your browser: nothing to install');
    terminal.type(KEY.enter);
    await terminal.waitFor(IS_THIS_YOU);
    expect(terminal.screen()).toContain('the root user of the account');
    terminal.type(`y${KEY.enter}`);
    await terminal.waitFor(SIGNED_IN);
    expect(readFileSync(join(home, '.aws/config'), 'utf8')).toContain('[profile rootlock-root]');
    expect(aws.granted).toEqual(['authorization_code']);
    await terminal.waitFor('Where would you like to start?');
    terminal.type('q');
    await terminal.waitFor('Sign out?');
    terminal.type(KEY.enter);
    await terminal.exit;
    expect(terminal.screen()).not.toContain('Sign out with');
    expect(readFileSync(join(home, '.aws/config'), 'utf8')).toBe('');
  });

  it('names root’s session with the command that ends it if Ctrl-C ends the run', async () => {
    const { home } = await walk();
    await terminal.waitFor('nothing to install');
    terminal.type(KEY.enter);
    await terminal.waitFor(IS_THIS_YOU);
    terminal.type(`y${KEY.enter}`);
    await terminal.waitFor(SIGNED_IN);
    terminal.type('\u0003');
    expect(await terminal.exit).toMatchObject({ code: 130 });
    const left = terminal.screen().replaceAll(/\s+/g, ' ');
    expect(left).toContain('The root user is still signed in on this computer. Sign out with:');
    expect(left).toContain('sign-out --profile rootlock-root');
    expect(existsSync(join(home, '.aws/config'))).toBe(true);
  });

  it('offers the other ways, and another region, after a refusal', async () => {
    const { aws } = await walk({ fails: { error: 'SERVICE_QUOTA_EXCEEDED', message: 'No.' } });
    await terminal.waitFor('nothing to install');
    terminal.type(KEY.enter);
    await terminal.waitFor('SERVICE_QUOTA_EXCEEDED');
    await terminal.waitFor('on another device');
    expect(terminal.screen()).toContain('at another region than us-east-1');
    aws.behaviour.fails = undefined;
    terminal.type(`${KEY.down}${KEY.down}${KEY.enter}`);
    await terminal.waitFor('Which region to sign in at?');
    terminal.type(KEY.enter);
    await terminal.waitFor(IS_THIS_YOU);
  });
});

describe('rootlock sign-in in a terminal', () => {
  it('asks whether it is you', async () => {
    const { home } = await open(['sign-in', '--profile', 'acme']);
    await terminal.waitFor(IS_THIS_YOU);
    terminal.type(`y${KEY.enter}`);
    expect(await terminal.exit).toMatchObject({ code: 0 });
    expect(terminal.screen()).toContain('To sign out:');
    expect(existsSync(join(home, '.aws/config'))).toBe(true);
  });

  it('keeps nothing if it is not', async () => {
    const { home } = await open(['sign-in', '--profile', 'acme']);
    await terminal.waitFor(IS_THIS_YOU);
    terminal.type(`n${KEY.enter}`);
    expect(await terminal.exit).toMatchObject({ code: 3 });
    expect(terminal.screen()).toContain('Nothing was kept.');
    expect(existsSync(join(home, '.aws'))).toBe(false);
  });

  it('takes the text of another device, hidden, where no browser can be opened', async () => {
    const { aws, home } = await open(['sign-in', '--profile', 'acme'], {}, { BROWSER: 'none' });
    await terminal.waitFor('Waiting for you');
    expect(terminal.screen()).toContain('y copy the address');
    terminal.type('y');
    await terminal.waitFor(() => terminal.clipboard() !== '');
    const pasted = await browse(terminal.clipboard());
    terminal.type(KEY.enter);
    await terminal.waitFor('Paste the text');
    terminal.type(pasted);
    await terminal.waitFor('•');
    terminal.type(KEY.enter);
    await terminal.waitFor(IS_THIS_YOU);
    expect(terminal.raw).not.toContain(pasted);
    expect(terminal.raw).not.toContain(aws.told.codes[0]);
    terminal.type(`y${KEY.enter}`);
    expect(await terminal.exit).toMatchObject({ code: 0 });
    expect(terminal.buffer.type).toBe('normal');
    expect(terminal.screen()).toContain('To sign out:');
    expect(existsSync(join(home, '.aws/login/cache'))).toBe(true);
  });

  it('offers no way back, as no question stands before it, and Esc ends nothing', async () => {
    await open(['sign-in', '--profile', 'acme'], {}, { BROWSER: 'none' });
    await terminal.waitFor('Waiting for you');
    expect(terminal.screen()).not.toMatch(/Esc back/);
    // The letter is a second key for what Esc does.
    terminal.type(`b${KEY.enter}`);
    await terminal.waitFor('Paste the text');
    terminal.type('\x03');
    expect(await terminal.exit).toMatchObject({ code: 130 });
    expect(terminal.screen()).toContain('Stopped.');
  });

  it.each<[string, string[], Record<string, string>]>([
    ['--plain', ['--plain'], {}],
    ['a dumb terminal', [], { TERM: 'dumb' }],
  ])('asks in sentences with %s', async (_, args, env) => {
    const { home } = await open(['sign-in', '--profile', 'acme', ...args], {}, env);
    await terminal.waitFor(/yes to agree, or no\.\s*>/);
    terminal.type(`yes${KEY.enter}`);
    expect(await terminal.exit).toMatchObject({ code: 0 });
    expect(terminal.raw).not.toContain('\u001b[?1049h');
    expect(existsSync(join(home, '.aws/config'))).toBe(true);
  });
});

describe('rootlock sign-in --practice', () => {
  it('waits for p, asks whether it is you, and opens nothing', async () => {
    const { aws, home } = await open(['sign-in', '--practice']);
    await terminal.waitFor('Practice: press p and it is done.');
    expect(terminal.screen()).toContain('https://practice.invalid/');
    await terminal.waitFor('Waiting for you');
    terminal.type('p');
    await terminal.waitFor(IS_THIS_YOU);
    terminal.type(`y${KEY.enter}`);
    expect(await terminal.exit).toMatchObject({ code: 0 });
    expect(terminal.screen().replaceAll(/\s+/g, ' ')).toContain('Nothing was kept.');
    expect([aws.told.codes, aws.granted]).toEqual([[], []]);
    expect(existsSync(join(home, '.aws'))).toBe(false);
  });

  it('ends with 3 if it is not you, as for real', async () => {
    await open(['sign-in', '--practice', '--remote']);
    await terminal.waitFor('on your phone for example');
    expect(terminal.screen()).toContain('PRACTICE');
    terminal.type('b');
    await terminal.waitFor('Nothing comes before this page.');
    terminal.type(KEY.enter);
    await terminal.waitFor('Not signed in yet');
    terminal.type('p');
    await terminal.waitFor(IS_THIS_YOU);
    terminal.type(`n${KEY.enter}`);
    expect(await terminal.exit).toMatchObject({ code: 3 });
  });

  it('is rehearsed in sentences with --plain', async () => {
    await open(['sign-in', '--practice', '--plain']);
    await terminal.waitFor(openQuestion('or type :practice'));
    terminal.type(`:practice${KEY.enter}`);
    await terminal.waitFor(/yes to agree, or no\.\s*>/);
    terminal.type(`yes${KEY.enter}`);
    expect(await terminal.exit).toMatchObject({ code: 0 });
  });
});

it('a refusal is broken between words at a terminal', async () => {
  await open(['zzz']);
  expect(await terminal.exit).toMatchObject({ code: 64 });
  const [first, second] = terminal.screen().split('\n');
  expect(first).toMatch(/^There is no command zzz\. Commands: [\w, -]+,$/);
  expect(second).toMatch(/^[\w, -]*\bsign-out\.$/);
});
