import { describe, expect, it } from 'vitest';
import { cutOut, statementAt } from '../../../src/review/rights/statement-text.ts';

const policy = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
const ALLOW = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const DENY = { Sid: 'No', Effect: 'Deny', Action: 'iam:*', Resource: '*' };
const at = (Line: number, Column: number) => ({ Line, Column });

describe('the statement that decides', () => {
  it('is found in a policy of one line, where AWS begins it after the bracket', () => {
    const text = JSON.stringify(policy(ALLOW, DENY));
    const first = text.indexOf(JSON.stringify(ALLOW)) + 1;
    const length = JSON.stringify(ALLOW).length;
    expect(statementAt(text, at(1, first), at(1, first + length))).toBe(0);
    expect(statementAt(text, at(1, first + length), at(1, text.length - 1))).toBe(1);
  });

  it('is found in a policy of many lines, from the end of the line before it on', () => {
    const text = JSON.stringify(policy(ALLOW, DENY), null, 2);
    expect(statementAt(text, at(3, 17), at(8, 6))).toBe(0);
    expect(statementAt(text, at(8, 7), at(14, 6))).toBe(1);
    expect(statementAt(text.replaceAll('\n', '\r\n'), at(8, 7), at(14, 6))).toBe(1);
  });

  it('is found if a policy has one statement and no list', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: DENY });
    expect(statementAt(text, at(1, 38), at(1, text.length))).toBe(0);
  });

  it.each(['characters', 'bytes'])(
    'is found behind letters outside ASCII, if AWS counts %s',
    (unit) => {
      const umlauts = { ...ALLOW, Sid: 'é'.repeat(300) };
      const text = JSON.stringify(policy(umlauts, umlauts, DENY, ALLOW));
      const lengthOf = (part: string) => (unit === 'bytes' ? Buffer.byteLength(part) : part.length);
      const from = text.indexOf(JSON.stringify(DENY));
      const to = from + JSON.stringify(DENY).length;
      const column = (offset: number) => at(1, lengthOf(text.slice(0, offset)) + 1);
      expect(statementAt(text, column(from), column(to))).toBe(2);
    },
  );

  it('is found in a huge policy', () => {
    const many = Array.from({ length: 5000 }, (_, n) => ({ ...ALLOW, Sid: `S${n}` }));
    const text = JSON.stringify(policy(...many));
    const from = text.indexOf('{"Effect":"Allow","Action":"s3:*","Resource":"*","Sid":"S4321"}');
    expect(statementAt(text, at(1, from), at(1, from + 64))).toBe(4321);
  });

  it.each([
    ['no positions', undefined, undefined],
    ['a line that is not there', at(99, 1), at(99, 9)],
    ['a place before all statements', at(1, 1), at(1, 5)],
  ])('is not known with %s', (_, start, end) => {
    expect(statementAt(JSON.stringify(policy(ALLOW)), start, end)).toBeUndefined();
  });

  it.each(['', 'null', '[]', '{', '{"Statement":"x"}', '"\u001b[2J"'])(
    'is not known in %j',
    (text) => {
      expect(statementAt(text, at(1, 1), at(1, 1))).toBeUndefined();
      expect(cutOut(text, 3).marked).toEqual([]);
    },
  );
});

describe('a policy that is shown', () => {
  it('has the statement in full and marked, and a sign for the others', () => {
    const { code, marked } = cutOut(JSON.stringify(policy(ALLOW, DENY, ALLOW)), 1);
    expect(code.slice(0, 3)).toEqual(['{', '  "Statement": [', '    …']);
    expect(marked.map((n) => code[n]?.trim())).toEqual([
      '{',
      '"Sid": "No",',
      '"Effect": "Deny",',
      '"Action": "iam:*",',
      '"Resource": "*"',
      '}',
    ]);
    expect(code.slice(-3)).toEqual(['    …', '  ]', '}']);
  });

  it('is whole and without a mark if nobody knows which statement decides', () => {
    const { code, marked } = cutOut(JSON.stringify(policy(ALLOW)));
    expect(JSON.parse(code.join('\n'))).toEqual(policy(ALLOW));
    expect(marked).toEqual([]);
  });
});
