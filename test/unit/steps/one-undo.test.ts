import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/engine/step.ts';
import { changesLines } from '../../../src/hosts/tui/card.ts';
import { say } from '../../../src/text/text.ts';
import adminGroup from '../../../steps/admin-group.ts';
import adminUser from '../../../steps/admin-user.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';

const account = { id: '111122223333', partition: 'aws', region: 'us-east-1' } as never;
const BUCKET = 'rootlock-trail-111122223333-us-east-1-an';
const trailIn = (bucket: Parameters<typeof cloudtrail.plan>[0]['bucket']) =>
  cloudtrail.plan({ trail: null, others: [], buckets: [], bucket }, {}, account);
const undone = (changes: Change[]) =>
  changes.filter(({ undo }) => undo).map(({ summary }) => summary.en);

/** Lines for a card beside the list at 80 by 24, less those of the question below it. */
const PAGE = { columns: 51, lines: 16 };

describe('what is made anew', () => {
  const fresh = trailIn({ name: BUCKET, region: 'us-east-1', kind: 'new', settings: null });

  it('is taken back where it was made: its settings go with it', () => {
    const group = adminGroup.plan({ groups: [], users: [], roles: [], named: null }, {}, account);
    const seen = { users: [], roles: [], limited: [], named: null, group: 'Administrators' };
    expect(undone(group)).toEqual(['Create the group {name}']);
    expect(undone(adminUser.plan(seen, {}, account))).toEqual([
      'Create the user {name}, without a password for now',
    ]);
    expect(undone(fresh)).toEqual(['Create the bucket {name}', 'Create the trail {name}']);
  });

  it('is named once, so that all of a trail is read on two pages at 80 by 24', () => {
    const named = fresh.filter(({ summary }) => say(summary).includes(BUCKET));
    expect(named).toHaveLength(1);
    expect(changesLines(fresh, PAGE.columns).length).toBeLessThanOrEqual(2 * PAGE.lines);
  });

  it('has a way back for each setting where it was there before, and says whose it is', () => {
    const owners = trailIn({ name: 'logs', region: 'us-east-1', kind: 'existing', settings: null });
    const settings = owners.filter((change) => change.kind === 'call' && change.service === 's3');
    expect(undone(settings)).toHaveLength(settings.length);
    expect(
      settings.map(({ summary }) => say(summary)).filter((text) => !/the bucket logs/.test(text)),
    ).toEqual([]);
  });
});
