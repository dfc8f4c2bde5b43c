import { describe, expect, it } from 'vitest';
import { Blocked, Leave, SignedOut } from '../../../src/engine/errors.ts';
import type { Change } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, dbOf, fakeStep, fakeWorld } from '../../support/engine/fakes.ts';
import { planning, through } from '../../support/engine/through.ts';

const visit = (kind: 'console' | 'attest', more: object = {}) =>
  ({ kind, id: 'mfa', summary: t('do it'), url: 'https://…', instructions: [], ...more }) as Change;

/** A question that stays open until it is withdrawn. */
const open = (until?: AbortSignal) =>
  new Promise((_, reject) => until?.addEventListener('abort', () => reject(until.reason)));

describe('what only the owner can do', () => {
  it('is looked for by the clock; the question is withdrawn once it is seen', async () => {
    let ticks = 0;
    let withdrawn = false;
    const fake = fakeWorld({
      sleep: async () => {
        if (++ticks === 4) fake.db.a = 1;
      },
      ask: (_, __, until) =>
        open(until).catch((error) => {
          withdrawn = true;
          throw error;
        }),
    });
    const row = await through([planning(visit('console'))], fake);
    expect([row.state, fake.asked, ticks, withdrawn]).toEqual(['secure', ['a.mfa'], 4, true]);
  });

  it('is looked for by the key, and asked again until it is seen', async () => {
    let keys = 0;
    const fake = fakeWorld({
      sleep: (_, until) =>
        open(until).then(
          () => undefined,
          () => undefined,
        ) as Promise<void>,
      ask: async () => {
        if (++keys === 3) fake.db.a = 1;
        return true;
      },
    });
    const row = await through([planning(visit('console'))], fake);
    expect([row.state, keys]).toEqual(['secure', 3]);
  });

  it('may be skipped', async () => {
    const fake = fakeWorld({ answers: { 'a.mfa': new Leave('skip') } });
    expect((await through([planning(visit('console'))], fake)).state).toBe('skipped');
  });

  it('is not taken for done when the look fails', async () => {
    let looks = 0;
    const step = fakeStep('a', {
      observe: async () => {
        if (++looks > 3) throw new Blocked(t('denied'));
        return 0;
      },
      plan: () => [visit('console'), call('a')],
    });
    const fake = fakeWorld({ ask: (id, _, until) => (id === 'a.mfa' ? open(until) : undefined) });
    expect((await through([step], fake)).state).toBe('blocked');
    expect(fake.sent).toEqual([]);
  });

  it('withdraws its question when the session ends, then goes on', async () => {
    let looks = 0;
    let withdrawn = false;
    const step = fakeStep('a', {
      observe: async (look) => {
        if (++looks === 5) throw new SignedOut(t('ended'), []);
        return dbOf(look).a ?? 0;
      },
      plan: (seen) => (seen ? [] : [visit('console')]),
    });
    const fake = fakeWorld({
      ask: (_, __, until) =>
        open(until).catch((error) => {
          withdrawn = true;
          throw error;
        }),
      signIn: async () => {
        expect(withdrawn).toBe(true);
        fake.db.a = 1;
      },
    });
    expect((await through([step], fake)).state).toBe('secure');
  });

  it('lets the walk go on when its evidence is slow, and is looked at again at the end', async () => {
    const slow = planning(visit('console', { shownLate: true }));
    const fake = fakeWorld({
      sleep: (_, until) =>
        open(until).then(
          () => undefined,
          () => undefined,
        ) as Promise<void>,
      ask: (id) => {
        if (id === 'b.apply') fake.db.a = 1;
        return true;
      },
    });
    const rows = await walk(await survey([slow, fakeStep('b')], fake.world));
    expect(rows.map(({ state }) => state)).toEqual(['secure', 'secure']);
    expect(fake.asked).toEqual(['a.mfa', 'b.apply']);
  });

  it('waits when its slow evidence has not come', async () => {
    const fake = fakeWorld({ answers: { 'a.mfa': true } });
    const row = await through([planning(visit('console', { shownLate: true }))], fake);
    expect(row.state).toBe('waiting');
    expect(row.message && say(row.message)).toContain('run Rootlock again later');
  });

  it('counts by the owner’s word where no API shows it, and says so', async () => {
    const fake = fakeWorld();
    const steps = [
      fakeStep('a', { plan: () => [visit('attest')] }),
      fakeStep('b', { needs: ['a'] }),
    ];
    const rows = await walk(await survey(steps, fake.world));
    expect(rows.map(({ state }) => state)).toEqual(['attested', 'secure']);
  });
});
