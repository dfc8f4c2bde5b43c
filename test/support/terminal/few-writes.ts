import { steps } from '../../../steps/index.ts';

/** They make a rule for each region and fifteen alarms by one operation. Their contracts end runs at the first and the last. */
const MANY_WRITES = ['sign-in-alerts', 'trail-alerts', 'cis-alarms'];

/** For --only: the steps that make each change once. */
export const FEW_WRITES = steps
  .map(({ id }) => id)
  .filter((id) => !MANY_WRITES.includes(id))
  .join();
