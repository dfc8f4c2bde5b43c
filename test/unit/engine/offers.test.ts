import { describe, expect, it } from 'vitest';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, fakeRun, fakeStep, planning } from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

describe('an offer', () => {
  const offering = planning(call('a', { offerId: 'more' }));

  /** Chooses the step once, then takes the default, which ends the walk. */
  const choosing = (answer?: boolean) => {
    const choices = ['a'];
    return (id: string) => (id === 'next' ? choices.shift() : answer);
  };

  it('leaves the step secure, and is never made unasked', async () => {
    const run = fakeRun();
    const row = await walkStep(offering, run);
    expect([row.state, row.changes.length, run.sent, run.asked]).toEqual(['secure', 1, [], []]);
  });

  it('is made if the owner chooses the step and agrees', async () => {
    const run = fakeRun({ interactive: true, ask: choosing(true) });
    await walkStep(offering, run);
    expect([run.asked, run.sent]).toEqual([['next', 'a.more'], ['a']]);
    expect(run.questions['a.more']).toMatchObject({
      kind: 'confirm',
      role: 'offer',
      message: t('Make this change?'),
      change: { offerId: 'more' },
    });
    expect(run.questions['a.more']).not.toHaveProperty('danger');
    const [change] = (await walkStep(offering, fakeRun())).changes;
    expect(run.events).toContainEqual({ type: 'doing', step: 'a', changes: [change] });
  });

  it('warns of a danger', async () => {
    const run = fakeRun({ interactive: true, ask: choosing() });
    await walkStep(planning(call('a', { offerId: 'more', danger: true })), run);
    expect(run.questions['a.more']).toMatchObject({ danger: true });
  });

  it('is all that its question is about: what has become open meanwhile is asked about as ever', async () => {
    const choices = ['a', 'finish'];
    const run = fakeRun({
      interactive: true,
      ask: (id) => {
        if (id !== 'next') return undefined;
        run.account.a = 1;
        return choices.shift();
      },
    });
    const step = fakeStep('a', {
      plan: (seen) => [call('b', seen ? {} : { offerId: 'more' })],
    });
    await walkStep(step, run);
    expect([run.asked, run.sent]).toEqual([['next', 'a.apply', 'next'], ['b']]);
  });

  it('leaves the step secure if it fails, and the row says why', async () => {
    const run = fakeRun({
      interactive: true,
      ask: choosing(true),
      send: async () => {
        throw new Blocked(t('denied'), [t('ask')]);
      },
    });
    const row = await walkStep(offering, run);
    expect([row.state, row.message && say(row.message)]).toEqual(['secure', 'denied']);
  });

  it('is refused by default', async () => {
    const run = fakeRun({ interactive: true, ask: choosing() });
    await walkStep(offering, run);
    expect([run.asked, run.sent]).toEqual([['next', 'a.more', 'next'], []]);
  });

  it('lets whoever quits instead end a finished run as such', async () => {
    const quitting = (signal?: AbortSignal) =>
      walkStep(
        offering,
        fakeRun({
          interactive: true,
          ask: () => Promise.reject(new Leave('quit')),
          ...(signal && { signal }),
        }),
      );
    expect((await quitting()).state).toBe('secure');
    await expect(quitting(AbortSignal.abort(new Leave('quit')))).rejects.toThrow('quit');
  });
});
