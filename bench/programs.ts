import { spawn as spawnChild } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

/** The built program. */
export const ROOTLOCK = resolve('dist/cli.js');

/** `ms`: milliseconds of the clock. `cpu`: of the processor, if the program still ran. `mib`: peak of memory. */
export interface Took {
  ms: number;
  cpu?: number;
  mib?: number;
}

/** A program. It is timed until it shows the text `shows`, else until it ends. */
export interface Program {
  argv: string[];
  env?: Record<string, string>;
  shows?: RegExp;
  cwd?: string;
}

const TIMEOUT_MS = 60_000;

/** Times a program in an empty home. NODE_EXTRA_CA_CERTS is unset: Node 20 parses that bundle at every start. */
export async function time({ env, ...program }: Program): Promise<Took> {
  const home = mkdtempSync(join(tmpdir(), 'rootlock-bench-'));
  const none = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
  };
  try {
    const run = program.shows ? timeInTerminal : timeToEnd;
    return await run({ cwd: home, ...program, env: { ...none, ...env } });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

type Placed = Program & { cwd: string; env: Record<string, string> };

function timeToEnd({ argv: [file = '', ...args], env, cwd }: Placed): Promise<Took> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const stdio: ['ignore', 'ignore', 'pipe'] = ['ignore', 'ignore', 'pipe'];
    const child = spawnChild(file, args, { env, cwd, stdio, timeout: TIMEOUT_MS });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const ms = performance.now() - began;
      // 2: something is left to do.
      if (code === 0 || code === 2) resolve({ ms });
      else reject(new Error(`${file} ${args.join(' ')} ended with ${code}: ${stderr}`));
    });
  });
}

function timeInTerminal({ argv: [file = '', ...args], env, cwd, shows }: Placed): Promise<Took> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cols: 80, rows: 24, cwd, env });
    let seen = '';
    let took: Took | undefined;
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
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

/** What a running program has taken until now. Empty if the system is not Linux. */
export function used(pid: number): Omit<Took, 'ms'> {
  if (process.platform !== 'linux') return {};
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const [running] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return Number(running);
  });
  return { cpu: nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6, mib: peakOf(pid) };
}

/** The peak of a program's memory until now, in MiB. NaN if the system is not Linux. */
export function peakOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [kib] = /(?<=VmHWM:\s+)\d+/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}
