import { describe, expect, it } from 'vitest';
import { Leave } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Change, Question } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { call, fakeRun, planning } from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

describe('an enrolment', () => {
  const codes: Question<'codes'> = {
    kind: 'codes',
    message: t('codes'),
    label: 'AWS:a',
    seed: new Secret('ABCD'),
    clock: Date.now,
  };
  const enrolling = planning({
    kind: 'exchange',
    summary: t('enrol'),
    calls: [call('a') as never],
    run: async (send, ask) => {
      await ask('codes', codes);
      await send(call('a') as never);
    },
  } as Change);
  /** Presses back at the codes once, answers whether to leave, and then gives codes. */
  const leaving = (whether: unknown) => {
    const script: Record<string, unknown[]> = {
      next: ['a', 'finish'],
      'a.codes': [new Leave('back'), ['123456', '654321']],
      'a.leave': [whether],
    };
    return fakeRun({ interactive: true, ask: (id) => script[id]?.shift() });
  };

  it.each([false, new Leave('back')])(
    'is not left by one key: %s shows its codes again',
    async (no) => {
      const run = leaving(no);
      expect((await walkStep(enrolling, run)).state).toBe('secure');
      expect(run.asked).toEqual(['next', 'a.apply', 'a.codes', 'a.leave', 'a.codes']);
      expect(run.questions['a.leave']).toMatchObject({
        kind: 'confirm',
        role: 'leave',
        initial: false,
      });
      expect(run.questions['a.codes']).toMatchObject({ change: { kind: 'exchange' } });
    },
  );

  it('is left if the owner says so', async () => {
    const run = leaving(true);
    expect((await walkStep(enrolling, run)).state).toBe('pending');
    expect([run.asked.at(-1), run.sent]).toEqual(['next', []]);
  });

  it('is left without a question if nobody is there, if a signal ends the run, or if it fails', async () => {
    const stopped = AbortSignal.abort(new Leave('quit'));
    for (const [error, more] of [
      [new Leave('skip'), { interactive: false }],
      [new Leave('quit'), { interactive: true, signal: stopped }],
      [new TypeError('oops'), { interactive: true }],
    ] as const) {
      const choices = ['a', 'finish'];
      const run = fakeRun({
        ...more,
        ask: (id) => (id === 'next' ? choices.shift() : undefined),
        answers: { 'a.codes': error },
      });
      await walkStep(enrolling, run).catch(() => undefined);
      expect(run.asked).not.toContain('a.leave');
    }
  });

  it('is left if the owner quits twice', async () => {
    await expect(walkStep(enrolling, leaving(new Leave('quit')))).rejects.toThrow('quit');
  });
});
