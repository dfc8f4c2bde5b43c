import { spawn as spawnChild } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

/** The built program. */
export const ROOTLOCK = resolve('dist/cli.js');

/** Milliseconds of the clock and, where it was still running, of the processor; memory at its peak in MiB. */
export interface Took {
  ms: number;
  cpu?: number;
  mib?: number;
}

/** A program, and the text that it is up with; without one, its end counts. */
export interface Program {
  argv: string[];
  env?: Record<string, string>;
  shows?: RegExp;
  cwd?: string;
}

const GIVEN_UP_MS = 60_000;

/** Runs a program at a home of its own. NODE_EXTRA_CA_CERTS is left out: Node 20 reads that bundle at every start. */
export async function time({ env, ...program }: Program): Promise<Took> {
  const home = mkdtempSync(join(tmpdir(), 'rootlock-bench-'));
  const none = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
  };
  try {
    const run = program.shows ? inTerminal : toTheEnd;
    return await run({ cwd: home, ...program, env: { ...none, ...env } });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

type Placed = Program & { cwd: string; env: Record<string, string> };

function toTheEnd({ argv: [file = '', ...args], env, cwd }: Placed): Promise<Took> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const stdio: ['ignore', 'ignore', 'pipe'] = ['ignore', 'ignore', 'pipe'];
    const child = spawnChild(file, args, { env, cwd, stdio, timeout: GIVEN_UP_MS });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const ms = performance.now() - began;
      // 2: looked, and found something to do.
      if (code === 0 || code === 2) resolve({ ms });
      else reject(new Error(`${file} ${args.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

function inTerminal({ argv: [file = '', ...args], env, cwd, shows }: Placed): Promise<Took> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cols: 80, rows: 24, cwd, env });
    let seen = '';
    let took: Took | undefined;
    const timer = setTimeout(() => child.kill('SIGKILL'), GIVEN_UP_MS);
    child.onData((text) => {
      seen += text;
      if (took || !shows?.test(stripVTControlCharacters(seen))) return;
      took = { ms: performance.now() - began, ...used(child.pid) };
      child.kill('SIGKILL');
    });
    child.onExit(() => {
      clearTimeout(timer);
      if (took) resolve(took);
      else reject(new Error(`${file} ${args.join(' ')} never showed ${shows}: ${seen}`));
    });
  });
}

/** From Linux; elsewhere nothing is known of it. */
function used(pid: number): Omit<Took, 'ms'> {
  if (process.platform !== 'linux') return {};
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const [running] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return Number(running);
  });
  return { cpu: nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6, mib: peakOf(pid) };
}

/** The most memory that a program has held until now, in MiB. From Linux; elsewhere nothing is known of it. */
export function peakOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [kib] = /(?<=VmHWM:\s+)\d+/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}
