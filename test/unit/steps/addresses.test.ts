import { expect, it } from 'vitest';
import { isPersistable, type Question } from '../../../src/engine/questions.ts';
import { say } from '../../../src/text/text.ts';
import { steps } from '../../../steps/index.ts';
import { problemWithAddress } from '../../../steps/shared/email.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

it.each([
  ['kim@example.com,', 'Enter one address.'],
  [' kim@example.com', 'Enter one address.'],
  ['kim@example.com; KIM@example.com', 'Enter one address.'],
  ['kim@example.com lee@example.com', 'Enter one address.'],
  [',', 'Enter at least one address.'],
  ['', 'Enter at least one address.'],
  ['kim', 'kim is not an email address.'],
  ['kim@example.com', undefined],
])('a single address is sent as it stands: "%s"', (typed, why) => {
  const problem = problemWithAddress(typed);
  expect(problem && say(problem)).toBe(why);
});

it('no file keeps the answer to a question for somebody’s address', async () => {
  const { seen } = await runSteps(newAccount(), steps, { observeOnly: true });
  const account = { id: '111122223333', region: 'us-east-1' } as never;
  const personal = steps.flatMap(({ id, questions }) =>
    Object.entries<Question>(questions?.(seen[id], account) ?? {}).filter(
      ([, { kind, example }]) => kind === 'text' && String(example).includes('@'),
    ),
  );
  expect(personal.length).toBeGreaterThan(3);
  expect(personal.filter(([, question]) => isPersistable(question))).toEqual([]);
});
