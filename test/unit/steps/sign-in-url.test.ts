import { describe, expect, it } from 'vitest';
import { step } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { say, t } from '../../../src/text/text.ts';
import signInUrl from '../../../steps/sign-in-url.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { ACCOUNT } from '../../support/reports/sample-rows.ts';
import { contract } from '../../support/step-contract.ts';

contract(signInUrl, {
  answers: { 'sign-in-url.alias': 'acme-main' },
  partiallySecured: {},
  hardened: (iam) => iam.createAccountAlias({ AccountAlias: 'somebody-else-chose' }),
  traffic: { reads: 3, writes: 1, rounds: 4 },
});

describe('the sign-in URL', () => {
  const inAccount = (id: string) =>
    signInUrl.questions?.({ alias: null }, { ...ACCOUNT, id }) ?? {};
  const { alias } = inAccount('111122223333');

  it('is optional and never replaced, because AWS replaces it without a warning', () => {
    expect(signInUrl.level).toBe('optional');
    expect(signInUrl.plan({ alias: 'old' }, { alias: 'new' }, ACCOUNT)).toEqual([]);
    expect(signInUrl.questions?.({ alias: 'old' }, ACCOUNT)).toEqual({});
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

  it('is asked for again at once if another account has the alias', async () => {
    const asked: string[] = [];
    const state = freshAccount(NOW);
    const { rows, writes } = await runSteps(state, [signInUrl], {
      answers: { 'sign-in-url.alias': 'company' },
      onAsk: (id) => void asked.push(id),
    });
    expect(asked.filter((id) => id === 'sign-in-url.alias')).toHaveLength(2);
    expect([rows[0]?.state, state.alias]).toEqual(['secure', 'aws-hrh5j']);
    expect(writes).toEqual(['CreateAccountAlias', 'CreateAccountAlias']);
  });

  it('is proposed by a name that is free, another one in each account, and the same at each run', () => {
    const proposed = (id: string) => inAccount(id).alias?.initial ?? '';
    const first = proposed('111122223333');
    expect(alias?.validate?.(first)).toBeUndefined();
    expect([proposed('111122223333'), first]).toEqual([first, first]);
    expect(proposed('111122223334')).not.toBe(first);
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
