import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import everyonesMfa from '../../../steps/everyones-mfa.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { shownTrail } from '../../support/review/shown-trail.ts';

const busy = () => busyAccount(NOW);
const denying = (...operations: string[]) => ({
  denies: (one: string) => operations.includes(one),
});
it('counts no trail and no file that it could not read', async () => {
  const trails = denying('DescribeTrails', 'ListTrails');
  expect((await shownTrail(busy(), {}, trails)).count).toBe('trails not known');
  const files = denying('ListObjectsV2');
  expect((await shownTrail(busy(), {}, files)).count).toBe('2 trails');
});

const SIGN_INS = { question: 'who-signed-in' };

describe('the page Trail, if a call is denied', () => {
  it('shows the trails of the list that is left, and names the other one', async () => {
    const { rows, unseen, signals } = await shownTrail(busy(), {}, denying('DescribeTrails'));
    expect(rows[0]).toMatchObject({
      name: 'management-events',
      where: expect.stringMatching(/^\? /),
    });
    expect(unseen).toContain('trails of this region: DescribeTrails is denied');
    expect(signals.join()).not.toMatch(/incomplete|validation/);
    // In us-east-1 only ListTrails knows of the trail in Seoul.
    const without = await shownTrail(busy(), {}, denying('ListTrails'));
    expect(without.rows).toEqual([]);
    expect(without.signals).not.toContain('no-trail do --only cloudtrail');
  });

  it.each([
    ['GetTrailStatus', 'state', 'trail-stopped'],
    ['GetTrailStatus', 'last', 'delivery-error'],
    ['GetEventSelectors', 'state', 'trail-records'],
  ])('does not know what %s would have told', async (operation, column, signal) => {
    const { rows, signals } = await shownTrail(busy(), {}, denying(operation));
    expect(rows[0]?.[column]).toBe(`? ${operation} is denied`);
    expect(signals.join()).not.toContain(signal);
  });

  it('takes the event history if the bucket cannot be read, and says what that leaves out', async () => {
    for (const operation of ['ListObjectsV2', 'GetObject']) {
      const { rows, count, unseen } = await shownTrail(busy(), SIGN_INS, denying(operation));
      expect(rows).toHaveLength(5);
      expect(count).toMatch(/^bucket \(not read\)/);
      expect(unseen.join()).toMatch(/data events, and what is older than 90 days/);
    }
  });

  it('takes the bucket if the event history cannot be read', async () => {
    const { rows, count, unseen } = await shownTrail(
      busy(),
      { event: 'StopLogging' },
      denying('LookupEvents'),
    );
    expect(rows.map(({ who }) => who)).toEqual(['choi', 'support-aws']);
    expect(count).toMatch(/event history \(not read\)/);
    expect(unseen.join()).toMatch(/event history in us-east-1: .*LookupEvents is denied/);
  });

  it('says why a file cannot be opened', async () => {
    const { isRefused, empty } = await shownTrail(busy(), { file: 'x' }, denying('GetObject'));
    expect([isRefused, empty]).toEqual([true, 'GetObject is denied']);
  });

  it.each(['ListBuckets', 'ListMFADevices', 'GetLoginProfile'])(
    'goes on without %s',
    async (operation) => {
      const { rows, signals } = await shownTrail(busy(), SIGN_INS, denying(operation));
      expect(rows).toHaveLength(5);
      // Who could sign in again without MFA is not known then.
      const grade = operation === 'ListBuckets' ? 'do --only everyones-mfa' : 'watch';
      expect(signals).toEqual([
        'root-used watch',
        `sign-in-without-mfa ${grade}`,
        `sign-in-without-mfa ${grade}`,
      ]);
    },
  );

  it.each([{}, SIGN_INS])('stops only if nothing can be shown: %o', async (settings) => {
    await expect(shownTrail(busy(), settings, { denies: () => true })).rejects.toThrow(Blocked);
  });
});

describe('the command of a signal of the page Trail', () => {
  const signalsOf = async (state: PracticeState) => (await shownTrail(state)).signals;

  it('makes what is wrong with the trail go away', async () => {
    const state = { ...busy(), evidenceDelay: 0 };
    expect(await signalsOf(state)).toContain('trail-stopped do --only cloudtrail');
    await runSteps(state, [cloudtrail]);
    const left = (await signalsOf(state)).filter((one) => /trail|validation|delivery/.test(one));
    expect(left[0]).toBe('trail-records fine');
    // Of the other one, which nobody needs any more.
    expect(left.slice(1).filter((one) => !one.endsWith(' watch'))).toEqual([]);
  });

  it('makes a delivery error, or the lack of a trail, go away', async () => {
    const state = { ...newAccount(), evidenceDelay: 0 };
    expect(await signalsOf(state)).toContain('no-trail do --only cloudtrail');
    await runSteps(state, [cloudtrail]);
    expect(await signalsOf(state)).toContain('trail-records fine');
    for (const bucket of state.buckets) delete bucket.policy;
    expect(await signalsOf(state)).toContain('delivery-error do --only cloudtrail');
    await runSteps(state, [cloudtrail]);
    expect(await signalsOf(state)).toContain('trail-records fine');
  });

  it('is not given for a trail that the step leaves alone', async () => {
    const state = { ...newAccount(), evidenceDelay: 0 };
    await runSteps(state, [cloudtrail]);
    const [good] = state.trails;
    if (!good) throw new Error('the step makes a trail');
    state.trails.push({ ...good, name: 'old', logging: false, stopped: good.started ?? '' });
    expect(await signalsOf(state)).toEqual(
      expect.arrayContaining(['trail-records fine', 'trail-stopped watch']),
    );
  });

  it('makes a sign-in without MFA one of the past', async () => {
    const state = newAccount();
    giveUser(state, 'kim', { signsIn: true });
    const kim = state.users.find(({ name }) => name === 'kim');
    const { recordSignIn } = await import('../../../src/practice/services/cloudtrail/events.ts');
    recordSignIn(state, kim, false, new Date(NOW.getTime() - 60_000));
    state.evidenceDelay = 0;
    expect(await signalsOf(state)).toContain('sign-in-without-mfa do --only everyones-mfa');
    await runSteps(state, [everyonesMfa]);
    expect(await signalsOf(state)).toContain('sign-in-without-mfa watch');
  });
});
