import { expect, it } from 'vitest';
import type { Report } from '../../../src/reports/json-report.ts';
import { emptyFolder, run } from '../../support/program/program.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';

it('a walk ends with the report that status gives next', async () => {
  const home = emptyFolder();
  freshAccount(home);
  const reported = async (args: string[]): Promise<Report> => {
    const { out } = await run([...args, '--json'], { home, env: { NODE_OPTIONS: HURRY } });
    return JSON.parse(out);
  };
  const last = await reported(['--practice']);
  const next = await reported(['status', '--practice']);
  const timeless = ({ steps: rows, ...rest }: Report) => ({
    ...rest,
    // The time of the newest log file changes with the clock alone.
    steps: rows.map(({ now, evidence, ...row }) =>
      row.id === 'cloudtrail' ? row : { ...row, now, evidence },
    ),
  });
  expect(timeless(last)).toEqual(timeless(next));
  expect(next.account.alias).toBe('aws-hrh5j');
});
