import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { call, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { statesOf, walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

describe('a change behind a gate', () => {
  /** The gate opens once the first call was made; only then the second is planned without it. */
  const gatedStep = fakeStep('a', {
    plan: (seen) => {
      if (seen === 0) return [call('a'), call('b', { gated: true })];
      return [call('b', { gated: true })];
    },
  });

  it('is shown, and neither confirmed nor sent', async () => {
    const run = fakeRun();
    const row = await walkStep(gatedStep, run);
    expect(run.sent).toEqual(['a']);
    expect(run.asked).toEqual(['a.apply']);
    expect(row.changes).toMatchObject([{ input: { GroupName: 'b' }, gated: true }]);
  });

  it('leaves its step waiting although the owner has given their word on the rest', async () => {
    const word = { kind: 'attest', id: 'x', summary: t('check it'), instructions: [] };
    const step = fakeStep('a', {
      plan: () => [word as unknown as Change, call('b', { gated: true })],
    });
    const rows = await walkSteps([step, fakeStep('c', { needs: ['a'] })], fakeRun());
    expect(statesOf(rows)).toBe('waiting waiting');
  });

  it('leaves its step waiting, not secure or attested, if the gate itself asks for nothing', async () => {
    const shut = fakeStep('a', { plan: () => [call('b', { gated: true })] });
    const row = await walkStep(shut, fakeRun());
    expect(row.state).toBe('waiting');
  });
});

it('a change whose gate shuts after the owner has confirmed it is not sent', async () => {
  let shut = false;
  const step = fakeStep('a', {
    plan: (seen) => (seen ? [] : [call('a', { danger: true, ...(shut && { gated: true }) })]),
  });
  const run = fakeRun({
    ask: (id) => {
      if (id === 'a.apply') shut = true;
      return undefined;
    },
  });
  await walkStep(step, run);
  expect(run.sent).toEqual([]);
});
