import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { VENV } from './server.ts';

/** What an evaluator that is not ours says of each request of each case: see judge.py. */
export function judge(cases: object[]): boolean[][] {
  const answer = execFileSync(
    `${VENV}python`,
    [fileURLToPath(new URL('judge.py', import.meta.url))],
    { input: JSON.stringify(cases), env: { PYTHONDONTWRITEBYTECODE: '1' } },
  );
  return JSON.parse(String(answer)) as boolean[][];
}
