import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { RunState } from '../../../src/engine/run-state.ts';
import type { AttestedChange } from '../../../src/engine/step.ts';
import { observeStep } from '../../../src/engine/survey.ts';
import { t } from '../../../src/text/text.ts';
import { fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { inOneChapter } from '../../support/engine/in-one-chapter.ts';

describe('an observation', () => {
  const step = fakeStep('a', {
    observe: async (look) => look.known('b.name'),
    status: () => t('…'),
    plan: () => [],
  });
  const observed = async () => {
    const run = new RunState(inOneChapter([step]), fakeRun().context);
    await observeStep(run, step);
    return run;
  };

  it('is stale once an answer that it depends on is given, and not by other answers', async () => {
    const run = await observed();
    run.answer('b.other', 'x');
    expect(run.isFresh(step)).toBe(true);
    run.answer('b.name', 'x');
    expect(run.isFresh(step)).toBe(false);
  });

  it('is stale if the account may have changed while it was made', async () => {
    const run = new RunState(inOneChapter([step]), fakeRun().context);
    const observing = observeStep(run, step);
    run.invalidate();
    await observing;
    expect(run.isFresh(step)).toBe(false);
  });

  it('keeps its evidence if the step is blocked afterwards, and is made again', async () => {
    const run = await observed();
    run.answer('b.name', 'x');
    await observeStep(run, step);
    run.block(step, new Blocked(t('denied')));
    expect(run.observationOf(step)).toMatchObject({ seen: 'x', changes: [] });
    expect(run.isFresh(step)).toBe(false);
  });

  it('is stale for all steps if one of them depends on the answer', async () => {
    const other = fakeStep('c');
    const run = new RunState(inOneChapter([step, other]), fakeRun().context);
    for (const one of [step, other]) await observeStep(run, one);
    run.answer('b.name', 'x');
    expect(run.isFresh(other)).toBe(false);
  });

  it('is stale too if the answer is kept in no file', async () => {
    const { context } = fakeRun();
    const run = new RunState(inOneChapter([step]), context);
    await observeStep(run, step);
    run.answer('b.name', 'kim@example.com', false);
    expect(run.isFresh(step)).toBe(false);
    expect(run.knownAnswer('b.name')).toBe('kim@example.com');
    expect(context.answerStore.get('b.name')).toBeUndefined();
  });

  it('is missing with an error for a step that was never observed', () => {
    const run = new RunState(inOneChapter([step]), fakeRun().context);
    expect(() => run.observationOf(step)).toThrow('a was never observed');
  });
});

it('the owner’s word that opens a gate holds for this run alone', () => {
  const [step, word] = [fakeStep('a'), { kind: 'attest', once: true, id: 'mailbox' }];
  const { context } = fakeRun();
  const run = new RunState(inOneChapter([step]), context);
  run.attest(step, word as AttestedChange);
  expect(run.attestedAt(step, word as AttestedChange)).toMatch(/^\d{4}-/);
  const later = new RunState(inOneChapter([step]), context);
  expect(later.attestedAt(step, word as AttestedChange)).toBeUndefined();
  run.attest(step, { ...word, once: undefined } as unknown as AttestedChange);
  expect(later.attestedAt(step, { kind: 'attest', id: 'mailbox' } as AttestedChange)).toBeDefined();
});
