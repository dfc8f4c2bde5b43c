import { describe, expect, it } from 'vitest';
import { Leave } from '../../../src/engine/errors.ts';
import type { Level } from '../../../src/engine/host.ts';
import type { Change, Question, Step } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { call, fakeRun, fakeStep, text } from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

const summaries = (changes: Change[] = []) => changes.map(({ summary }) => say(summary));

/** Answers with `value`, and agrees to the plan that `shown` makes of the one that the engine previews. */
const agreeing =
  (value: string, shown = (changes: Change[]) => changes) =>
  (id: string, question: Question): string | undefined => {
    if (!id.endsWith('.name')) return undefined;
    const { preview } = question as Question<'text'>;
    preview?.agree?.(shown(preview.changesFor(value)));
    return value;
  };

const named = (more: object = {}) =>
  fakeStep('a', {
    questions: () => ({ name: text('name') }),
    plan: (seen, { name = 'none' }) =>
      seen ? [] : [call('a', { summary: t('make {name}', { name: String(name) }), ...more })],
  });

describe('an answer', () => {
  it('confirms the plan that was on the screen with it', async () => {
    const run = fakeRun({ interactive: true, ask: agreeing('kim') });
    expect((await walkStep(named(), run)).state).toBe('secure');
    expect(run.asked).toEqual(['next', 'a.name']);
    expect(run.sent).toEqual(['a']);
  });

  it('confirms nothing if the host has not shown the plan', async () => {
    const run = fakeRun({ interactive: true, answers: { 'a.name': 'kim' } });
    await walkStep(named(), run);
    expect(run.asked).toEqual(['next', 'a.name', 'a.apply']);
  });

  it('confirms no plan but the one that was shown', async () => {
    const other = (changes: Change[]) => changes.map((one) => ({ ...one, summary: t('another') }));
    const run = fakeRun({ interactive: true, ask: agreeing('kim', other) });
    await walkStep(named(), run);
    expect(run.asked).toEqual(['next', 'a.name', 'a.apply']);
  });

  it('does not confirm what a fresh look plans otherwise', async () => {
    let looks = 0;
    const step = fakeStep('a', {
      observe: async () => ++looks,
      questions: () => ({ name: text('name') }),
      plan: (seen) =>
        run.sent.length > 0 ? [] : [call('a', { summary: t('look {n}', { n: Number(seen) }) })],
    });
    const run = fakeRun({ interactive: true, ask: agreeing('kim') });
    await walkStep(step, run);
    expect(run.asked).toEqual(['next', 'a.name', 'a.apply']);
  });

  it('never confirms danger, or what cannot be undone', async () => {
    for (const more of [{ danger: true }, { confirmPhrase: 'WXYZ' }]) {
      const run = fakeRun({
        interactive: true,
        ask: agreeing('kim'),
        answers: { 'a.apply': true, 'a.typed': 'WXYZ' },
      });
      await walkStep(named(more), run);
      expect(run.asked).toContain('danger' in more ? 'a.apply' : 'a.typed');
    }
  });

  it('buys nothing: the price of an optional step is a question of its own, and Enter is no answer to it', async () => {
    const cost = t('$2 a month');
    const step = (level: Level): Step => ({ ...named(), level, cost });
    const run = fakeRun({ interactive: true, ask: agreeing('kim'), answers: { 'a.apply': true } });
    await walkStep(step('optional'), run);
    expect(run.asked).toEqual(['next', 'a.name', 'a.apply']);
    expect(run.questions['a.apply']).toMatchObject({ initial: false, danger: true });
    expect(say(run.questions['a.apply']?.message ?? t(''))).toContain('$2 a month');
    for (const level of ['essential', 'recommended'] as const) {
      const without = fakeRun({ interactive: true, ask: agreeing('kim') });
      await walkStep(step(level), without);
      expect(without.asked).toEqual(['next', 'a.name']);
    }
  });

  it('that is no to a price leaves the step out, rather than to ask what came before it', async () => {
    const step = { ...named(), level: 'optional' as const, cost: t('$2 a month') };
    const run = fakeRun({
      interactive: true,
      answers: { 'a.name': 'kim', 'a.apply': false },
      ask: () => (run.asked.length > 3 ? new Leave('quit') : undefined),
    });
    await walkStep(step, run);
    expect(run.asked).toEqual(['next', 'a.name', 'a.apply', 'next']);
    expect(run.sent).toEqual([]);
  });

  it('does not make an account trusted that was never changed from here', async () => {
    const run = fakeRun({
      interactive: true,
      trusted: false,
      answers: { account: true },
      ask: agreeing('kim'),
    });
    await walkStep(named(), run);
    expect(run.asked).toEqual(['next', 'a.name', 'account']);
  });

  it('can be agreed with only once no other question is open', async () => {
    const step = fakeStep('a', {
      questions: () => ({ first: text('first'), name: text('name') }),
      plan: (seen, { first = 'none', name = 'none' }) =>
        seen ? [] : [call('a', { summary: t('{first} and {name}', { first, name } as never) })],
    });
    let planned: string[] = [];
    const run = fakeRun({
      interactive: true,
      ask(id, question) {
        const { preview } = question as Question<'text'>;
        if (id !== 'a.first') return agreeing('kim')(id, question);
        expect(preview).not.toHaveProperty('agree');
        planned = summaries(preview?.changesFor('y'));
        return 'x';
      },
    });
    await walkStep(step, run);
    // What is not answered yet stands in the plan as a placeholder.
    expect(planned).toEqual(['y and (your answer)']);
    expect(run.asked).toEqual(['next', 'a.first', 'a.name']);
  });
});

describe('a preview', () => {
  it('leaves out what is only offered or behind a gate, and records nothing', async () => {
    const step = fakeStep('a', {
      questions: () => ({ name: text('name') }),
      plan: (seen, { name = 'none' }) =>
        seen
          ? []
          : [
              call('a', { summary: t('make {name}', { name: String(name) }) }),
              call('b', { offerId: 'b' }),
              call('c', { gated: true }),
            ],
    });
    const run = fakeRun({
      interactive: true,
      ask: (id, question) => {
        if (id !== 'a.name') return undefined;
        const { preview } = question as Question<'text'>;
        expect(summaries(preview?.changesFor('typed'))).toEqual(['make typed']);
        return 'kim';
      },
    });
    await walkStep(step, run);
    const doing = run.events.find((event) => event.type === 'doing');
    expect(doing?.type === 'doing' && summaries(doing.changes)).toEqual(['make kim']);
  });
});
