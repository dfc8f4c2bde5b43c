import { expect } from 'vitest';
import type { Report } from '../../../src/reports/json-report.ts';
import { type Ran, shell } from './programs.ts';

/** Has a shell and the AWS CLI do all that a dry run planned, by the lines that it printed; gives how many there were. */
export async function runPrinted(plan: Ran, where: Parameters<typeof shell>[1]): Promise<number> {
  const { steps }: Report = JSON.parse(plan.stdout);
  const calls = steps.flatMap(({ changes }) => changes.flatMap((change) => change.calls));
  for (const { cli } of calls) {
    expect(await shell(cli, where)).toMatchObject({ code: 0, stderr: '' });
  }
  return calls.length;
}
