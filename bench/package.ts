import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTurn, ratios, type Spread, spreadOf } from './pairs.ts';
import { time } from './programs.ts';

const ROUNDS = 5;

/** Bytes of the tarball and of what is in it; milliseconds of `npx` with an empty cache. */
export interface Package {
  packed: number;
  unpacked: number;
  files: number;
  npx: Spread;
  semver: Spread;
  ratio: Spread;
}

export async function packed(): Promise<Package> {
  const folder = mkdtempSync(join(tmpdir(), 'rootlock-pack-'));
  const npm = promisify(execFile);
  try {
    const { stdout } = await npm('npm', ['pack', '--json', '--pack-destination', folder]);
    const [{ filename, size, unpackedSize, files }] = JSON.parse(stdout);
    // Settings of npm's that are this machine's, where packages come from say, but for its cache.
    const { stdout: registry } = await npm('npm', ['config', 'get', 'registry']);
    /** As somebody does who has never run it. */
    const cold = (what: string, flag: string) => async () => {
      const cwd = mkdtempSync(join(folder, 'empty-'));
      copyFileSync(join(folder, filename), join(cwd, filename));
      const env = {
        npm_config_registry: registry.trim(),
        npm_config_cache: join(cwd, 'cache'),
        npm_config_update_notifier: 'false',
      };
      return (await time({ argv: ['npx', '--yes', what, flag], cwd, env })).ms;
    };
    const took = await inTurn(ROUNDS, {
      ours: cold(`./${filename}`, '--version'),
      semver: cold('semver@7', '--help'),
    });
    const [ours = [], semver = []] = [took.get('ours'), took.get('semver')];
    return {
      packed: size,
      unpacked: unpackedSize,
      files: files.length,
      npx: spreadOf(ours),
      semver: spreadOf(semver),
      ratio: ratios(ours, semver),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
