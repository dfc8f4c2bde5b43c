import { everyRegion } from '../../steps/shared/enabled-regions.ts';
import type { PageLook } from './page.ts';

/**
 * All regions that are on, the home region first.
 *
 * @throws Blocked if nobody may say which regions are on
 */
export async function allRegions(look: Pick<PageLook, 'read' | 'account'>): Promise<string[]> {
  const home = look.account.region;
  return [home, ...(await everyRegion(look)).filter((region) => region !== home)];
}
