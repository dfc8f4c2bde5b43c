import { describe, expect, test } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Reads } from '../../../src/engine/step.ts';
import { type Page, page } from '../../../src/review/page.ts';
import { ReviewSession } from '../../../src/review/session.ts';
import { t } from '../../../src/text/text.ts';
import { ACCOUNT } from '../../support/reports/sample-rows.ts';

const NOTHING = { columns: [], rows: [], empty: t('none') };

/** A session with one page, whose looks are settled by hand. */
function sessionOf(observe: Page<string>['observe'], reads: Partial<Reads> = {}) {
  const one = page<string>({
    id: 'one',
    title: t('One'),
    observe,
    table: () => NOTHING,
    detail: async (seen, key, look) => {
      if (key === 'denied') throw new Blocked(t('AWS refuses.'), [t('Ask.')]);
      if (key !== 'kim') return undefined;
      return { title: t('{seen}', { seen: `${seen} ${look.regions.join()}` }), sections: [] };
    },
    signals: () => [],
    unseen: () => [],
  });
  const session = new ReviewSession({
    account: ACCOUNT,
    reads: () => ({ clock: () => 5, ...reads }) as Reads,
    signIn: () => Promise.reject(new Error('nobody is signed out')),
    pages: [{ id: 'one', title: one.title, load: async () => one }],
    asked: { id: 'one', settings: { who: 'kim' }, isEverywhere: false },
  });
  const failures: unknown[] = [];
  session.onFailure = (error) => failures.push(error);
  /** Resolves once the page is no longer being looked at. */
  const settled = () =>
    new Promise<void>((resolve) => {
      session.onChange = () => {
        if (!session.tab('one').isLooking) resolve();
      };
    });
  return { session, settled, failures };
}

describe('a review', () => {
  test('looks at a page when it is first opened, and shows what comes in', async () => {
    let looks = 0;
    const seen: unknown[] = [];
    const { session, settled } = sessionOf(async ({ settings }, show) => {
      looks++;
      show(`some of ${settings.who}`);
      return `all of ${settings.who}`;
    });
    const whole = settled();
    const { onChange } = session;
    session.onChange = () => {
      seen.push(session.tab('one').seen);
      onChange();
    };
    session.open('one');
    session.open('one');
    await whole;
    expect([...new Set(seen)]).toEqual([undefined, 'some of kim', 'all of kim']);
    expect([looks, session.tab('one').lookedAt]).toEqual([1, 5]);
    expect((await session.detail('one', 'kim'))?.title.with?.seen).toBe('all of kim us-east-1');
    expect(await session.detail('one', 'lee')).toBeUndefined();
  });

  test('drops what an older look sees', async () => {
    const looks: ((seen: string) => void)[] = [];
    const { session, settled } = sessionOf(
      () => new Promise<string>((resolve) => looks.push(resolve)),
    );
    session.open('one');
    await new Promise(setImmediate);
    const end = settled();
    session.set('one', 'who', 'jun');
    await new Promise(setImmediate);
    looks[1]?.('new');
    looks[0]?.('old');
    await end;
    await new Promise(setImmediate);
    expect(session.tab('one')).toMatchObject({ seen: 'new', settings: { who: 'jun' } });
    session.set('one', 'who', '');
    expect(session.tab('one').settings).toEqual({});
  });

  test('keeps what was seen if AWS refuses the next look, and says why', async () => {
    let isRefused = false;
    const { session, settled, failures } = sessionOf(async () => {
      if (isRefused) throw new Blocked(t('AWS refuses.'), [t('Ask.')]);
      return 'seen';
    });
    let end = settled();
    session.open('one');
    await end;
    isRefused = true;
    end = settled();
    session.look('one');
    await end;
    const { seen, failure } = session.tab('one');
    expect([seen, failure?.text.en]).toEqual(['seen', 'AWS refuses.']);
    const denied = await session.detail('one', 'denied');
    expect(denied?.sections).toEqual([{ lines: [t('AWS refuses.'), t('Ask.')] }]);
    isRefused = false;
    end = settled();
    session.look('one');
    await end;
    expect(session.tab('one')).not.toHaveProperty('failure');
    expect(failures).toEqual([]);
  });

  test('passes on what is a bug', async () => {
    const bug = new Error('bug');
    const { session, failures } = sessionOf(() => Promise.reject(bug));
    session.open('one');
    await new Promise(setImmediate);
    expect(failures).toEqual([bug]);
  });

  test('looks at all regions that are on, the home region first', async () => {
    const regions: (readonly string[])[] = [];
    const listed = ['ap-northeast-2', 'us-east-1'].map((RegionName) => ({ RegionName }));
    const { session, settled } = sessionOf(
      async (look) => {
        regions.push(look.regions);
        return '';
      },
      { read: (async () => ({ Regions: listed })) as never },
    );
    const end = settled();
    session.lookEverywhere('one');
    await end;
    expect(regions).toEqual([['us-east-1', 'ap-northeast-2']]);
  });
});
