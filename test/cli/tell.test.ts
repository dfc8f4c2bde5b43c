import { expect, it } from 'vitest';
import { readOptions } from '../../src/options.ts';
import { tell } from '../../src/tell.ts';
import type { Terminal } from '../../src/terminal.ts';
import { ACCOUNT, row } from '../reports/rows.ts';

/** The last words after a look, for this command line. */
function lastWords(...args: string[]): string {
  const options = readOptions(args, '0.0.0');
  if (typeof options === 'string') throw new Error('no run');
  const lines: string[] = [];
  const terminal = { print: (line: string) => void lines.push(line) } as unknown as Terminal;
  const outcome = { rows: [row('pending')], looksOnly: true, missing: [] };
  tell(options, terminal, ACCOUNT, outcome, []);
  return lines.join('\n');
}

it('a walk that could only look, because nobody can be asked, says so', () => {
  expect(lastWords()).toContain('Nothing was changed.\nNobody can be asked here');
});

it('a look that was asked for does not', () => {
  for (const args of [['--dry-run'], ['status'], ['--yes'], ['--json']]) {
    expect(lastWords(...args)).not.toContain('Nobody can be asked here');
  }
});
