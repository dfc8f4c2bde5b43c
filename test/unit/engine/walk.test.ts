import { describe, expect, it } from 'vitest';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import type { Look } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { accountIn, call, fakeRun, fakeStep, text } from '../../support/engine/fake-run.ts';
import { statesOf, walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

const chain = () => [
  fakeStep('a'),
  fakeStep('b', { needs: ['a'] }),
  fakeStep('c', { needs: ['b'] }),
];

describe('a walk', () => {
  it('secures a fresh account, and then neither asks nor sends anything', async () => {
    const first = fakeRun();
    expect(statesOf(await walkSteps(chain(), first))).toBe('secure secure secure');
    expect(first.sent).toEqual(['a', 'b', 'c']);
    const shown = first.events.flatMap((event) =>
      event.type === 'rows' ? [statesOf(event.rows)] : [],
    );
    expect(shown).toEqual([
      'pending waiting waiting',
      'secure pending waiting',
      'secure secure pending',
      'secure secure secure',
    ]);
    expect(first.events).toContainEqual(
      expect.objectContaining({ type: 'doing', step: 'a', index: 0 }),
    );
    const second = fakeRun({ account: first.account });
    expect(statesOf(await walkSteps(chain(), second))).toBe('secure secure secure');
    expect([second.asked, second.sent]).toEqual([[], []]);
  });

  it('leaves out a skipped step and those that need it', async () => {
    const byFlag = fakeRun({ skip: ['b'] });
    expect(statesOf(await walkSteps(chain(), byFlag))).toBe('secure skipped waiting');
    const byOwner = fakeRun({ answers: { 'a.apply': new Leave('skip') } });
    const rows = await walkSteps([...chain(), fakeStep('d')], byOwner);
    expect(statesOf(rows)).toBe('skipped waiting waiting secure');
  });

  it('shows a step to skip as secure if it is', async () => {
    const run = fakeRun({ account: { a: 1 }, skip: ['a'] });
    expect(statesOf(await walkSteps(chain(), run))).toBe('secure secure secure');
  });

  it('skips a step if the owner does not confirm its changes', async () => {
    const run = fakeRun({ answers: { 'a.apply': false } });
    expect((await walkStep(fakeStep('a'), run)).state).toBe('skipped');
    expect(run.sent).toEqual([]);
  });

  it('blocks a step that AWS refuses, and goes on with those that do not need it', async () => {
    const run = fakeRun({
      send: async () => {
        throw new Blocked(t('no'), [t('ask')]);
      },
    });
    const rows = await walkSteps([...chain(), fakeStep('d')], run);
    expect(statesOf(rows)).toBe('blocked waiting waiting blocked');
  });

  it('counts a change as made if the account shows it although the call failed', async () => {
    const run = fakeRun();
    run.context.send = async ({ input }) => {
      run.account[(input as { GroupName: string }).GroupName] = 1;
      throw new Blocked(t('it exists'), [], { code: 'EntityAlreadyExists' });
    };
    expect(statesOf(await walkSteps(chain(), run))).toBe('secure secure secure');
  });

  it('waits up to a minute until AWS shows a change', async () => {
    const waits: number[] = [];
    const run = fakeRun({
      send: async () => ({}) as never,
      sleep: async (ms) => void waits.push(ms),
    });
    const row = await walkStep(fakeStep('a'), run);
    expect(row.state).toBe('blocked');
    expect(row.message && say(row.message)).toContain('does not show');
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(60_000);
  });

  it('ends if the owner quits at a question', async () => {
    const run = fakeRun({ answers: { 'a.apply': new Leave('quit') } });
    await expect(walkSteps(chain(), run)).rejects.toThrow('quit');
  });

  it('stops between two changes, and never within one', async () => {
    const stop = new AbortController();
    const two = fakeStep('a', { plan: (seen) => (seen > 1 ? [] : [call('x'), call('y')]) });
    const run = fakeRun({ signal: stop.signal });
    const { send } = run.context;
    run.context.send = ((request) => {
      stop.abort(new Leave('quit'));
      return send(request);
    }) as typeof send;
    await expect(walkStep(two, run)).rejects.toThrow('quit');
    expect(run.sent).toEqual(['x']);
  });

  it('rejects with an error that is a bug', async () => {
    const run = fakeRun({
      send: async () => {
        throw new TypeError('oops');
      },
    });
    await expect(walkStep(fakeStep('a'), run)).rejects.toThrow('oops');
  });

  it('goes back from the confirmation to the questions, and from the first question to the menu', async () => {
    const script: Record<string, unknown[]> = {
      next: ['a', 'b', 'a'],
      'a.name': ['one', new Leave('back'), 'two'],
      'a.apply': [new Leave('back'), true],
    };
    const menus: string[] = [];
    const names: unknown[] = [];
    const run = fakeRun({
      interactive: true,
      ask: (id, { message, initial }) => {
        if (id === 'next') menus.push(say(message));
        if (id === 'a.name') names.push([say(message), initial]);
        return script[id]?.shift();
      },
    });
    const asking = fakeStep('a', { questions: () => ({ name: text('name') }) });
    expect(statesOf(await walkSteps([asking, fakeStep('b')], run))).toBe('secure secure');
    expect(menus).toEqual(['Where would you like to start?', 'What next?']);
    // What was answered is proposed.
    expect(names).toEqual([
      ['name?', undefined],
      ['name?', 'one'],
      ['name?', 'one'],
    ]);
    expect(run.asked).toEqual([
      'next',
      'a.name',
      'a.apply',
      'a.name',
      'next',
      'b.apply',
      'a.name',
      'a.apply',
    ]);
  });

  it('goes back from a no: what somebody meant otherwise is not left for the whole run', async () => {
    const script: Record<string, unknown[]> = {
      next: ['a', 'a'],
      'a.name': ['one', 'two'],
      'a.apply': [false, true],
    };
    const run = fakeRun({ interactive: true, ask: (id) => script[id]?.shift() });
    const asking = fakeStep('a', { questions: () => ({ name: text('name') }) });
    expect((await walkStep(asking, run)).state).toBe('secure');
    expect(run.asked).toEqual(['next', 'a.name', 'a.apply', 'a.name', 'a.apply']);
  });

  it.each([
    ['skipped', new Leave('skip')],
    ['blocked', new Blocked(t('denied'), [t('ask')])],
  ])('offers a step again that was %s, and those that need it follow', async (_, first) => {
    const script: Record<string, unknown[]> = {
      next: ['a', 'a'],
      'a.apply': [first, true],
    };
    const run = fakeRun({ interactive: true, ask: (id) => script[id]?.shift() });
    const needing = fakeStep('b', { needs: ['a'] });
    expect(statesOf(await walkSteps([fakeStep('a'), needing], run))).toBe('secure secure');
    expect(run.asked).toEqual(['next', 'a.apply', 'next', 'a.apply', 'b.apply']);
    expect(say(run.questions.next?.message ?? t('…'))).toContain('Some steps are left.');
  });

  it('waits for what AWS still prepares, and offers to look again', async () => {
    const script: Record<string, unknown[]> = { next: ['a'] };
    const run = fakeRun({ interactive: true, ask: (id) => script[id]?.shift() });
    const notYet = () =>
      new Blocked(t('no data yet'), [t('come back')], { code: 'NoData', notYet: true });
    const preparing = fakeStep('a', {
      observe: async () => {
        if (run.asked.length === 0) throw notYet();
        return 1;
      },
    });
    expect(statesOf(await walkSteps([preparing], run))).toBe('secure');
    const never = fakeStep('b', { observe: () => Promise.reject(notYet()) });
    const row = await walkStep(never, fakeRun());
    expect([row.state, say(row.message ?? t('…'))]).toEqual(['waiting', 'no data yet']);
  });

  it('says that the chosen steps are done, where nothing but an offer is left', async () => {
    const offering = fakeStep('a', { plan: () => [call('more', { offerId: 'more' })] });
    const run = fakeRun({ interactive: true, only: ['a'] });
    await walkSteps([offering, fakeStep('b')], run);
    expect(say(run.questions.next?.message ?? t('…'))).toContain('The chosen steps are done.');
  });

  it('looks again at a needed step without a row if the owner takes up what it blocks', async () => {
    const script: Record<string, unknown[]> = { next: ['b'] };
    const run = fakeRun({ interactive: true, only: ['b'], ask: (id) => script[id]?.shift() });
    const needed = fakeStep('a', {
      observe: async () => {
        if (run.asked.length === 0) throw new Blocked(t('no network'), []);
        return 1;
      },
    });
    const rows = await walkSteps([needed, fakeStep('b', { needs: ['a'] })], run);
    expect(statesOf(rows)).toBe('secure');
  });

  it('looks again at a step that follows one, though it does not wait for it', async () => {
    const seesOthers = { observe: async (look: Look) => accountIn(look).a ?? 0, plan: () => [] };
    const statusAfter = async (more: { follows?: string[] }) => {
      const between = fakeStep('c', { ...seesOthers, ...more });
      const follows = more.follows && ['c'];
      const last = fakeStep('b', { ...seesOthers, ...(follows && { follows }) });
      const [, , row] = await walkSteps([fakeStep('a'), between, last], fakeRun());
      return row && [row.state, say(row.status)];
    };
    expect(await statusAfter({ follows: ['a'] })).toEqual(['secure', '1 times']);
    expect(await statusAfter({})).toEqual(['secure', '0 times']);
  });

  it('offers nothing in the same run that is to follow once a change has worked for days', async () => {
    const run = fakeRun({ interactive: true });
    const step = fakeStep('a', {
      plan: (seen) => [seen ? call('delete') : call('a', { shownLate: true })],
    });
    expect(statesOf(await walkSteps([step], run))).toBe('waiting');
    expect([run.asked, run.sent]).toEqual([['next', 'a.apply'], ['a']]);
  });

  it('offers nothing again that --skip leaves out', async () => {
    const run = fakeRun({ interactive: true, skip: ['a'] });
    expect(statesOf(await walkSteps([fakeStep('a')], run))).toBe('skipped');
    expect(run.asked).toEqual([]);
  });

  it('ends at the menu if the owner wants nothing more', async () => {
    const run = fakeRun({ interactive: true, answers: { next: 'finish' } });
    expect(statesOf(await walkSteps(chain(), run))).toBe('pending waiting waiting');
  });
});
