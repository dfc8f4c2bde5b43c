import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freshAccount } from '../terminal/fresh-account.ts';

/**
 * For V8: compile no function a second time, to make it faster, and begin with a young generation that is seldom looked
 * through. A run of a few seconds never gains what these cost, a third of its processor time, and there are hundreds of runs.
 */
export const SHORT_RUN = ['--no-opt', '--min-semi-space-size=16'];

const PROGRAM = join(import.meta.dirname, '../../../dist/cli.js');

/** The built program's path. */
export function program(): string {
  if (existsSync(PROGRAM)) return PROGRAM;
  throw new Error(
    'There is no dist/cli.js: "npm test" builds it first, "npm run build" alone too.',
  );
}

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rootlock-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
  /** From the start of the program to its end. */
  ms: number;
}

interface Started {
  child: ReturnType<typeof spawn>;
  ended: Promise<Ended>;
}

/**
 * Starts the built program without a terminal. Its environment is made from nothing but `env`; `home` is its home, and
 * its state is below `home/data`.
 */
export function start(args: string[], home: string, env: Record<string, string> = {}): Started {
  const began = Date.now();
  const child = spawn(process.execPath, [...SHORT_RUN, program(), ...args], {
    env: { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: join(home, 'data'), ...env },
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    told.out += text;
  });
  child.stderr.on('data', (text) => {
    told.err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, ...told, ms: Date.now() - began });
    });
  });
  return { child, ended };
}

/** A home with a practice account that `freshAccount` makes: a run of it takes two thirds of the time. */
export function practiceHome(): string {
  const home = emptyFolder();
  freshAccount(home);
  return home;
}

/** Runs the built program to its end, at a home of its own unless one is given. */
export const run = (
  args: string[],
  {
    home = args.includes('--practice') ? practiceHome() : emptyFolder(),
    env = {},
  }: { home?: string; env?: Record<string, string> } = {},
): Promise<Ended> => start(args, home, env).ended;

/** Every file below the state folder, by its path there. */
export function stateFiles(home: string): Record<string, string> {
  const root = join(home, 'data/rootlock');
  if (!existsSync(root)) return {};
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(root, file)).isFile(),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}
