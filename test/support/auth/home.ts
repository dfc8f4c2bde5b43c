import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { fakeAws } from '../aws/fake-aws.ts';

/** Variables of AWS that could hold credentials or settings. The two others only switch things off. */
const AWS_VARIABLE = /^AWS_(?!EC2_METADATA_DISABLED|SDK_)/;

/**
 * Gives one test a home of its own: these files in ~/.aws, no credentials in the environment, and the fake `aws` on the
 * PATH. The test may change `process.env`: it is restored afterwards.
 */
export function newHome(files: Record<string, string> = {}): string {
  const before = { ...process.env };
  const home = mkdtempSync(join(tmpdir(), 'rootlock-home-'));
  onTestFinished(() => {
    process.env = before;
    rmSync(home, { recursive: true });
  });
  const kept = Object.entries(before).filter(([name]) => !AWS_VARIABLE.test(name));
  process.env = { ...Object.fromEntries(kept), HOME: home };
  // In a worker thread, the SDK does not see this HOME: the login cache needs a variable of its own.
  process.env.AWS_LOGIN_CACHE_DIRECTORY = join(home, '.aws/login/cache');
  process.env.PATH = [fakeAws, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  mkdirSync(join(home, '.aws'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(home, '.aws', name), text, { mode: 0o600 });
  }
  return home;
}
