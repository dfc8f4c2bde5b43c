import { describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import {
  allEventsInput,
  alwaysLeftOut,
  recordedEvents,
  type Selectors,
} from '../../../steps/trail/event-selectors.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveTrail } from '../../support/accounts/trails.ts';

const KMS = 'kms.amazonaws.com';
const RDS = 'rdsdata.amazonaws.com';
const basic = (...EventSelectors: NonNullable<Selectors['EventSelectors']>): Selectors => ({
  EventSelectors,
});
type Fields = { Field: string; Equals?: string[]; NotEquals?: string[]; StartsWith?: string[] }[];
const MANAGEMENT = { Field: 'eventCategory', Equals: ['Management'] };
const advanced = (...all: Fields[]): Selectors => ({
  AdvancedEventSelectors: all.map((more) => ({ FieldSelectors: [MANAGEMENT, ...more] })),
});
const without = (...ExcludeManagementEventSources: string[]) => ({
  ReadWriteType: 'All' as const,
  ExcludeManagementEventSources,
});

describe('a record', () => {
  it.each<[string, Selectors, string[]]>([
    ['one selector of everything', basic({}), []],
    ['all but KMS', basic(without(KMS)), [KMS]],
    ['all but KMS and the data API', basic(without(KMS, RDS)), [KMS, RDS]],
    [
      'reads and writes apart',
      basic({ ReadWriteType: 'ReadOnly' }, { ReadWriteType: 'WriteOnly' }),
      [],
    ],
    [
      'reads without KMS and all writes',
      basic(
        { ReadWriteType: 'ReadOnly', ExcludeManagementEventSources: [KMS] },
        { ReadWriteType: 'WriteOnly' },
      ),
      [KMS],
    ],
    ['all but KMS, beside everything', basic(without(KMS), {}), []],
    ['one advanced selector', advanced([]), []],
    ['an advanced one without KMS', advanced([{ Field: 'eventSource', NotEquals: [KMS] }]), [KMS]],
    [
      'advanced reads and writes apart',
      advanced(
        [{ Field: 'readOnly', Equals: ['true'] }],
        [{ Field: 'readOnly', Equals: ['false'] }],
      ),
      [],
    ],
  ])('is whole with %s', (_, selectors, leftOut) => {
    expect(recordedEvents(selectors)).toEqual({ events: 'all', leftOut });
  });

  it.each<[string, Selectors]>([
    ['reads alone', basic({ ReadWriteType: 'ReadOnly' })],
    ['advanced writes alone', advanced([{ Field: 'readOnly', Equals: ['false'] }])],
    ['another service left out', basic(without('iam.amazonaws.com'))],
    [
      'another service left out, advanced',
      advanced([{ Field: 'eventSource', NotEquals: ['iam.amazonaws.com'] }]),
    ],
    ['one service alone', advanced([{ Field: 'eventSource', Equals: [KMS] }])],
    ['a field that is not known here', advanced([{ Field: 'eventName', StartsWith: ['Delete'] }])],
    ['an operator that is not known here', advanced([{ Field: 'eventSource', StartsWith: ['k'] }])],
  ])('is in part with %s', (_, selectors) => {
    expect(recordedEvents(selectors)).toEqual({ events: 'some', leftOut: [] });
  });

  it('is none without management events', () => {
    expect(recordedEvents(basic({ IncludeManagementEvents: false })).events).toBe('none');
    const data = [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }];
    expect(recordedEvents({ AdvancedEventSelectors: data }).events).toBe('none');
  });

  it('is completed without the services that were left out, under the console’s name', () => {
    const selectors = advanced([
      { Field: 'readOnly', Equals: ['false'] },
      { Field: 'eventSource', NotEquals: [KMS] },
    ]);
    expect(alwaysLeftOut(selectors)).toEqual([KMS]);
    expect(allEventsInput('arn', selectors, [KMS]).AdvancedEventSelectors).toEqual([
      {
        Name: 'Management events selector',
        FieldSelectors: [MANAGEMENT, { Field: 'eventSource', NotEquals: [KMS] }],
      },
    ]);
  });
});

describe('a trail that leaves KMS out', () => {
  it.each<[string, object]>([
    ['basic', { selectors: basic(without(KMS)).EventSelectors }],
    [
      'advanced',
      { advanced: advanced([{ Field: 'eventSource', NotEquals: [KMS] }]).AdvancedEventSelectors },
    ],
  ])(
    'is secure with a %s selector, and what is left out is offered with its cost',
    async (_, selectors) => {
      const state = freshAccount(NOW);
      giveTrail(state, selectors);
      const { rows, writes } = await runSteps(state, [cloudtrail], {});
      expect(writes).toEqual([]);
      expect(rows).toMatchObject([{ state: 'secure' }]);
      expect(rows[0]?.changes[0]).toMatchObject({ offerId: 'left-out-events', danger: true });
      expect(rows[0]?.changes[0]?.diff?.flat().map(say).join(' ')).toContain('$2 per 100,000');
    },
  );

  it('is completed by the owner’s word only if somebody else made it, and KMS stays out', async () => {
    const state = freshAccount(NOW);
    const EventSelectors = [
      { ...without(KMS), ReadWriteType: 'WriteOnly', IncludeManagementEvents: true },
    ];
    giveTrail(state, { selectors: EventSelectors });
    const { rows } = await runSteps(state, [cloudtrail], { observeOnly: true });
    const [put] = rows[0]?.changes ?? [];
    expect(put).toMatchObject({ operation: 'PutEventSelectors', danger: true });
    expect(put?.diff?.flat().map(say)).toEqual([
      'events',
      'some left out',
      `all management events except those of ${KMS}`,
    ]);
  });
});
