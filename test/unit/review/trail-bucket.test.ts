import { expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { logFileKey } from '../../../src/practice/services/cloudtrail/log-files.ts';
import type { TrailEvent } from '../../../src/practice/state/account-state.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { logFile, shownTrail } from '../../support/review/shown-trail.ts';

const HOME = 'ap-northeast-2';

/** The busy account with files of these times and regions in the trail's bucket. */
function withFiles(files: { at: string; region: string }[]) {
  const state = busyAccount(NOW);
  const bucket = state.buckets.find(({ objects = [] }) => objects.length > 0);
  bucket?.objects?.push(
    ...files.map((file) => ({ key: logFileKey(state.id, file), modified: file.at, size: 300 })),
  );
  return state;
}

const minute = (n: number) => new Date(Date.UTC(2026, 2, 3) + n * 60_000).toISOString();

it('the last events of a day are found, though their file is in the folder of the next one', async () => {
  const at = '2026-03-31T23:58:00.000Z';
  const state = withFiles([{ at, region: HOME }]);
  const late: TrailEvent = {
    id: 'late',
    at,
    region: HOME,
    source: 'ec2.amazonaws.com',
    name: 'RunInstances',
    user: { name: 'kim' },
    detail: {},
  };
  state.events.push(late);
  const { rows } = await shownTrail(state, { since: '2026-03-31', until: '2026-03-31' });
  expect(rows.map(({ event }) => event)).toEqual(['RunInstances']);
});

it('what quiet regions leave of the files that are read goes to the busy one', async () => {
  const regions = ['us-east-1', 'eu-west-1', 'sa-east-1'];
  const many = Array.from({ length: 290 }, (_, n) => ({ at: minute(n * 5), region: HOME }));
  const state = withFiles([...many, ...regions.map((region) => ({ at: minute(0), region }))]);
  const day = { since: '2026-03-03', until: '2026-03-04' };
  const how = { regions: [HOME, ...regions], body: () => logFile() };
  const { count, unseen } = await shownTrail(state, day, how);
  expect(count).toMatch(/^bucket \(all of 293 files\)/);
  expect(unseen.join()).not.toContain('older log files');
  // More than are read at once: how far back is said.
  const more = withFiles([...many, ...many.map(({ at }) => ({ at, region: 'us-west-2' }))]);
  const cut = await shownTrail(more, day, { ...how, regions: [HOME, 'us-west-2'] });
  expect(cut.count).toMatch(/^bucket \(since 2026-03-03 \d\d:\d\d/);
  expect(cut.unseen.join()).toContain('older log files');
});
