import { writeFileSync } from 'node:fs';
import { freshAccount } from '../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../src/practice/practice-account.ts';
import type { PracticeState } from '../src/practice/state/account-state.ts';
import { REGIONS_BY_DEFAULT } from '../src/practice/state/regions.ts';
import { steps } from '../steps/index.ts';
import { giveOwner } from '../test/support/accounts/owner-account.ts';
import { giveTrail } from '../test/support/accounts/trails.ts';
import { iamOf } from '../test/support/clients.ts';
import { longestChain } from './chains.ts';
import { type MeasuredRun, measured } from './network.ts';

const ANSWERS = { 'admin-user.owner': 'jun' };

/** As `perRegion` reads them. */
const AT_ONCE = 6;
/** Regions that a search for sign-ins reads first: it reads the others if these show none. */
const USUAL = 4;
/** Milliseconds between two of the calls that AWS limits to two a second, as `src/aws/rate-limit.ts` keeps them. */
const PAUSE = 550;

/** Every region has to be read: each has a trail of its own, and none has a sign-in of the owner. */
async function accountOfAllRegions(): Promise<PracticeState> {
  const state = freshAccount();
  await giveOwner(iamOf(createPracticeAccount(state)), state, 'jun');
  for (const region of REGIONS_BY_DEFAULT) {
    giveTrail(state, {
      name: `trail-${region}`,
      region,
      everywhere: false,
      bucket: `logs-${region}`,
    });
  }
  return state;
}

/** A survey, and the milliseconds that it has to wait. */
export interface SurveyOfRegions extends MeasuredRun {
  bound: number;
}

/** Measures `rootlock status` in such an account. */
export async function surveyOfRegions(latency: number): Promise<SurveyOfRegions> {
  const state = await accountOfAllRegions();
  const run = await measured(
    latency,
    (file) => {
      writeFileSync(file, JSON.stringify({ account: state.id, answers: ANSWERS }));
      return ['status', '--json', '--answers', file];
    },
    state,
  );
  const wanted = REGIONS_BY_DEFAULT.flatMap((region) => [
    `GetTrailStatus ${region}`,
    `LookupEvents ${region}`,
  ]);
  const unread = wanted.filter((one) => !run.sent.has(one));
  if (unread.length > 0) throw new Error(`not read: ${unread}`);
  return { ...run, bound: await boundOf(state, latency) };
}

/**
 * Who is signed in, and what comes before the first look at the sign-ins; then two looks in each region, six regions at a
 * time: first in the usual ones, and then in the others.
 */
async function boundOf(state: PracticeState, latency: number): Promise<number> {
  const before = await longestChain(state, steps, { answers: ANSWERS, before: 'LookupEvents' });
  const rounds = (regions: number) => Math.ceil(regions / AT_ONCE);
  const inRegion = 2 * latency + PAUSE;
  const others = REGIONS_BY_DEFAULT.length - USUAL;
  return (1 + before) * latency + (rounds(USUAL) + rounds(others)) * inRegion;
}
