import { expect, it } from 'vitest';
import { machines } from '../../../src/review/machines.ts';
import type { PageLook } from '../../../src/review/page.ts';

const REGIONS = Array.from({ length: 17 }, (_, n) => `region-${n}`);
const IN_REGION = 30;

/** Five hundred instances, without the SDK. docs/review/machines.md has what they take. */
/** Without one there is something to know. */
const PROFILE = { Arn: 'arn:aws:iam::111122223333:instance-profile/one' };

function manyMachines() {
  const sent: string[] = [];
  let open = 0;
  let most = 0;
  const read = async (_: string, operation: string, __: object, region: string) => {
    sent.push(`${operation} ${region}`);
    most = Math.max(most, ++open);
    await new Promise(setImmediate);
    open--;
    const ids = Array.from({ length: IN_REGION }, (_, n) => `${region}-${n}`);
    return operation === 'DescribeInstances'
      ? {
          Reservations: ids.map((InstanceId) => ({
            Instances: [{ InstanceId, IamInstanceProfile: PROFILE }],
          })),
        }
      : operation === 'DescribeVolumes'
        ? { Volumes: ids.map((id) => ({ VolumeId: `vol-${id}`, Encrypted: true })) }
        : {};
  };
  const look = { regions: REGIONS, settings: {}, clock: () => 0, read } as unknown as PageLook;
  return { look, sent, mostAtOnce: () => most };
}

it('shows the first region before the last is asked for, six at a time, and asks each once', async () => {
  const { look, sent, mostAtOnce } = manyMachines();
  let atFirst: { rows: number; regions: number } | undefined;
  const seen = await machines.observe(look, (part) => {
    const rows = machines.table(part).rows.length;
    if (rows > 0) atFirst ??= { rows, regions: new Set(sent.map((one) => one.split(' ')[1])).size };
    expect(machines.signals(part)).toEqual([]);
  });
  expect(atFirst).toEqual({ rows: IN_REGION, regions: 6 });
  expect(machines.table(seen).rows).toHaveLength(2 * IN_REGION * REGIONS.length);
  expect(machines.table(seen).rows[0]?.key).toBe('region-0-0');
  // Two calls in each region, and the metrics of home, to complete their names.
  expect(new Set(sent).size).toBe(sent.length);
  expect(sent).toHaveLength(2 * REGIONS.length + 1);
  expect(mostAtOnce()).toBeLessThanOrEqual(13);
  expect(machines.signals(seen).map(({ id }) => id)).toEqual([
    'profiles-everywhere',
    'volumes-encrypted',
  ]);
});
