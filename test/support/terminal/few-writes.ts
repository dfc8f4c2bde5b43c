import { steps } from '../../../steps/index.ts';

/**
 * For --only: the essential steps, which make each change once. Others do the same in each region, or make fifteen alarms: their
 * contracts end runs at the first and the last of those.
 */
export const FEW_WRITES = steps
  .filter(({ level = 'essential' }) => level === 'essential')
  .map(({ id }) => id)
  .join();
