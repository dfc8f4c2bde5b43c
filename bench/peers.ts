import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LONG_MS = 180_000;

/** Peers are installed here. It is deleted when the bench ends. */
const folder = mkdtempSync(join(tmpdir(), 'rootlock-peers-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/**
 * Installs these packages, and returns the command that starts the last of them. If there are two, the first brings its Node.
 *
 * @throws if npm cannot install them
 */
export async function installed(names: string[]): Promise<string[]> {
  const place = mkdtempSync(join(folder, 'peer-'));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', place, ...names], {
    timeout: LONG_MS,
  });
  const at = join(place, 'node_modules', names.at(-1) ?? '');
  const { bin } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : Object.values<string>(bin)[0];
  const node = names.length > 1 ? join(place, 'node_modules/node/bin/node') : process.execPath;
  return [node, join(at, file ?? '')];
}
