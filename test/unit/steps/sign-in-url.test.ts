import { describe, expect, it } from 'vitest';
import { step } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { say, t } from '../../../src/text/text.ts';
import signInUrl from '../../../steps/sign-in-url.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

contract(signInUrl, {
  answers: { 'sign-in-url.alias': 'acme-main' },
  partiallySecured: {},
  hardened: (iam) => iam.createAccountAlias({ AccountAlias: 'somebody-else-chose' }),
  traffic: { reads: 3, writes: 1, rounds: 4 },
});

describe('the sign-in URL', () => {
  const { alias } = signInUrl.questions?.({ alias: null }, {} as never) ?? {};

  it('is optional and never replaced, because AWS replaces it without a warning', () => {
    expect(signInUrl.level).toBe('optional');
    expect(signInUrl.plan({ alias: 'old' }, { alias: 'new' }, {} as never)).toEqual([]);
    expect(signInUrl.questions?.({ alias: 'old' }, {} as never)).toEqual({});
  });

  it('gives the account its alias for the rest of the run', async () => {
    const next = step({
      id: 'next',
      title: t('Next'),
      why: t('Because.'),
      needs: ['sign-in-url'],
      controls: [],
      observe: async ({ account }) => account.alias,
      evidence: (alias) => ({ alias }),
      status: () => t('seen'),
      plan: () => [],
    });
    const answers = { 'sign-in-url.alias': 'acme-main' };
    const { rows } = await runSteps(freshAccount(NOW), [signInUrl, next], { answers });
    expect(rows[1]?.evidence).toEqual({ alias: 'acme-main' });
  });

  it('says nothing of an answer while there is none', () => {
    const [change] = signInUrl.plan({ alias: null }, {}, {} as never);
    expect(change && say(change.summary)).toBe('Create an account alias');
  });

  it('is asked for again at once if another account has the alias', async () => {
    const asked: string[] = [];
    const state = freshAccount(NOW);
    const { rows, writes } = await runSteps(state, [signInUrl], {
      answers: { 'sign-in-url.alias': 'company' },
      onAsk: (id) => void asked.push(id),
    });
    expect(asked.filter((id) => id === 'sign-in-url.alias')).toHaveLength(2);
    expect([rows[0]?.state, state.alias]).toEqual(['secure', 'kims-shop']);
    expect(writes).toEqual(['CreateAccountAlias', 'CreateAccountAlias']);
  });

  it('says how to go on to whoever wants none', () => {
    const problem = alias?.validate?.('');
    expect(problem && say(problem)).toContain('skip this step');
  });

  it.each(['ab', 'x'.repeat(64), 'Acme', 'a--b', '-ab', 'ab-', 'a_b', '123456789012', 'ä-b-c'])(
    'cannot be "%s"',
    (name) => expect(alias?.validate?.(name)).toBeDefined(),
  );

  it.each(['abc', 'acme-main', 'a1-b2-c3', '1234567890123'])('can be "%s"', (name) =>
    expect(alias?.validate?.(name)).toBeUndefined(),
  );
});
