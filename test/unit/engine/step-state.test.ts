import { expect, it } from 'vitest';
import { RunState } from '../../../src/engine/run-state.ts';
import { stateOf } from '../../../src/engine/step-state.ts';
import { observeStep } from '../../../src/engine/survey.ts';
import { call, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { inOneChapter } from '../../support/engine/in-one-chapter.ts';

it('the state at the end of a chain of needs takes as many more looks as the chain is longer', async () => {
  const chain = Array.from({ length: 12 }, (_, n) =>
    fakeStep(`step-${n}`, { plan: () => [call('a')], ...(n > 0 && { needs: [`step-${n - 1}`] }) }),
  );
  let looks = 0;
  class Counted extends RunState {
    override observationOf(step: Parameters<RunState['observationOf']>[0]) {
      looks++;
      return super.observationOf(step);
    }
  }
  const run = new Counted(inOneChapter(chain), fakeRun().context);
  for (const step of chain) await observeStep(run, step);
  const looksFor = (n: number) => {
    const step = chain.at(n);
    if (!step) throw new Error(`no step ${n}`);
    looks = 0;
    expect(stateOf(run, step)).toBe('waiting');
    return looks;
  };
  const [half, whole] = [looksFor(5), looksFor(11)];
  expect(whole).toBeLessThanOrEqual(3 * half);
});
