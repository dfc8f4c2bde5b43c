import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTurn, ratios, type Spread, spreadOf } from './pairs.ts';
import { time } from './programs.ts';

const ROUNDS = 5;

/** Bytes of the tarball and of its content; milliseconds of `npx` with an empty cache, ours and that of `semver@7`. */
export interface Package {
  packed: number;
  unpacked: number;
  files: number;
  npx: Spread;
  semver: Spread;
  ratio: Spread;
}

/** Packs the program, and runs it by `npx`. */
export async function packed(): Promise<Package> {
  const folder = mkdtempSync(join(tmpdir(), 'rootlock-pack-'));
  const npm = promisify(execFile);
  try {
    const { stdout } = await npm('npm', ['pack', '--json', '--pack-destination', folder]);
    const [{ filename, size, unpackedSize, files }] = JSON.parse(stdout);
    // The registry is a setting of this machine, which an empty home does not have.
    const { stdout: registry } = await npm('npm', ['config', 'get', 'registry']);
    /** As on a computer that never ran it. */
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
