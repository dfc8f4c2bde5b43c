import { everyRegion } from '../../steps/shared/enabled-regions.ts';
import { perRegion } from '../../steps/shared/per-region.ts';
import type { Look } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { Inventory } from './inventory.ts';

/** Reads a kind of thing in every region that is on. What cannot be read is noted with its region, and the rest goes on. */
export async function inEveryRegion(
  look: Look,
  into: Inventory,
  what: Text,
  find: (region: string, into: Inventory) => Promise<void>,
): Promise<void> {
  const { found } = await perRegion(await regionsOf(look, into), async (region) => {
    const here = new Inventory();
    await here.attempt(t('{what} in {region}', { what, region }), () => find(region, here));
    return here;
  });
  into.take(found);
}

/** The home region alone, if nobody says which ones are on. */
async function regionsOf(look: Look, into: Inventory): Promise<string[]> {
  let regions = [look.account.region];
  await into.attempt(t('which regions are on'), async () => {
    regions = await everyRegion(look);
  });
  return regions;
}
