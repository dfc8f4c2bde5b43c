import fc from 'fast-check';
import { expect, it } from 'vitest';
import { widthOf } from '../../../src/text/columns.ts';
import { powershellLine } from '../../../src/text/powershell-quote.ts';
import { wrapPowershellLine } from '../../../src/text/wrap-powershell-line.ts';
import { statementsOf } from '../../support/reports/powershell.ts';

const word = fc.oneof(
  // A line end is no part of an argument: `cliCommand` escapes it.
  fc.string({ minLength: 1, maxLength: 120 }),
  fc.constantFrom(
    "'",
    "''",
    "the owner's",
    '\u2018curly\u2019',
    '`',
    '$env:HOME',
    '$(whoami)',
    'a;b',
    'a|b',
    '@{}',
    '--%',
    '012345678901',
    '0x10',
    '가나다 라마바사',
    `${"'".repeat(200)}`,
    'a'.repeat(200),
    '--flag=-x',
    '',
  ),
);

it('PowerShell reads each word of a line as it was, also broken to fit', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const line = powershellLine(['aws', ...words]);
      expect(statementsOf([line])).toEqual([['aws', ...words]]);
      for (const room of [40, 58, 78]) {
        const broken = wrapPowershellLine(line, room);
        for (const part of broken) expect(widthOf(part)).toBeLessThanOrEqual(room);
        expect(statementsOf(broken)).toEqual([['aws', ...words]]);
      }
    }),
    { numRuns: 300 },
  );
});

it('the usual words stand without quotes', () => {
  const words = ['aws', 'iam', 'create-group', '--group-name', 'admins', '--region', 'us-east-1'];
  expect(powershellLine(words)).toBe(words.join(' '));
});
