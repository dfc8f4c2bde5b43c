import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/engine/step.ts';
import type { Analyzer, PracticeState } from '../../../src/practice/state/account-state.ts';
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

  it.each([
    ['DISABLED', 'it is disabled'],
    ['FAILED', 'AWS could not make it'],
  ] as const)(
    'keep no other region from getting one if they are %s, and are then for the owner to delete',
    async (status, why) => {
      const state = newAccount();
      give(state, 'eu-west-1', { status });
      const what = `the analyzer mine in eu-west-1 does not work: ${why}`;
      const before = await look(state);
      expect(before.changes.map((change) => 'region' in change && change.region)).toEqual([
        'us-east-1',
        'us-east-2',
      ]);
      expect(say(before.status)).toBe(`off; ${what}`);
      const { rows } = await runSteps(state, [accessAnalyzer]);
      expect(state.analyzers.map(({ region }) => region).sort()).toEqual([...REGIONS].sort());
      const { state: reported, message, fix } = rows[0] ?? {};
      expect([reported, message && say(message)]).toEqual(['blocked', `${what}.`]);
      expect(fix?.map(say).join()).toContain('IAM console, in eu-west-1 > Access Analyzer');
    },
  );

  it('are said to have no state if AWS names none', async () => {
    const read = async (service: string) =>
      service === 'account'
        ? { Regions: [{ RegionName: 'us-east-1' }] }
        : { analyzers: [{ name: 'mine', type: 'ACCOUNT' }] };
    const look = { account: {}, read } as unknown as Look;
    await expect(accessAnalyzer.observe(look)).rejects.toThrow(
      'does not work: AWS does not say in what state it is.',
    );
  });
});
