import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Look } from '../../../src/engine/step.ts';
import type { Detector, PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import guardduty from '../../../steps/guardduty.ts';
import { callsOf } from '../../support/accounts/alerts.ts';
import { forbidden } from '../../support/accounts/faults.ts';
import { newAccount, REGIONS } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

const give = (state: PracticeState, region: string, more: Partial<Detector> = {}) =>
  state.detectors.push({ id: `of-${region}`, region, enabled: true, features: [], ...more });

contract(guardduty, {
  answers: { 'guardduty.features': 'none' },
  partiallySecured: {
    'a detector in one region, and a suspended one in another': async (_, state) => {
      give(state, 'eu-west-1');
      give(state, 'us-east-2', { enabled: false, features: ['S3_DATA_EVENTS'] });
    },
  },
  hardened: async (_, state) => {
    for (const region of REGIONS) give(state, region, { features: ['EBS_MALWARE_PROTECTION'] });
  },
  traffic: { reads: 18, writes: 3, rounds: 10 },
  repeated: ['CreateDetector', 'GetAdministratorAccount', 'GetDetector', 'ListDetectors'],
});

describe('GuardDuty', () => {
  const look = async (state: PracticeState, answers: Record<string, unknown> = {}) => {
    const { rows } = await runSteps(state, [guardduty], { observeOnly: true, answers });
    const [row] = rows;
    if (!row) throw new Error('no row');
    return row;
  };
  const featuresOn = async (answers: Record<string, unknown>) => {
    const state = newAccount();
    await runSteps(state, [guardduty], { answers });
    return state.detectors.map(({ region, features }) => [region, features]);
  };

  it.each(['GetDetector', 'GetAdministratorAccount'])(
    'is unknown in a region where the organization forbids %s alone',
    async (operation) => {
      const state = newAccount();
      give(state, 'eu-west-1', { enabled: false });
      const { rows, writes } = await runSteps(state, [guardduty], {
        answers: { 'guardduty.features': 'none' },
        refusal: forbidden(operation),
      });
      expect([rows[0]?.state, writes]).toEqual(['blocked', []]);
      expect(rows[0]?.message && say(rows[0].message)).toMatch(
        new RegExp(`^eu-west-1: .*guardduty:${operation}`),
      );
    },
  );

  it('tells its price, and is nothing that a run makes unasked', () => {
    expect(guardduty.level).toBe('optional');
    expect(guardduty.cost && guardduty.cost !== 'free' && say(guardduty.cost)).toContain(
      '30 days free',
    );
  });

  it('has everything off that AWS would switch on and charge for', async () => {
    expect(await featuresOn({ 'guardduty.features': 'none' })).toEqual([
      ['eu-west-1', []],
      ['us-east-1', []],
      ['us-east-2', []],
    ]);
  });

  it('has just that on that was asked for', async () => {
    expect(await featuresOn({ 'guardduty.features': 's3' })).toEqual([
      ['eu-west-1', ['S3_DATA_EVENTS']],
      ['us-east-1', ['S3_DATA_EVENTS']],
      ['us-east-2', ['S3_DATA_EVENTS']],
    ]);
  });

  it('goes on only as a danger where somebody has suspended it, with what it then looks at', async () => {
    const state = newAccount();
    for (const region of REGIONS) give(state, region);
    state.detectors = state.detectors.map((one) =>
      one.region === 'us-east-2' ? { ...one, enabled: false, features: ['S3_DATA_EVENTS'] } : one,
    );
    const { changes, status } = await look(state);
    expect(
      callsOf(changes).map(({ operation, region, danger, input }) => [
        operation,
        region,
        danger,
        input,
      ]),
    ).toEqual([
      ['UpdateDetector', 'us-east-2', true, { DetectorId: 'of-us-east-2', Enable: true }],
    ]);
    expect(changes[0]?.diff?.[0]?.map(say)).toEqual([
      'looks at',
      'nothing',
      'the base, S3_DATA_EVENTS',
    ]);
    expect(say(status)).toBe('on in 2 of 3 regions');
  });

  it('is left to the account that administers it, and neither fought nor counted', async () => {
    const state = newAccount();
    give(state, 'us-east-1', { administrator: '999999999999' });
    give(state, 'us-east-2', { administrator: '999999999999', enabled: false });
    give(state, 'eu-west-1');
    const { changes, state: is, status } = await look(state);
    expect([changes, is, say(status)]).toEqual([
      [],
      'secure',
      'on in 2 of 3 regions; the account 999999999999 decides for us-east-1, us-east-2',
    ]);
  });

  it.each([
    ['free', 'us-east-1: The FREE plan of this account does not include GuardDuty.'],
    ['paid', 'us-east-1: AWS has not activated this account'],
  ] as const)(
    'is said not to be in the plan only if that is the FREE one: %s',
    async (type, said) => {
      const refusal = new Blocked({ en: 'AWS has not activated this account' }, [], {
        code: 'SubscriptionRequiredException',
      });
      const look = {
        account: { kind: { plan: { type } } },
        async read(service: string) {
          if (service !== 'account') throw refusal;
          return { Regions: [{ RegionName: 'us-east-1' }] };
        },
      };
      await expect(guardduty.observe(look as unknown as Look)).rejects.toThrow(said);
    },
  );
});
