import { expect, test } from 'vitest';
import { ended } from '../../../src/hosts/sentences.ts';

test('a sentence ends with a full stop, a command that is copied from it does not', () => {
  expect(ended('To undo: IAM console > Delete')).toBe('To undo: IAM console > Delete.');
  const command =
    'To undo: as root: aws iam detach-user-policy --policy-arn arn:aws:iam::1:policy/p';
  expect(ended(command)).toBe(command);
  const own = 'What to do: rootlock --practice --only everyones-mfa,require-mfa';
  expect(ended(own)).toBe(own);
});
