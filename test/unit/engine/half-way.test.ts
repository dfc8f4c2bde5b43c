import { describe, expect, it } from 'vitest';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import { say, t } from '../../../src/text/text.ts';
import { accountIn, call, fakeRun, fakeStep, text } from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

/** Plans the calls `a` and `b`, and sees which of them were made. `isDown`: no look gets through any more. */
const twoCalls = (isDown: () => boolean = () => false, second = call('b')) =>
  fakeStep<string[]>('a', {
    observe: async (look) => {
      if (isDown()) throw new Blocked(t('no network'));
      return Object.keys(accountIn(look));
    },
    status: (made) => t('made: {made}', { made: made.join(' ') }),
    plan: (made) => [call('a'), second].filter((_, n) => !made.includes(n === 0 ? 'a' : 'b')),
  });

/** Refuses the call `b`. */
function refusing(options: Parameters<typeof fakeRun>[0] = {}, onRefusal = () => undefined) {
  const run = fakeRun({
    ...options,
    send: async ({ input }) => {
      const { GroupName } = input as { GroupName: string };
      if (GroupName === 'b') {
        onRefusal();
        throw new Blocked(t('refused'));
      }
      run.account[GroupName] = 1;
      return {} as never;
    },
  });
  return run;
}

describe('a step that is left half-way', () => {
  it('says what is there after its own changes', async () => {
    const row = await walkStep(twoCalls(), refusing());
    expect([row.state, say(row.status)]).toEqual(['blocked', 'made: a']);
  });

  it('says so too if the owner refuses to type the phrase of the next change', async () => {
    const step = twoCalls(undefined, call('b', { confirmPhrase: 'WXYZ' }));
    const row = await walkStep(step, fakeRun({ answers: { 'a.typed': new Blocked(t('nobody')) } }));
    expect([row.state, say(row.status)]).toEqual(['blocked', 'made: a']);
  });

  it('says so too if the owner skips it there', async () => {
    const step = twoCalls(undefined, call('b', { confirmPhrase: 'WXYZ' }));
    const row = await walkStep(step, fakeRun({ answers: { 'a.typed': new Leave('skip') } }));
    expect([row.state, say(row.status)]).toEqual(['skipped', 'made: a']);
  });

  it('says that nothing is known if it cannot be looked at again', async () => {
    let isDown = false;
    const run = refusing({}, () => {
      isDown = true;
      return undefined;
    });
    const row = await walkStep(
      twoCalls(() => isDown),
      run,
    );
    expect([row.state, say(row.status), row.evidence]).toEqual(['blocked', 'unknown', undefined]);
  });

  it('keeps what was seen if it fails before its first change', async () => {
    let looks = 0;
    const row = await walkStep(
      twoCalls(() => ++looks > 1),
      fakeRun(),
    );
    expect([row.state, say(row.status)]).toEqual(['blocked', 'made: ']);
  });

  it('shows what is there by now if the owner goes back to an answer of it', async () => {
    let isBack = false;
    const shown: unknown[] = [];
    const lastShown = () => {
      const event = run.events.findLast(({ type }) => type === 'rows');
      return event?.type === 'rows' && event.rows.map(({ status }) => say(status)).join();
    };
    const run = fakeRun({
      interactive: true,
      answers: { 'a.name': 'kim' },
      ask: (id) => {
        if (id === 'a.name') shown.push(lastShown());
        if (id !== 'a.typed') return undefined;
        if (isBack) throw new Leave('skip');
        isBack = true;
        throw new Leave('back');
      },
    });
    const step = {
      ...twoCalls(undefined, call('b', { confirmPhrase: 'WXYZ' })),
      questions: () => ({ name: text('name') }),
    };
    await walkStep(step, run);
    expect(shown).toEqual(['made: ', 'made: a']);
  });

  it('is unknown, and not just left out, if nobody can look at it then', async () => {
    let isDown = false;
    const run = fakeRun({
      ask: (id) => {
        if (id !== 'a.typed') return undefined;
        isDown = true;
        throw new Leave('skip');
      },
    });
    const step = twoCalls(() => isDown, call('b', { confirmPhrase: 'WXYZ' }));
    const row = await walkStep(step, run);
    expect([row.state, say(row.status), row.message && say(row.message)]).toEqual([
      'blocked',
      'unknown',
      'no network',
    ]);
  });
});
