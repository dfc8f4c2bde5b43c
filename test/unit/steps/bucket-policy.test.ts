import { expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { statements } from '../../../steps/iam/policy-document.ts';
import { parseBucketPolicy } from '../../../steps/trail/bucket-policy.ts';

it('half a bucket policy counts as a damaged answer, not as a policy or a bug', () => {
  const whole = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow' } });
  expect(parseBucketPolicy(whole)).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow' }],
  });
  for (let length = 0; length < whole.length; length++) {
    expect(() => parseBucketPolicy(whole.slice(0, length))).toThrow(Blocked);
  }
});

it('half an IAM policy counts as a damaged answer, never as one that allows nothing', () => {
  const whole = encodeURIComponent(JSON.stringify({ Statement: [{ Effect: 'Allow' }] }));
  expect(statements(whole)).toEqual([{ Effect: 'Allow' }]);
  for (let length = 0; length < whole.length; length++) {
    expect(() => statements(whole.slice(0, length))).toThrow(Blocked);
  }
});
