import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { keyIdOf, REGION } from '../../../src/practice/busy/facts.ts';
import { pages } from '../../../src/review/index.ts';
import type { PageLook } from '../../../src/review/page.ts';
import { QUESTIONS } from '../../../src/review/trail/questions.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { lookOn } from '../../support/review/page-look.ts';
import { shownTrail } from '../../support/review/shown-trail.ts';

const ROOM = join(import.meta.dirname, '../../../src/review');

/** The ids of a page's signals, out of its code: `id: '…'`, `say('…', …)`, `of('…', …)`. */
function signalsIn(page: string): string[] {
  const files = readdirSync(join(ROOM, page)).filter((name) => name.endsWith('signals.ts'));
  const code = files.map((name) => readFileSync(join(ROOM, page, name), 'utf8')).join('\n');
  return [...code.matchAll(/\b(?:id: |(?:say|of)\(\s*)'([a-z\d-]+)'/g)].map(([, id]) => `${id}`);
}

/** What cannot be on the busy account, and why. */
const ABSENT: Record<string, string> = {
  'everyones-mfa': 'choi has no MFA',
  'young-keys': 'the key of choi is 998 days old',
  'root-without-mfa': 'root has MFA',
  'no-root-keys': 'root has a key',
  'root-unused': 'root was used',
  'no-trail': 'there is a trail, and it is stopped',
  'trail-records': 'no trail is in order: that is what the break-in is about',
  'acls-closed': 'AWS makes an open default ACL in each region',
  'open-perhaps-reached': 'only a denied call, or something that AWS does not say, leaves it open',
};

/** Looks around as somebody would: each region, each question, each subject. */
const ASKED: Record<string, { regions?: string[]; settings?: Record<string, string> }[]> = {
  people: [{}],
  rights: [
    {},
    ...busyAccount(NOW).users.map(({ name }) => ({ settings: { who: name } })),
    ...busyAccount(NOW).roles.map(({ name }) => ({ settings: { who: `role/${name}` } })),
    { settings: { who: 'jun', actions: 's3:GetObjekt' } },
  ],
  network: [{ regions: [REGION] }, { regions: ['us-east-1'] }],
  machines: [{ regions: [REGION] }, { regions: ['us-east-1'] }],
  trail: [{}, { settings: { question: 'what-was-refused' } }],
};

describe.each(pages)('the page $id of the busy account', ({ id, load }) => {
  it('has an example of each of its signals', async () => {
    const page = await load();
    const found = new Set<string>();
    for (const { regions = [REGION], settings = {} } of ASKED[id] ?? []) {
      const { look } = lookOn(busyAccount(NOW), { now: NOW });
      const asked: PageLook = { ...look, regions, settings };
      const seen = await page.observe(asked, () => undefined);
      for (const signal of page.signals(seen)) found.add(signal.id);
    }
    const known = signalsIn(id);
    expect(known.length).toBeGreaterThan(0);
    // A signal that is written in another way would escape.
    expect([...found].filter((one) => !known.includes(one))).toEqual([]);
    const missing = known.filter((one) => !found.has(one));
    expect(missing.filter((one) => !(one in ABSENT))).toEqual([]);
    expect([...found].filter((one) => one in ABSENT)).toEqual([]);
  });
});

describe('a question of the page Trail', () => {
  const ABOUT: Record<string, string> = {
    'what-key-did': keyIdOf('AKIA', 'ci-deploy'),
    'who-made-this': 'support-aws',
  };

  it.each(QUESTIONS)('$id has an answer on the busy account', async ({ id, needs }) => {
    const about = ABOUT[id];
    expect(about !== undefined).toBe(needs !== undefined);
    const { rows } = await shownTrail(busyAccount(NOW), { question: id, ...(about && { about }) });
    expect(rows.length).toBeGreaterThan(0);
  });
});
