import { expect, it } from 'vitest';
import { practiceHome, run } from '../../support/program/program.ts';

it('the receipt keeps what each run has sent, the last one at the end', async () => {
  const home = practiceHome();
  const sent = async () => {
    const { out } = await run(['receipt', '--practice', '--json'], { home });
    const entries: { run: string; operation: string }[] = JSON.parse(out);
    return entries;
  };
  await run(['--practice', '--yes', '--only', 'admin-group'], { home });
  const first = await sent();
  expect(first.length).toBeGreaterThan(1);
  await run(['--practice', '--yes', '--only', 'password-policy'], { home });
  const both = await sent();
  expect(both.slice(0, first.length)).toEqual(first);
  expect(both.slice(first.length).map(({ operation }) => operation)).toEqual([
    'UpdateAccountPasswordPolicy',
  ]);
  expect(new Set(both.map(({ run }) => run)).size).toBe(2);
});
