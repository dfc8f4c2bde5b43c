import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { fakeAws } from '../aws/fake-aws.ts';

const OF_AWS = /^AWS_(?!EC2_METADATA_DISABLED|SDK_)/;

/** A home of its own for one test of this process: no profile, no key in the environment, and the fake `aws` on the PATH. */
export function newHome(files: Record<string, string> = {}): string {
  const before = { ...process.env };
  const home = mkdtempSync(join(tmpdir(), 'rootlock-home-'));
  onTestFinished(() => {
    process.env = before;
    rmSync(home, { recursive: true });
  });
  const kept = Object.entries(before).filter(([name]) => !OF_AWS.test(name));
  process.env = { ...Object.fromEntries(kept), HOME: home };
  // A thread's own HOME does not reach the SDK here.
  process.env.AWS_LOGIN_CACHE_DIRECTORY = join(home, '.aws/login/cache');
  process.env.PATH = [fakeAws, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  mkdirSync(join(home, '.aws'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(home, '.aws', name), text, { mode: 0o600 });
  }
  return home;
}
