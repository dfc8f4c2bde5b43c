import { REGIONS_BY_DEFAULT } from '../../../src/practice/state/regions.ts';
import type { Emulator } from './server.ts';

/** Switches off all regions but these: what holds for three of them holds for all, and each costs a run some forty calls. */
export async function fewRegions(emulator: Emulator, on: readonly string[]): Promise<void> {
  for (const region of REGIONS_BY_DEFAULT)
    if (!on.includes(region)) await emulator.region(region, 'DISABLED');
}
