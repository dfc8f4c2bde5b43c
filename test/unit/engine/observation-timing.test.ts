import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { accountIn, call, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

/** A step that notes in `log` when it is observed. */
const noting = (id: string, log: string[], more: Parameters<typeof fakeStep>[1] = {}): Step => {
  const step = fakeStep(id, more);
  return {
    ...step,
    observe(look) {
      log.push(id);
      return step.observe(look);
    },
  };
};

/** A run that notes in `log` what is asked. */
const notingRun = (log: string[], interactive: boolean) =>
  fakeRun({ interactive, ask: (id) => void log.push(id) });

describe('a step is observed', () => {
  it('before its confirmation, after it, and after the changes, if a person answers', async () => {
    const log: string[] = [];
    await walkStep(noting('a', log), notingRun(log, true));
    expect(log).toEqual(['a', 'next', 'a', 'a.apply', 'a', 'a']);
  });

  it('not again after its confirmation, if answers take no time', async () => {
    const log: string[] = [];
    await walkSteps([noting('a', log), noting('b', log)], notingRun(log, false));
    expect(log).toEqual(['a', 'b', 'a', 'a.apply', 'a', 'b', 'b.apply', 'b']);
  });

  it('together with the other steps that a change may affect, and only once', async () => {
    const log: string[] = [];
    const steps = [noting('a', log), noting('b', log, { needs: ['a'] }), noting('c', log)];
    await walkSteps(steps, notingRun(log, true));
    expect(log).toEqual([
      ...['a', 'b', 'c', 'next', 'a', 'a.apply', 'a', 'a'],
      ...['b', 'b.apply', 'b', 'b'],
      ...['c', 'c.apply', 'c', 'c'],
    ]);
  });

  it('again once the owner has chosen it: if somebody else has secured it meanwhile, nothing is sent', async () => {
    const run = fakeRun({
      interactive: true,
      ask(id) {
        if (id !== 'next') return undefined;
        run.account.b = 1;
        return 'b';
      },
    });
    const row = await walkStep(fakeStep('b'), run);
    expect([row.state, run.asked, run.sent]).toEqual(['secure', ['next'], []]);
  });

  it('again after its confirmation: if the plan has become dangerous meanwhile, it is confirmed again', async () => {
    const plans = [[call('a')], [call('a', { danger: true })]];
    const step = fakeStep('a', { plan: (seen) => (seen > 1 ? [] : (plans[seen] ?? [])) });
    const run = fakeRun({
      interactive: true,
      ask: (id) => {
        if (id !== 'a.apply') return undefined;
        run.account.a ??= 1;
        return true;
      },
    });
    await walkStep(step, run);
    expect(run.asked).toEqual(['next', 'a.apply', 'a.apply']);
    expect(run.sent).toEqual(['a']);
  });

  it('again after a step that uses it, but nothing is observed after the last step of a chain', async () => {
    const log: string[] = [];
    const used = (id: string, by: string, needs: string[]): Step =>
      fakeStep(id, {
        needs,
        observe: async (look) => {
          log.push(id);
          const groups = accountIn(look);
          return { made: groups[id] ?? 0, used: groups[by] ?? 0 };
        },
        status: (seen) => (seen.used ? t('used') : t('never used')),
        plan: (seen) => (seen.made ? [] : [call(id)]),
      });
    const steps = [used('a', 'b', []), used('b', 'c', ['a']), used('c', '', ['b'])];
    const run = fakeRun({
      send: async ({ input }) => {
        const { GroupName: id } = input as { GroupName: string };
        run.account[id] = 1;
        log.push(`made ${id}`);
        return {} as never;
      },
    });
    const rows = await walkSteps(steps, run);
    expect(rows.map(({ status }) => say(status))).toEqual(['used', 'never used', 'never used']);
    expect(log.slice(log.indexOf('made c'))).toEqual(['made c', 'c']);
  });
});
