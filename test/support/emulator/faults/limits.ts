import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { rootlock } from '../programs.ts';
import { type Emulator, ROOT_SESSION } from '../server.ts';
import { type Place, startFaultProxy } from './fault-proxy.ts';
import { faults } from './faults.ts';

const NEVER_ACCEPTS = fileURLToPath(new URL('preloaded/never-accepts.mjs', import.meta.url));

/** A look at an account that does not answer, with the limits of time as they are. */
export async function unanswered(emulator: Emulator) {
  const at: Place = {
    service: 'sts',
    operation: 'GetCallerIdentity',
    region: 'us-east-1',
    nth: 1,
  };
  const fault = faults(emulator.clock)['no answer, though it is carried out'];
  if (!fault) throw new Error('there is no such fault');
  const proxy = await startFaultProxy(emulator.url, { at: [at], fault });
  const ran = await look(proxy.url);
  await proxy.stop();
  return ran;
}

/** A look at an account where nobody gets a connection. */
export async function unconnected() {
  const child = spawn(process.execPath, [NEVER_ACCEPTS], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const sockets: Socket[] = [];
  for (let isFull = false; !isFull; ) {
    const socket = connect(Number(port), '127.0.0.1');
    sockets.push(socket.on('error', () => undefined));
    isFull = await Promise.race([once(socket, 'connect').then(() => false), wait(500, true)]);
  }
  const ran = await look(`http://127.0.0.1:${port}`);
  for (const socket of sockets) socket.destroy();
  child.kill('SIGKILL');
  return ran;
}

async function look(url: string) {
  const home = mkdtempSync(join(tmpdir(), 'rootlock-limits-'));
  const began = Date.now();
  const env = { AWS_ACCESS_KEY_ID: ROOT_SESSION, AWS_SESSION_TOKEN: 'not checked' };
  const { code, stdout, stderr } = await rootlock(['status', '--only', 'password-policy'], {
    url,
    home,
    env,
  });
  const ms = Date.now() - began;
  rmSync(home, { recursive: true, force: true });
  return { code, printed: stdout + stderr, ms };
}
