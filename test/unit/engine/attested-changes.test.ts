import { expect, it } from 'vitest';
import type { Change } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { statesOf, walkSteps } from '../../support/engine/walk-steps.ts';

it('an attested change makes the step attested, which is enough for those that need it', async () => {
  const change: Change = {
    kind: 'attest',
    id: 'mail',
    summary: t('do it'),
    url: 'https://console.example/mail',
    page: t('the page'),
    instructions: [],
  };
  const steps = [fakeStep('a', { plan: () => [change] }), fakeStep('b', { needs: ['a'] })];
  expect(statesOf(await walkSteps(steps, fakeRun()))).toBe('attested secure');
});
