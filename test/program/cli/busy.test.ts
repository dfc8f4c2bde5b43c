import { describe, expect, it } from 'vitest';
import { emptyFolder, run, stateFiles } from '../../support/program/program.ts';
import { reportOf } from '../../support/program/report.ts';

describe('the busy account in practice', () => {
  it('is looked at without a write, stays for the next run, and is told in Korean', async () => {
    const home = emptyFolder();
    const look = await run(['--practice=busy', '--dry-run', '--json'], { home });
    const { account, steps } = reportOf(look);
    expect([look.code, look.err, account.alias]).toEqual([2, '', 'acme-shop']);
    expect(steps.filter(({ state }) => state === 'blocked')).toEqual([]);
    const before = stateFiles(home);
    const korean = await run(['status', '--practice', '--lang', 'ko'], { home });
    expect([korean.code, korean.err]).toEqual([2, '']);
    expect(korean.out).toContain('jun, choi, ci-deploy');
    expect(stateFiles(home)).toEqual(before);
  });
});
