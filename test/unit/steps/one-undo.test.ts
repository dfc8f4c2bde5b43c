import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/engine/step.ts';
import { changesLines } from '../../../src/hosts/tui/step-details.ts';
import { say } from '../../../src/text/text.ts';
import adminGroup from '../../../steps/admin-group.ts';
import adminUser from '../../../steps/admin-user.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';

const account = { id: '111122223333', partition: 'aws', region: 'us-east-1' } as never;
const BUCKET = 'rootlock-trail-111122223333-us-east-1-an';
const planFor = (bucket: Parameters<typeof cloudtrail.plan>[0]['bucket']) =>
  cloudtrail.plan(
    {
      trail: null,
      others: { names: [], isUncertain: false },
      unreadable: [],
      outOfScope: [],
      buckets: [],
      folder: { withBucket: '', alone: '' },
      bucket,
      older: null,
      organization: null,
      mails: { pending: [], isOffered: false, regions: null, address: null },
      accessLog: { to: 'unknown' },
    },
    {},
    account,
  );
const undoable = (changes: Change[]) =>
  changes.filter(({ undo }) => undo).map(({ summary }) => summary.en);

/** Space for a card beside the list at 80 by 24, without the question below it. */
const PAGE = { columns: 51, lines: 16 };

describe('a resource', () => {
  const newTrail = planFor({
    name: BUCKET,
    region: 'us-east-1',
    kind: 'new',
    settings: null,
    lifecycle: null,
  });

  it('is taken back where it was made: its settings go with it', () => {
    const nobody = { roles: [], limited: [], named: null };
    const group = { groups: [], initial: 'x', wanted: 'x', limited: [], named: null };
    const makesGroup = adminGroup.plan({ ...group, users: [], roles: [] }, {}, account);
    const makesUser = { unknown: null, isToBeMade: true, users: [], onPaper: [], ...nobody };
    const seen = { ...makesUser, initial: 'x', group: { ...group, groups: ['Administrators'] } };
    expect(undoable(makesGroup)).toEqual(['Create the group {name}']);
    expect(undoable(adminUser.plan(seen, {}, account))).toEqual([
      'Create the user {name}, without a password yet',
    ]);
    expect(undoable(newTrail)).toEqual(['Create the bucket {name}', 'Create the trail {name}']);
  });

  it('is named once if it is new, so that a trail fits on two pages at 80 by 24', () => {
    const named = newTrail.filter(({ summary }) => say(summary).includes(BUCKET));
    expect(named).toHaveLength(1);
    expect(changesLines(newTrail, PAGE.columns).length).toBeLessThanOrEqual(2 * PAGE.lines);
  });

  it('has an undo for each setting if it existed before, and each change names it', () => {
    const existing = planFor({
      name: 'logs',
      region: 'us-east-1',
      kind: 'existing',
      settings: null,
      lifecycle: null,
    });
    const settings = existing.filter((change) => change.kind === 'call' && change.service === 's3');
    expect(undoable(settings)).toHaveLength(settings.length);
    expect(
      settings.map(({ summary }) => say(summary)).filter((text) => !/the bucket logs/.test(text)),
    ).toEqual([]);
  });
});
