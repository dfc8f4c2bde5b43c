import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputs, ROOT } from '../../support/program/bundle.ts';

const BYTES_MAX = 650_000;

const UNPACKED_BYTES_MAX = 1_850_000;
const FILES_MAX = 45;

/** npm starts slowly on a busy machine. */
const SLOW = { timeout: 60_000 };

const { version, dependencies, peerDependencies, optionalDependencies } = JSON.parse(
  readFileSync(`${ROOT}package.json`, 'utf8'),
);
const folder = mkdtempSync(join(tmpdir(), 'rootlock-package-'));
const tarball = `rootlock-${version}.tgz`;

/** A computer without a cache, settings or a registry. */
const env = {
  PATH: process.env.PATH,
  HOME: join(folder, 'home'),
  NODE_OPTIONS: `--import=${new URL('../../support/program/preloaded/offline.mjs', import.meta.url)}`,
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
};

/** Runs the tarball in an empty folder. Rejects if the exit code is not 0. */
function npx(...args: string[]) {
  const cwd = mkdtempSync(join(folder, 'empty-'));
  cpSync(join(folder, tarball), join(cwd, tarball));
  // npx would execute an absolute path.
  const all = ['--yes', `./${tarball}`, ...args];
  const own = { ...env, npm_config_cache: join(cwd, 'cache') };
  return promisify(execFile)('npx', all, { cwd, env: own });
}

const npm = (...args: string[]) => promisify(execFile)('npm', args, { cwd: ROOT, env });

let files: string[];
beforeAll(async () => {
  mkdirSync(env.HOME);
  await npm('pack', '--pack-destination', folder);
  const list = execFileSync('tar', ['-tzf', join(folder, tarball)], { encoding: 'utf8' });
  files = list.trim().split('\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it(`is not larger than ${BYTES_MAX} bytes`, () => {
    expect(statSync(join(folder, tarball)).size).toBeLessThanOrEqual(BYTES_MAX);
  });

  it(`unpacks to ${FILES_MAX} files of ${UNPACKED_BYTES_MAX} bytes at most`, async () => {
    const { stdout } = await npm('pack', '--dry-run', '--json');
    const [{ entryCount, unpackedSize }] = JSON.parse(stdout);
    expect(entryCount).toBeLessThanOrEqual(FILES_MAX);
    expect(unpackedSize).toBeLessThanOrEqual(UNPACKED_BYTES_MAX);
  });

  it('holds the files that the program loads, its licences and its documents, nothing else', () => {
    const loaded = new Set(['dist/cli.js']);
    for (const file of loaded) {
      for (const { path } of outputs[file]?.imports ?? []) {
        if (path.startsWith('dist/')) loaded.add(path);
      }
    }
    const beside = ['LICENSE', 'README.md', 'package.json'];
    const inDist = ['dist/package.json', 'dist/third-party-licenses.txt'];
    const expected = [...loaded, ...beside, ...inDist].map((file) => `package/${file}`);
    expect(files.sort()).toEqual(expected.sort());
  });

  it('holds the files that "npm pack --dry-run" lists', async () => {
    const { stdout } = await npm('pack', '--dry-run', '--json');
    const [listed] = JSON.parse(stdout) as { files: { path: string }[] }[];
    expect(listed?.files.map(({ path }) => `package/${path}`).sort()).toEqual(files.sort());
  });

  it('has no dependencies', () => {
    expect([dependencies, peerDependencies, optionalDependencies]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.concurrent('runs by npx in an empty folder, without a cache and a network', SLOW, async () => {
    expect(await npx('--version')).toEqual({ stdout: `${version}\n`, stderr: '' });
  });

  it.concurrent('secures the practice account by npx, without a network', SLOW, async () => {
    const { stdout, stderr } = await npx('--practice', '--yes');
    expect(stderr).toBe('');
    expect(stdout).toContain('PRACTICE, nothing is real');
    expect(stdout).toMatch(/\d secure/);
  });
});
