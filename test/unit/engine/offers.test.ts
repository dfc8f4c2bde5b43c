import { describe, expect, it } from 'vitest';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, fakeRun, planning } from '../../support/engine/fake-run.ts';
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
