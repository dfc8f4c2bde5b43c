import { freshAccount } from '../../../src/practice/fresh-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { withSeed } from './seeded-random.ts';

/** Root's key and session are two days old by then. */
export const NOW = new Date('2026-11-22T12:00:10Z');

/**
 * The regions that are on: home; one where sign-ins are recorded too; and one that only a look at all regions reaches.
 * More would take longer, and show nothing else.
 */
export const REGIONS = ['us-east-1', 'us-east-2', 'eu-west-1'];

/**
 * A brand-new account, with the same ids each time: what one test has asked it, need not be sent for the next. Its clock
 * stands still, so delayed evidence would never show.
 */
export const newAccount = (now = NOW): PracticeState =>
  withSeed('a new account', () => ({
    ...freshAccount(now),
    evidenceDelay: 0,
    regions: [...REGIONS],
  }));
