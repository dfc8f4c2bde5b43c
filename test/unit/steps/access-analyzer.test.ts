import { describe, expect, it } from 'vitest';
import type { Analyzer, PracticeState } from '../../../src/practice/fresh-account.ts';
import { say } from '../../../src/text/text.ts';
import accessAnalyzer from '../../../steps/access-analyzer.ts';
import { NOW, newAccount, REGIONS } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

const give = (state: PracticeState, region: string, more: Partial<Analyzer> = {}) =>
  state.analyzers.push({
    region,
    name: 'mine',
    type: 'ACCOUNT',
    status: 'ACTIVE',
    created: NOW.toISOString(),
    ...more,
  });

contract(accessAnalyzer, {
  answers: {},
  partiallySecured: {
    'an analyzer in one region, and one for something else in another': async (_, state) => {
      give(state, 'eu-west-1');
      give(state, 'us-east-2', { type: 'ACCOUNT_UNUSED_ACCESS' });
    },
  },
  hardened: async (_, state) => {
    for (const region of REGIONS) give(state, region);
  },
  traffic: { reads: 12, writes: 3, rounds: 9 },
  repeated: ['CreateAnalyzer', 'ListAnalyzers'],
});

describe('the analyzers of a region', () => {
  const look = async (state: PracticeState) => {
    const { rows } = await runSteps(state, [accessAnalyzer], { observeOnly: true });
    const [row] = rows;
    if (!row) throw new Error('no row');
    return row;
  };

  it('count if they are the organization\u2019s', async () => {
    const state = newAccount();
    for (const region of REGIONS) give(state, region, { type: 'ORGANIZATION' });
    expect(await look(state)).toMatchObject({ state: 'secure' });
  });

  it('are told in one line, and only where they are missing', async () => {
    const state = newAccount();
    give(state, 'us-east-1');
    const { changes, status } = await look(state);
    expect([...new Set(changes.map(({ together }) => together && say(together)))]).toEqual([
      'In eu-west-1, us-east-2: find what people outside the account can reach',
    ]);
    expect(say(status)).toBe('on in 1 of 3 regions');
  });

  it.each(['DISABLED', 'FAILED'] as const)(
    'block the step if they are %s, since a region has one, and nobody has said to delete it',
    async (status) => {
      const state = newAccount();
      give(state, 'eu-west-1', { status });
      const { state: reported, message, fix } = await look(state);
      expect(reported).toBe('blocked');
      expect(message && say(message)).toBe(
        `eu-west-1: The analyzer mine does not work (${status}).`,
      );
      expect(fix?.map(say).join()).toContain('IAM console, in eu-west-1 > Access Analyzer');
    },
  );
});
