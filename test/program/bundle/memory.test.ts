import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../support/program/bundle.ts';

const AT_THE_END = new URL('../../support/program/preloaded/at-the-end.mjs', import.meta.url);
const home = mkdtempSync(join(tmpdir(), 'rootlock-memory-'));
afterAll(() => rmSync(home, { recursive: true }));

describe('V8, after a survey in the built program,', () => {
  let stdout = '';
  let stderr = '';
  beforeAll(() => {
    const survey = [`${ROOT}dist/cli.js`, '--practice=fresh', '--dry-run', '--json'];
    const argv = ['--trace-opt', `--import=${AT_THE_END}`, ...survey];
    const env = { PATH: process.env.PATH, HOME: home };
    const ran = spawnSync(process.execPath, argv, { env, encoding: 'utf8', maxBuffer: 2 ** 26 });
    ({ stdout, stderr } = ran);
  });

  it('has made little room for what is needed briefly', () => {
    const [, mib] = /^new space: (\d+) MiB$/m.exec(stderr) ?? [];
    expect(Number(mib)).toBeLessThanOrEqual(8);
  });

  it('optimizes no function', () => {
    expect(stdout).toContain('"steps"');
    expect(/JSFunction often .*TURBOFAN/.exec(stdout)?.[0]).toBe(undefined);
  });
});
