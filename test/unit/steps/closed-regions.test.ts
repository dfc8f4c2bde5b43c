import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../../src/engine/step.ts';
import { speakIn } from '../../../src/locale/language.ts';
import { OPT_IN_REGIONS, REGIONS_BY_DEFAULT } from '../../../src/practice/state/regions.ts';
import { say, speak } from '../../../src/text/text.ts';
import { steps } from '../../../steps/index.ts';
import { type Fault, forbidden } from '../../support/accounts/faults.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { AS_JUN, provenAccount } from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveTrail } from '../../support/accounts/trails.ts';

/** Neither home nor a region where sign-ins are usually recorded. */
const ELSEWHERE = 'eu-west-1';

type State = ReturnType<typeof newAccount>;

/** The row of a step, after a look with this fault at each call to one region. */
async function rowOf(id: string, state: State, kind?: Fault['kind'], region = ELSEWHERE) {
  const fault: Fault | undefined = kind && { kind, region, nth: 1, lasts: true };
  const options = { answers: AS_JUN, observeOnly: true, ...(fault && { fault }) };
  const { rows } = await runSteps(state, steps, options);
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error('no row');
  return row;
}

const told = ({ status, message, changes }: Row): string =>
  [status, message, ...changes.flatMap((one) => ('instructions' in one ? one.instructions : []))]
    .flatMap((text) => (text ? say(text) : []))
    .join('\n');

describe('the trails of a region', () => {
  let state: State;
  beforeEach(() => {
    state = newAccount();
    giveTrail(state, {});
    giveTrail(state, { name: 'old', region: ELSEWHERE, everywhere: false, bucket: 'old-logs' });
  });
  afterEach(() => speak(undefined));

  it.each([
    ['the organization closes it', 'closed by the organization', 'us-east-1,us-east-2,eu-west-1'],
    ['it was switched off', undefined, 'us-east-1,us-east-2'],
  ] as const)('are left out and named if %s', async (_, kind, on) => {
    state.regions = on.split(',');
    const row = await rowOf('cloudtrail', state, kind);
    expect(row).toMatchObject({
      state: 'secure',
      evidence: { unreadable: ['old'], outOfScope: [ELSEWHERE] },
    });
    expect(told(row)).toContain('Not checked, because this account cannot use them: eu-west-1');
    await speakIn('ko');
    expect(told(row)).toContain('이 계정에서 쓸 수 없어 확인하지 않은 리전: eu-west-1');
  });

  it('are unknown if these credentials may not read them, and nothing is left out', async () => {
    const { evidence } = await rowOf('cloudtrail', state, 'denied');
    expect(evidence).toMatchObject({ unreadable: ['old'], outOfScope: [] });
  });

  it('are unknown if the organization forbids one call alone: it has not closed the region', async () => {
    const refusal = forbidden('GetEventSelectors', ELSEWHERE);
    const { rows } = await runSteps(state, steps, { observeOnly: true, refusal });
    expect(rows.find(({ id }) => id === 'cloudtrail')).toMatchObject({
      state: 'secure',
      evidence: { unreadable: ['old'], outOfScope: [] },
    });
  });

  it('block the step with the name of the region if AWS cannot show them', async () => {
    const row = await rowOf('cloudtrail', state, 'unavailable');
    expect(row).toMatchObject({ state: 'blocked', fix: [{}, {}] });
    expect(told(row)).toContain('eu-west-1: AWS has a problem with');
  });
});

/** An account whose owner has signed in, at an endpoint of this region. */
const signedInAt = (region: string, more: Partial<State> = {}) =>
  provenAccount((state) => Object.assign(state, more, { events: eventsAt(state, region) }));

const eventsAt = ({ events }: State, region: string) => events.map((one) => ({ ...one, region }));

describe('the sign-ins of a region', () => {
  it('are found also if there are more regions than AWS lists at once', async () => {
    const regions = [...REGIONS_BY_DEFAULT, ...OPT_IN_REGIONS].sort();
    const last = regions.at(-1) ?? '';
    expect(regions.length).toBeGreaterThan(20);
    const row = await rowOf('admin-sign-in', await signedInAt(last, { regions }));
    expect(row).toMatchObject({ state: 'secure', evidence: { proof: { region: last } } });
  });

  it('are left out and named if the organization closes it', async () => {
    const state = await signedInAt(ELSEWHERE);
    const row = await rowOf('admin-sign-in', state, 'closed by the organization');
    expect(row).toMatchObject({
      state: 'pending',
      evidence: { proof: null, unread: [], outOfScope: [ELSEWHERE] },
    });
    expect(told(row)).toContain('Not checked, because this account cannot use them: eu-west-1');
  });

  it('are left out if it is the usual one, and found elsewhere', async () => {
    const state = await signedInAt(ELSEWHERE);
    const row = await rowOf('admin-sign-in', state, 'closed by the organization', 'us-east-2');
    expect(row).toMatchObject({ state: 'secure', evidence: { outOfScope: ['us-east-2'] } });
  });

  it('are unread if these credentials may not look them up, and those of others are looked at', async () => {
    const state = await signedInAt(ELSEWHERE);
    const row = await rowOf('admin-sign-in', state, 'denied');
    expect(row).toMatchObject({
      state: 'pending',
      evidence: { unread: [ELSEWHERE], outOfScope: [] },
    });
    expect(told(row)).toContain('look up sign-ins in eu-west-1');
  });

  it('block the step with the name of the region if AWS cannot show them', async () => {
    const row = await rowOf('admin-sign-in', await signedInAt(ELSEWHERE), 'unavailable');
    expect(row.state).toBe('blocked');
    expect(told(row)).toContain('eu-west-1: AWS has a problem with');
  });

  it('block nothing if another region shows the proof', async () => {
    const state = await signedInAt('us-east-1');
    const row = await rowOf('admin-sign-in', state, 'unavailable', 'us-east-2');
    expect(row).toMatchObject({ state: 'secure', evidence: { unread: ['us-east-2'] } });
  });
});

describe('regions that nobody may list', () => {
  const look = async (state: State) => {
    const options = { answers: AS_JUN, observeOnly: true, deniedOperation: 'ListRegions' };
    const { rows } = await runSteps(state, steps, options);
    return rows.find(({ id }) => id === 'admin-sign-in') as Row;
  };

  it('are unknown, and not none: the usual ones are looked at, and the owner is told', async () => {
    const row = await look(await signedInAt(ELSEWHERE));
    expect(row).toMatchObject({ state: 'pending', evidence: { regionsUnknown: true } });
    expect(told(row)).toContain('looks up sign-ins only in the usual ones');
  });

  it('do not matter if a usual one shows the proof', async () => {
    const regions = REGIONS_BY_DEFAULT;
    expect(await look(await signedInAt('us-east-2', { regions }))).toMatchObject({
      state: 'secure',
    });
  });
});
