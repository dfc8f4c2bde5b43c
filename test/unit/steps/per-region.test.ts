import { describe, expect, it } from 'vitest';
import { Blocked, SignedOut } from '../../../src/engine/errors.ts';
import { say, t } from '../../../src/text/text.ts';
import { perRegion } from '../../../steps/shared/per-region.ts';

const SEVENTEEN = Array.from({ length: 17 }, (_, n) => `region-${n + 1}`);

const BY_ORGANIZATION = new Blocked(t('closed'), [], { deniedBy: 'organization', status: 403 });
const OFF = new Blocked(t('off'), [], { code: 'RegionDisabledException' });
const DENIED = new Blocked(t('denied'), [t('ask')], { deniedBy: 'others', code: 'AccessDenied' });
const BROKEN = new Blocked(t('AWS has a problem'), [t('wait')], { status: 503, attempts: 3 });

/** Reads nothing but the name of the region; fails so in some of them. */
const reading = (failures: Record<string, unknown>) => async (region: string) => {
  await new Promise((resolve) => setImmediate(resolve));
  if (region in failures) throw failures[region];
  return region;
};

describe('regions', () => {
  it('are read six at a time, and come back in their order', async () => {
    let now = 0;
    const atOnce: number[] = [];
    const { found } = await perRegion(SEVENTEEN, async (region) => {
      atOnce.push(++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return region;
    });
    expect(found).toEqual(SEVENTEEN);
    expect(Math.max(...atOnce)).toBe(6);
  });

  it('are out of scope if the organization closes them or they are off, and the others are read', async () => {
    const failures = { c: BY_ORGANIZATION, a: OFF };
    const { found, outOfScope } = await perRegion(['c', 'b', 'a'], reading(failures));
    expect(found).toEqual(['b']);
    expect([...outOfScope]).toEqual([
      ['a', OFF],
      ['c', BY_ORGANIZATION],
    ]);
  });

  it.each([
    ['AWS itself fails', BROKEN],
    ['these credentials may not read it', DENIED],
  ])('block with the reason and the name of the one where %s', async (_, failure) => {
    const error = await perRegion(['a', 'b'], reading({ b: failure })).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Blocked);
    expect(say(error.text)).toBe(`b: ${say(failure.text)}`);
    const { fix, code, status, attempts, deniedBy } = failure;
    expect(error).toMatchObject({ fix, code, status, attempts, deniedBy });
  });

  it('are not read any more after one has failed', async () => {
    const read: string[] = [];
    const failing = perRegion(SEVENTEEN, (region) => {
      read.push(region);
      return reading({ 'region-1': BROKEN })(region);
    });
    await expect(failing).rejects.toThrow('region-1: AWS has a problem');
    await new Promise((resolve) => setImmediate(resolve));
    expect(read.length).toBeLessThanOrEqual(6);
  });

  it('that fail are left out if whoever looks takes them for unknown', async () => {
    const unknown: string[] = [];
    const { found, outOfScope } = await perRegion(
      ['a', 'b', 'c'],
      reading({ a: DENIED, c: OFF }),
      (_, region) => void unknown.push(region),
    );
    expect([found, unknown, [...outOfScope.keys()]]).toEqual([['b'], ['a'], ['c']]);
  });

  it.each([
    ['the session is over', new SignedOut(t('over'), [])],
    ['there is a bug', new TypeError('a bug')],
  ])('pass on unchanged that %s', async (_, error) => {
    await expect(perRegion(['a'], reading({ a: error }))).rejects.toBe(error);
  });
});
