import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { fakeAws } from '../aws/fake-aws.ts';
import { program, SHORT_RUN } from '../program/program.ts';
import { openTerminal, type Terminal } from '../program/terminal.ts';
import { ACCOUNT, ROOT_KEYS, ROOT_SESSION, USER_SESSION } from './server.ts';

/** How a program ended, and what it printed. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

const RUN = fileURLToPath(new URL('../../../scripts/run.mjs', import.meta.url));
const VENV = fileURLToPath(new URL('../../../.venv/bin', import.meta.url));
const ROOT = {
  AWS_ACCESS_KEY_ID: ROOT_KEYS[0],
  AWS_SECRET_ACCESS_KEY: 'the emulator checks no signature',
  AWS_REGION: 'us-east-1',
};
const environment = (home: string) => ({
  HOME: home,
  XDG_DATA_HOME: join(home, 'data'),
  PATH: [VENV, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
  AWS_EC2_METADATA_DISABLED: 'true',
});

/** An empty home for one test: without the developer's AWS profiles, and without the memory of another run. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'rootlock-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

interface Where {
  /** The emulator, or what stands in front of it. */
  url: string;
  home: string;
}

/** Runs the built program to its end, signed in with root's access key. */
export function rootlock(
  args: string[],
  { url, home, answers, env }: Where & { answers?: object; env?: Record<string, string> },
): Promise<Ran> {
  const given = join(home, 'answers.json');
  if (answers) writeFileSync(given, JSON.stringify({ account: ACCOUNT, answers }));
  const all = [...args, '--endpoint-url', url, ...(answers ? ['--answers', given] : [])];
  return run(process.execPath, [...SHORT_RUN, program(), ...all], home, { ...ROOT, ...env });
}

/** The built program in a pseudo-terminal of 80 columns and 24 lines, signed in with root's access key. */
export function openRootlock(
  args: string[],
  {
    url,
    home,
    env,
    cols = 80,
  }: Where & { env?: Record<string, string | undefined>; cols?: number },
): Terminal {
  const terminal = openTerminal(
    [process.execPath, ...SHORT_RUN, program(), ...args, '--endpoint-url', url],
    { cols, env: { ...environment(home), ...ROOT, ...env } },
  );
  onTestFinished(terminal.close);
  return terminal;
}

type Environment = Record<string, string | undefined>;

/** Puts an access key into the default profile of this home. */
export function keyInProfile(home: string, id: string = ROOT_KEYS[0]): void {
  mkdirSync(join(home, '.aws'));
  const key = `aws_access_key_id = ${id}\naws_secret_access_key = not-checked\n`;
  writeFileSync(join(home, '.aws', 'credentials'), `[default]\n${key}`, { mode: 0o600 });
}

/** The environment of a shell without keys, whose `aws login` signs in as `whom`. */
export function withAwsLogin(home: string, whom: 'root' | `user/${string}`): Environment {
  writeFileSync(join(home, 'aws-keys'), whom === 'root' ? ROOT_SESSION : USER_SESSION);
  return {
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
    PATH: [fakeAws, environment(home).PATH].join(delimiter),
    FAKE_AWS_SESSION: `arn:aws:iam::${ACCOUNT}:${whom}`,
  };
}

/** Runs test/live to its end, as `npm run test:live` does. */
export const live = ({ url, home, env }: Where & { env: object }): Promise<Ran> =>
  run(process.execPath, [RUN, 'test/live/index.ts'], home, {
    ...ROOT,
    AWS_ENDPOINT_URL: url,
    ...env,
  });

/** Runs a line in a POSIX shell. Its `aws` is the real AWS CLI, version 1. */
export const shell = (line: string, { url, home }: Where): Promise<Ran> =>
  run('/bin/sh', ['-c', line], home, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: ROOT_KEYS[0],
    AWS_SECRET_ACCESS_KEY: 'the emulator checks no signature',
    AWS_DEFAULT_OUTPUT: 'json',
  });

async function run(program: string, args: string[], home: string, env: object): Promise<Ran> {
  const child = spawn(program, args, {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment(home), ...env },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, stdout, stderr };
}
