import { describe, expect, it } from 'vitest';
import { Blocked, SignedOut } from '../../../src/engine/errors.ts';
import { say, t } from '../../../src/text/text.ts';
import { perRegion } from '../../../steps/shared/per-region.ts';

const SEVENTEEN = Array.from({ length: 17 }, (_, n) => `region-${n + 1}`);

const BY_ORGANIZATION = new Blocked(t('closed'), [], { deniedBy: 'organization', status: 403 });
const OFF = new Blocked(t('off'), [], { code: 'RegionDisabledException' });
const DENIED = new Blocked(t('denied'), [t('ask')], { deniedBy: 'others', code: 'AccessDenied' });
const BROKEN = new Blocked(t('AWS has a problem'), [t('wait')], { status: 503, attempts: 3 });

type Read = (operation: string, region: string) => Promise<string>;

/** Reads with `read`. Where a region, or one operation in it, is named in `failures`, AWS answers so. */
function regionsRead(
  regions: string[],
  read: (send: Read, region: string) => Promise<unknown>,
  failures: Record<string, unknown> = {},
  onFailure?: Parameters<typeof perRegion>[3],
) {
  const send = async (_: string, operation: string, __: object, region: string) => {
    // A refusal may come before an answer, or after it.
    if (operation !== 'at once') await new Promise((resolve) => setImmediate(resolve));
    const failure = failures[`${operation} in ${region}`] ?? failures[region];
    if (failure) throw failure;
    return region;
  };
  const look = { read: send, find: send } as never as Parameters<typeof perRegion>[0];
  return perRegion(
    look,
    regions,
    (from, region) =>
      read(
        (operation) => from.read('sts', operation as never, {} as never, region) as never,
        region,
      ),
    onFailure,
  );
}

const once = (send: Read, region: string) => send('later', region);
const twice = async (send: Read, region: string) => [
  await send('at once', region),
  await send('later', region),
];
const sideBySide = (send: Read, region: string) =>
  Promise.all([send('at once', region), send('later', region)]);

describe('regions', () => {
  it('are read six at a time, and come back in their order', async () => {
    let now = 0;
    const atOnce: number[] = [];
    const { found } = await regionsRead(SEVENTEEN, async (send, region) => {
      atOnce.push(++now);
      await send('later', region);
      now--;
      return region;
    });
    expect(found).toEqual(SEVENTEEN);
    expect(Math.max(...atOnce)).toBe(6);
  });

  it('are out of scope if the organization closes them or they are off, and the others are read', async () => {
    const failures = { c: BY_ORGANIZATION, a: OFF };
    const { found, outOfScope } = await regionsRead(['c', 'b', 'a'], once, failures);
    expect(found).toEqual(['b']);
    expect([...outOfScope]).toEqual([
      ['a', OFF],
      ['c', BY_ORGANIZATION],
    ]);
  });

  it.each([
    ['the second one', twice, 'later in a'],
    ['the first of two that are sent together', sideBySide, 'at once in a'],
    ['the second of two that are sent together', sideBySide, 'later in a'],
  ])(
    'are unknown, and not closed, if the organization forbids one read: %s',
    async (_, read, what) => {
      const failing = regionsRead(['b', 'a'], read, { [what]: BY_ORGANIZATION });
      await expect(failing).rejects.toThrow('a: closed');
    },
  );

  it.each([
    ['all reads are refused', sideBySide],
    [
      'whoever reads goes on without them',
      (...args: Parameters<typeof once>) => once(...args).catch(() => 'nothing'),
    ],
  ])('are out of scope if %s', async (_, read) => {
    const { found, outOfScope } = await regionsRead(['a'], read, { a: BY_ORGANIZATION });
    expect([found, [...outOfScope.keys()]]).toEqual([[], ['a']]);
  });

  it.each([
    ['AWS itself fails', BROKEN],
    ['these credentials may not read it', DENIED],
  ])('block with the reason and the name of the one where %s', async (_, failure) => {
    const error = await regionsRead(['a', 'b'], once, { b: failure }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Blocked);
    expect(say(error.text)).toBe(`b: ${say(failure.text)}`);
    const { fix, code, status, attempts, deniedBy } = failure;
    expect(error).toMatchObject({ fix, code, status, attempts, deniedBy });
  });

  it('are not read any more after one has failed', async () => {
    const read: string[] = [];
    const failing = regionsRead(
      SEVENTEEN,
      (send, region) => {
        read.push(region);
        return send('later', region);
      },
      { 'region-1': BROKEN },
    );
    await expect(failing).rejects.toThrow('region-1: AWS has a problem');
    await new Promise((resolve) => setImmediate(resolve));
    expect(read.length).toBeLessThanOrEqual(6);
  });

  it('that fail are left out if whoever looks takes them for unknown', async () => {
    const unknown: string[] = [];
    const { found, outOfScope } = await regionsRead(
      ['a', 'b', 'c'],
      once,
      { a: DENIED, c: OFF },
      (_, region) => void unknown.push(region),
    );
    expect([found, unknown, [...outOfScope.keys()]]).toEqual([['b'], ['a'], ['c']]);
  });

  it.each([
    ['the session is over', new SignedOut(t('over'), [])],
    ['there is a bug', new TypeError('a bug')],
  ])('pass on unchanged that %s', async (_, error) => {
    await expect(regionsRead(['a'], once, { a: error })).rejects.toBe(error);
  });
});
