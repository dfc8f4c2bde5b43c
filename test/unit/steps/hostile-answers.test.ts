import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemWith } from '../../../src/engine/questions.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Question } from '../../../src/engine/step.ts';
import { plain, say } from '../../../src/text/text.ts';
import { problemWithPassword } from '../../../steps/iam/passwords.ts';
import { problemWithCodeFormat } from '../../../steps/iam/totp.ts';
import { steps } from '../../../steps/index.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { anyLetter } from '../../support/any-letter.ts';

const account = {
  id: '111122223333',
  partition: 'aws',
  region: 'us-east-1',
  practice: true,
  identity: {
    arn: 'arn:aws:iam::111122223333:root',
    kind: 'root',
    isLongTerm: false,
    accessKeyId: 'ASIAEXAMPLE',
  },
} as const;

/** Any text, and text that shells, terminals and parsers trip over. */
const hostile = fc.oneof(
  fc.string({ unit: anyLetter }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      '1',
      ' ',
      '\n',
      '\0',
      '\u001b[2J',
      '\u009b',
      '\u202e',
      '@',
      '.',
      "'",
      '$(id)',
      '김',
      '😀',
    ),
    maxLength: 300,
  }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '-',
    '--help',
    '../../etc/passwd',
    'x'.repeat(10_000),
  ),
);
/** Values that cannot become a number or a text at all. */
const unconvertible = fc.constantFrom({ toString: {} }, Object.create(null), Symbol('1'), 10n);
const anything = fc.oneof(hostile, fc.anything(), unconvertible);

/** Expects one line that does nothing to a terminal. */
function expectHarmless(text: Parameters<typeof say>[0] | undefined): void {
  if (text) expect(say(text)).toMatch(/^[^\p{Cc}\p{Bidi_Control}]+$/u);
}

describe('any answer', () => {
  let questions: [id: string, question: Question][];
  beforeAll(async () => {
    const chosen = [{}, { 'admin-mfa.device': 'token' }, { 'password-policy.length': 20 }];
    const runs = await Promise.all(
      chosen.map((answers) => runSteps(newAccount(), steps, { answers, observeOnly: true })),
    );
    questions = runs.flatMap(({ seen }) =>
      steps.flatMap(({ id, questions: ask }) => {
        const asked = ask?.(seen[id], account) as Record<string, Question> | undefined;
        return Object.entries(asked ?? {}).map(([key, one]): [string, Question] => [
          `${id}.${key}`,
          one,
        ]);
      }),
    );
  });

  it('is accepted by each question of each step, or refused with a reason of one line', () => {
    expect(new Set(questions.map(([id]) => id)).size).toBeGreaterThan(8);
    for (const [, question] of questions) {
      fc.assert(
        fc.property(anything, (value) => expectHarmless(problemWith(question, value))),
        {
          numRuns: 200,
        },
      );
    }
  });

  it('contains nothing that moves a cursor if a text question accepts it', () => {
    for (const [, question] of questions.filter(([, { kind }]) => kind === 'text')) {
      fc.assert(
        fc.property(hostile, (value) => {
          // Addresses may be separated by line breaks.
          const taken = value.replace(/\s/g, ' ');
          if (!problemWith(question, value)) expect(plain(taken)).toBe(taken);
        }),
        { numRuns: 500 },
      );
    }
  });

  it('is accepted as a password or as codes, or refused with a reason of one line', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        expectHarmless(problemWithPassword(new Secret(one).reveal()));
        expectHarmless(problemWithCodeFormat([one, two]));
      }),
    );
  });
});
