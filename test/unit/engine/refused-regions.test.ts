import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Change } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import { accountIn, call, fakeRun, fakeStep } from '../../support/engine/fake-run.ts';
import { walkStep } from '../../support/engine/walk-steps.ts';

const REGIONS = ['us-east-1', 'eu-west-1', 'ap-northeast-2'];

/** Two calls in each region, the second of which needs the first. */
const changes = REGIONS.flatMap((region) =>
  ['a', 'b'].map((n) => call(`${region}-${n}`, { region, together: t('In all of them') })),
);
const nameOf = (change: Change): string =>
  change.kind === 'call' ? (change.input as { GroupName: string }).GroupName : '';

async function runRefused(name: string, error: Blocked, more: Change[] = [], isMade = false) {
  const run = fakeRun({ answers: { 'a.apply': true } });
  const { send } = run.context;
  run.context.send = async (request) => {
    const isRefused = (request.input as { GroupName: string }).GroupName === name;
    if (isRefused && isMade) run.account[name] = 1;
    if (isRefused) throw error;
    return send(request);
  };
  const step = fakeStep('a', {
    observe: async (look) => ({ ...accountIn(look) }),
    plan: (seen: Record<string, unknown>) =>
      [...more, ...changes].filter((change) => !seen[nameOf(change)]),
  });
  const { state, message } = await walkStep(step, run);
  return { state, message: message && say(message), sent: run.sent };
}

const refusal = (details: object) =>
  new Blocked(t('denied'), [], { code: 'AccessDenied', status: 403, ...details });

describe('a region that refuses a call', () => {
  it('keeps the others from nothing, gets no further call, and is named in the end', async () => {
    expect(await runRefused('us-east-1-a', refusal({ deniedBy: 'organization' }))).toEqual({
      state: 'blocked',
      message: 'us-east-1: denied',
      sent: ['eu-west-1-a', 'eu-west-1-b', 'ap-northeast-2-a', 'ap-northeast-2-b'],
    });
  });

  it('is no obstacle if somebody else has made meanwhile what it refuses', async () => {
    const { state, sent } = await runRefused('us-east-1-a', refusal({}), [], true);
    expect([state, sent.includes('us-east-1-b')]).toEqual(['secure', true]);
  });

  it.each([
    ['the network failed', refusal({ status: undefined })],
    ['AWS was asked again and again', refusal({ attempts: 3 })],
  ])('ends the step at once if %s: the others would fail as well', async (_, error) => {
    const { state, sent } = await runRefused('eu-west-1-a', error);
    expect([state, sent]).toEqual(['blocked', ['us-east-1-a', 'us-east-1-b']]);
  });

  it('ends the step at once if the call is not one of many', async () => {
    const { state, sent } = await runRefused('first', refusal({}), [call('first')]);
    expect([state, sent]).toEqual(['blocked', []]);
  });
});
