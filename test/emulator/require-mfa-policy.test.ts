import { expect, it } from 'vitest';
import { judge } from '../support/emulator/judge.ts';
import { REQUIRE_MFA_CASES } from '../support/policies/require-mfa-cases.ts';

it('another evaluator lets somebody without MFA set it up and nothing else, and stops nobody with it', () => {
  const judged = judge(
    REQUIRE_MFA_CASES.map(({ arn, identity, keys, action, resource }) => ({
      arn,
      identity,
      keys,
      requests: [{ action, resource }],
    })),
  );
  const wrong = REQUIRE_MFA_CASES.filter(({ allowed }, n) => judged[n]?.[0] !== allowed);
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
