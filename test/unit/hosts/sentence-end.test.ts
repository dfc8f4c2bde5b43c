import { expect, test } from 'vitest';
import { ended, lookFailed } from '../../../src/hosts/sentences.ts';
import { say, t } from '../../../src/text/text.ts';

test('a sentence ends with a full stop, a command or an address that is copied from it does not', () => {
  expect(ended('To undo: IAM console > Delete')).toBe('To undo: IAM console > Delete.');
  const command =
    'To undo: as root: aws iam detach-user-policy --policy-arn arn:aws:iam::1:policy/p';
  expect(ended(command)).toBe(command);
  const own = 'What to do: rootlock --practice --only everyones-mfa,require-mfa';
  expect(ended(own)).toBe(own);
  const address = 'Read what AWS wrote: https://console.aws.amazon.com/support/home';
  expect(ended(address)).toBe(address);
});

test('a reason that AWS gives without a full stop has one before the next sentence', () => {
  expect(say(lookFailed(t('AWS says no')))).toBe('AWS says no. Rootlock checks again.');
});
