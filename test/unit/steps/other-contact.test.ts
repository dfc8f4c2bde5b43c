import { expect, it } from 'vitest';
import contacts from '../../../steps/contacts.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

it('contacts that are somebody else are not proposed to be the owner', async () => {
  const answers = { 'contacts.who': 'one', 'billing-alerts.addresses': 'kim@example.com' };
  const { seen } = await runSteps(newAccount(), [contacts], { answers, observeOnly: true });
  const questions = contacts.questions?.(seen.contacts as never, {} as never) ?? {};
  for (const key of ['name', 'email', 'phone'])
    expect(questions[key]).not.toHaveProperty('initial');
});
