import { describe, expect, it } from 'vitest';
import { SignedOut } from '../../../src/engine/errors.ts';
import { say, t } from '../../../src/text/text.ts';
import { fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { statesOf, walkStep, walkSteps } from '../../support/engine/walk-steps.ts';

const chain = () => [
  fakeStep('a'),
  fakeStep('b', { needs: ['a'] }),
  fakeStep('c', { needs: ['b'] }),
];

describe('a walk', () => {
  it('signs in again if the session ends, and goes on at the same step', async () => {
    let signIns = 0;
    const run = fakeRun({ signIn: async () => void signIns++ });
    const { send } = run.context;
    let ended = false;
    run.context.send = (async (request) => {
      if (run.sent.length === 1 && !ended) {
        ended = true;
        throw new SignedOut(t('ended'), []);
      }
      return send(request);
    }) as typeof send;
    expect(statesOf(await walkSteps(chain(), run))).toBe('secure secure secure');
    expect([signIns, run.sent]).toEqual([1, ['a', 'b', 'c']]);
  });

  it('blocks the step if AWS rejects the session that it has just begun', async () => {
    let signIns = 0;
    const run = fakeRun({
      signIn: async () => void signIns++,
      send: async () => {
        throw new SignedOut(t('ended'), [t('ask')]);
      },
    });
    const row = await walkStep(fakeStep('a'), run);
    expect([row.state, row.fix?.map(say), signIns]).toEqual(['blocked', ['ask'], 1]);
  });

  it('ends if the session ends and nobody can sign in again', async () => {
    const run = fakeRun({
      send: async () => {
        throw new SignedOut(t('ended'), []);
      },
    });
    await expect(walkSteps(chain(), run)).rejects.toBeInstanceOf(SignedOut);
  });
});
