import fc from 'fast-check';
import { expect, it } from 'vitest';
import { widthOf } from '../../../src/text/columns.ts';
import { shellLine } from '../../../src/text/shell-quote.ts';
import { wrapShellLine } from '../../../src/text/wrap-shell-line.ts';
import { argumentsOf } from '../../support/reports/shell.ts';

const POLICY = JSON.stringify({
  Statement: [{ Sid: "the owner's own", Resource: `arn:aws:s3:::${'a'.repeat(63)}/AWSLogs/*` }],
});

it.each(['dash', 'bash'])('a line that was broken to fit is one call in %s', (shell) => {
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 120 }),
    fc.constantFrom(POLICY, "'", "''", '\\', '가나다 라마바사', '--flag=', ' '),
  );
  const calls = fc.sample(fc.array(word, { minLength: 1, maxLength: 6 }), {
    numRuns: 60,
    seed: 7,
  });
  for (const room of [40, 58, 78]) {
    const broken = calls.map((words) => wrapShellLine(shellLine(['aws', ...words]), room));
    for (const line of broken.flat()) expect(widthOf(line)).toBeLessThanOrEqual(room);
    expect(argumentsOf(broken.flat(), shell)).toEqual(calls);
  }
});

it('the last piece of a long word leaves room for the sign that more follows', () => {
  for (let length = 30; length < 120; length++) {
    const broken = wrapShellLine(shellLine(['aws', `a ${'b'.repeat(length)}`, '--region']), 40);
    for (const line of broken) expect(widthOf(line)).toBeLessThanOrEqual(40);
  }
});

it('no line of a broken call is a call by itself', () => {
  const line = shellLine([
    'aws',
    'iam',
    'create-policy',
    '--policy-document',
    POLICY,
    '--tags',
    'a',
  ]);
  const broken = wrapShellLine(line, 40);
  expect(broken.length).toBeGreaterThan(4);
  for (const part of broken.slice(0, -1)) expect(part).toMatch(/\\$/);
});
