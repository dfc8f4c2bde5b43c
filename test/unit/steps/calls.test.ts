import { beforeAll, describe, expect, it } from 'vitest';
import type { Step } from '../../../src/engine/step.ts';
import { REGIONS_BY_DEFAULT } from '../../../src/practice/state/regions.ts';
import adminSignIn from '../../../steps/admin-sign-in.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { steps } from '../../../steps/index.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { AS_JUN, provenAccount } from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveTrail } from '../../support/accounts/trails.ts';
import { rounds } from '../../support/aws/rounds.ts';

/** What a run sends, and how often it waits for the network. */
async function traffic(...[state, chosen, options]: Parameters<typeof runSteps>) {
  const waits = rounds();
  const { requests: sent, writes } = await runSteps(state, chosen, {
    // Each run of a step forgets what the owner answered before.
    answers: { 'admin-user.owner': 'admin' },
    ...options,
    beforeCall: waits.hold,
  });
  const requests = sent.map((one) => JSON.stringify(one));
  return { requests, writes, reads: requests.length - writes.length, rounds: waits.count() };
}

const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0);

// A run's time is the time that it waits for the network. Each step declares its own share in the contract of its test.
// Here all steps together are held to what they take one by one, so that a new step needs no number in this file.
describe('all steps, on a fresh account', () => {
  let observed: Awaited<ReturnType<typeof traffic>>[];
  let secured: Awaited<ReturnType<typeof traffic>>[];
  beforeAll(async () => {
    // The first call of a service loads its client. The time that takes would count as a round.
    await runSteps(newAccount(), steps, { observeOnly: true });
    const state = newAccount();
    [observed, secured] = [[], []];
    for (const step of steps) {
      observed.push(await traffic(newAccount(), [step], { observeOnly: true }));
      secured.push(await traffic(state, [step]));
    }
  });

  it('are surveyed side by side, and no equal read is sent twice', async () => {
    const survey = await traffic(newAccount(), steps, { observeOnly: true });
    expect(survey.writes).toEqual([]);
    expect(survey.requests).toEqual([...new Set(survey.requests)]);
    expect(new Set(survey.requests)).toEqual(new Set(observed.flatMap(({ requests }) => requests)));
    expect(survey.rounds).toBeLessThanOrEqual(Math.max(...observed.map((one) => one.rounds)));
  });

  it('are secured by the same writes as one by one, and with no more waiting', async () => {
    const run = await traffic(newAccount(), steps);
    expect(run.writes).toEqual(secured.flatMap(({ writes }) => writes));
    expect(run.rounds).toBeLessThanOrEqual(sum(secured.map((one) => one.rounds)));
    // A step that is walked late is observed once more than alone: by the survey, and again when its turn comes.
    const reads = [...secured, ...observed].map((one) => one.reads);
    expect(run.reads).toBeLessThanOrEqual(sum(reads));
  });
});

/** As `perRegion` reads them. */
const AT_ONCE = 6;

// The bench measures the same with a clock: bench/regions.ts.
describe('a look at seventeen regions', () => {
  /** Each of these regions has a trail of its own. The owner has signed in nowhere. */
  const accountOf = (regions: string[]) =>
    provenAccount((state) => {
      Object.assign(state, { regions, events: [] });
      for (const region of regions)
        giveTrail(state, { name: `trail-${region}`, region, everywhere: false, bucket: region });
    });
  const lookAt = async (step: Step, regions: string[]) => {
    const options = { answers: AS_JUN, observeOnly: true };
    const state = await accountOf(regions);
    // A call that is sent for the first time takes longer, and that would count as rounds.
    await runSteps(structuredClone(state), [step], options);
    return traffic(state, [step], options);
  };

  it.each([
    // Home comes alone, beside the others.
    ['trails', cloudtrail, 2, (total: number) => total - 1],
    // The four regions where sign-ins are usual come first. Two calls of LookupEvents in one region follow one another.
    ['sign-ins', adminSignIn, 2, (total: number) => total - 4],
  ])('for %s waits no more often than six regions at a time must', async (_, step, chain, rest) => {
    const one = await lookAt(step, ['us-east-1']);
    const all = await lookAt(step, REGIONS_BY_DEFAULT);
    const rounds = Math.ceil(rest(REGIONS_BY_DEFAULT.length) / AT_ONCE) * chain;
    expect(all.reads).toBeGreaterThan(one.reads + REGIONS_BY_DEFAULT.length);
    expect(all.rounds).toBeLessThanOrEqual(one.rounds + rounds);
    expect(all.rounds).toBeGreaterThan(one.rounds);
  });
});
