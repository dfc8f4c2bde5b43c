import { expect, it } from 'vitest';
import { t } from '../../../../src/text/text.ts';
import { looked } from '../../../support/tui/asking.ts';
import { device, policy } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';

it('the change that is being made stays in sight, however many come before it', async () => {
  const { tui, shows, text } = looked({ columns: 40, rows: 14 });
  const changes = Array.from({ length: 20 }, (_, n) => ({
    ...policy,
    summary: t('Change number {n}', { n: n + 1 }),
  }));
  for (const index of [0, 9, 19]) {
    tui.emit({ type: 'doing', step: 'password-policy', changes, index });
    await shows(`● Change number ${index + 1}: in progress`);
    await shows('Making the changes.');
  }
  expect(text()).toContain('✓ Change number 19: done');
  expect(text()).not.toContain('Change number 1:');
  expect(text()).toContain('Password policy');
});

it('changes that belong together have one line, which is in progress until the last of them is made', async () => {
  const { tui, shows, text } = looked({ columns: 60, rows: 24 });
  const apart = { ...policy, summary: t('Something else') };
  const each = (n: number) => ({
    ...policy,
    diff: [],
    summary: t('Change number {n}', { n }),
    together: t('All changes of one kind'),
  });
  const changes = [apart, each(1), each(2), each(3), apart];
  for (const index of [1, 2, 3]) {
    tui.emit({ type: 'doing', step: 'password-policy', changes, index });
    await shows(`● All changes of one kind: in progress, ${index} of 3`);
  }
  expect(text().match(/All changes of one kind/g)).toHaveLength(1);
  expect(text()).not.toContain('Change number');
  tui.emit({ type: 'doing', step: 'password-policy', changes, index: 4 });
  await shows('✓ All changes of one kind: done');
  expect(text().match(/Something else/g)).toHaveLength(2);
});

it('a trip to the console is no change that is being made', async () => {
  const { tui, shows, text } = looked();
  tui.emit({ type: 'doing', step: 'root-mfa', changes: [{ ...device }], index: 0 });
  await shows('Root user MFA');
  await shows('Looking at the account. Nothing is changed.');
  expect(text()).not.toMatch(/in progress|Making the changes/);
});

it('a question that is left makes no change', async () => {
  const { tui, type, shows, text } = looked();
  tui.emit({ type: 'doing', step: 'password-policy', changes: [policy], index: 0 });
  await shows('Making the changes.');
  const question = {
    kind: 'text' as const,
    message: t('Which link?'),
    example: 'x',
    change: policy,
  };
  const answer = tui.ask('password-policy.link', { ...question, step: 'password-policy' });
  await shows('Which link?');
  type(KEY.escape);
  await expect(answer).rejects.toThrow();
  await shows('Looking at the account. Nothing is changed.');
  expect(text()).not.toContain('Making the changes');
});
