import { expect, it } from 'vitest';
import type { Row } from '../../../src/engine/step.ts';
import { costSentence } from '../../../src/hosts/summary.ts';
import { makeWords } from '../../../src/hosts/tui/questions/plan-preview.ts';
import { say, t } from '../../../src/text/text.ts';
import { row } from '../../support/reports/sample-rows.ts';
import { device, policy } from '../../support/tui/sample-account.ts';

const priced = (level: Row['level'], cost: string): Row =>
  row('pending', { level, cost: { en: cost } });

it('the price of an optional step is no cost of the account, and nothing denies it', () => {
  const essential = priced('essential', '5 cents');
  expect(costSentence([essential])).toBe('Costs 5 cents. Everything else is free.');
  expect(costSentence([essential, priced('optional', '6 dollars')])).toBe(
    'Costs 5 cents. Optional steps may cost extra.',
  );
  expect(costSentence([priced('optional', '6 dollars')])).toBeUndefined();
});

it('the key that makes changes counts those that Rootlock makes', () => {
  const attest = { ...device, kind: 'attest' as const };
  expect(say(makeWords([attest, policy, device]))).toBe(say(t('make this change')));
  expect(say(makeWords([policy, policy, device]))).toBe(say(t('make these {n} changes', { n: 2 })));
});
