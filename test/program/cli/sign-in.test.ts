import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { emptyFolder, run, start, stateFiles } from '../../support/program/program.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI' };

/** The address of a server on this computer that is not AWS. */
async function startServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A home with two profiles. */
function homeWithProfiles(): string {
  const home = emptyFolder();
  mkdirSync(join(home, '.aws'));
  const section = (name: string, id: string) =>
    `[${name}]\naws_access_key_id = ${id}\naws_secret_access_key = s\n`;
  writeFileSync(
    join(home, '.aws/credentials'),
    section('default', 'AKIADEFAULT') + section('work', 'AKIAWORK'),
  );
  writeFileSync(
    join(home, '.aws/config'),
    '[profile work]\nregion = eu-west-1\n[sso-session mine]\nsso_region = us-east-1\n',
  );
  return home;
}

describe('without credentials', () => {
  it.each([[[]], [['status']], [['--dry-run', '--json']], [['--yes']]])(
    '%j names the ways to sign in, at once and on standard error',
    async (args) => {
      const home = emptyFolder();
      const { code, out, err, ms } = await run(args, { home });
      expect([code, out]).toEqual([3, '']);
      expect(err).toMatch(/^You are not signed in to AWS\.\n/);
      for (const way of ['cli.js sign-in', 'CloudShell', '--profile', '--practice']) {
        expect(err).toContain(way);
      }
      expect(err).not.toMatch(/^\s+at /m);
      expect(stateFiles(home)).toEqual({});
      expect(ms).toBeLessThan(2000);
    },
  );

  it('receipt and permissions work all the same', async () => {
    expect(await run(['receipt'])).toMatchObject({
      code: 0,
      out: 'No change was sent to AWS.\n',
      err: '',
    });
    const { code, out } = await run(['permissions']);
    expect(code).toBe(0);
    const actions = JSON.parse(out).Statement.flatMap((one: { Action: string[] }) => one.Action);
    expect(actions).toEqual(expect.arrayContaining(['iam:CreateUser', 'sts:GetCallerIdentity']));
  });
});

describe('if something on the way answers in place of AWS', () => {
  const page: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html><body>Welcome to the hotel. Please sign in.</body></html>');
  };

  it.each([[[]], [['status']], [['--json']], [['--yes']]])(
    '%j says so, and reports nothing as secure',
    async (args) => {
      const endpoint = await startServer(page);
      const { code, out, err, ms } = await run([...args, '--endpoint-url', endpoint], {
        env: KEYS,
      });
      expect(code).toBe(3);
      expect(err).toMatch(/^Something other than AWS answered \(HTTP 200\)/);
      expect(err).not.toMatch(/^\s+at /m);
      expect(out).toBe('');
      // The open connection must not keep the program alive.
      expect(ms).toBeLessThan(3000);
    },
  );

  it('a run says that AWS cannot be reached if nothing answers at all', async () => {
    const { code, err } = await run(['--endpoint-url', 'http://127.0.0.1:1'], { env: KEYS });
    expect([code, err]).toEqual([3, expect.stringContaining('AWS cannot be reached from here')]);
  });

  it('a stop does not wait for an answer that never comes', async () => {
    let asked: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const endpoint = await startServer(() => asked());
    const { child, ended } = start(['--endpoint-url', endpoint], emptyFolder(), KEYS);
    await reached;
    const began = Date.now();
    child.kill('SIGTERM');
    const { code, out, err } = await ended;
    expect([code, out]).toEqual([143, '']);
    expect(err).toMatch(/^Stopped\. What was done stays done\. To go on: .* --endpoint-url \S+\n$/);
    expect(Date.now() - began).toBeLessThan(2000);
  });
});

describe('if credentials come from a program that does not end', () => {
  it('a stop does not wait for it', async () => {
    const home = emptyFolder();
    mkdirSync(join(home, '.aws'));
    const started = join(home, 'started');
    writeFileSync(
      join(home, '.aws/config'),
      `[default]\ncredential_process = /bin/sh -c "echo > ${started}; exec sleep 20"\n`,
    );
    const { child, ended } = start(['status'], home);
    await vi.waitUntil(() => existsSync(started), { timeout: 10_000 });
    const began = Date.now();
    child.kill('SIGTERM');
    // The credential program still holds the output open, so `ended` would wait for it.
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(143);
    expect(Date.now() - began).toBeLessThan(2000);
    child.stdout?.destroy();
    child.stderr?.destroy();
    await ended;
  });
});

describe('a call is signed with', () => {
  /** The id of the access key that signed the first call. */
  async function signingKey(args: string[], env: Record<string, string>): Promise<string> {
    let key = '';
    const endpoint = await startServer((request, response) => {
      key ||= /Credential=(\w+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
      response.writeHead(200).end('not AWS');
    });
    const { err } = await run([...args, '--endpoint-url', endpoint], {
      home: homeWithProfiles(),
      env,
    });
    // For some of these, the SDK would print a warning of its own first.
    expect(err).toMatch(/^Something other than AWS answered/);
    return key;
  }

  it.each<[string, string[], Record<string, string>, string]>([
    ['the default profile', [], {}, 'AKIADEFAULT'],
    ['AWS_PROFILE rather than the default', [], { AWS_PROFILE: 'work' }, 'AKIAWORK'],
    [
      'AWS_DEFAULT_PROFILE rather than the default',
      [],
      { AWS_DEFAULT_PROFILE: 'work' },
      'AKIAWORK',
    ],
    [
      'AWS_PROFILE rather than AWS_DEFAULT_PROFILE',
      [],
      { AWS_PROFILE: 'work', AWS_DEFAULT_PROFILE: 'default' },
      'AKIAWORK',
    ],
    ['keys in the environment rather than the default', [], KEYS, KEYS.AWS_ACCESS_KEY_ID],
    [
      'keys in the environment rather than AWS_PROFILE',
      [],
      { ...KEYS, AWS_PROFILE: 'work' },
      KEYS.AWS_ACCESS_KEY_ID,
    ],
    ['--profile rather than anything else', ['--profile', 'work'], KEYS, 'AKIAWORK'],
  ])('%s', async (_, args, env, key) => {
    expect(await signingKey(args, env)).toBe(key);
  });

  it('no profile but one that exists: the others are named', async () => {
    const { code, err } = await run(['--profile', 'mine'], { home: homeWithProfiles() });
    expect([code, err]).toEqual([64, 'There is no profile mine. Profiles: work, default.\n']);
  });

  it('nothing from a variable that is set but empty', async () => {
    const env = { AWS_PROFILE: '', AWS_REGION: '', AWS_ENDPOINT_URL: '', AWS_ACCESS_KEY_ID: '' };
    const { code, err } = await run([], { env });
    expect([code, err]).toEqual([3, expect.stringContaining('You are not signed in to AWS.')]);
  });
});
