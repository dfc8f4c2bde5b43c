import { everyRegion } from '../../steps/shared/enabled-regions.ts';
import { perRegion } from '../../steps/shared/per-region.ts';
import type { Look } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { Inventory } from './inventory.ts';

/**
 * Reads a kind of thing in every region that is on. What cannot be read is noted with its region, and the rest goes on.
 *
 * @param find has to read with the look that it gets
 */
export async function inEveryRegion(
  look: Look,
  into: Inventory,
  what: Text,
  find: (look: Look, region: string, into: Inventory) => Promise<void>,
): Promise<void> {
  const named = (region: string) => t('{what} in {region}', { what, region });
  const { found, outOfScope } = await perRegion(
    look,
    await regionsOf(look, into),
    async (from, region) => {
      const here = new Inventory();
      await here.attempt(named(region), () => find(from, region, here));
      return here;
    },
  );
  into.take(found);
  for (const region of outOfScope.keys()) into.leave(named(region), CLOSED);
}

const CLOSED = t('this account cannot use that region');

/** The home region alone, if nobody says which ones are on. */
async function regionsOf(look: Look, into: Inventory): Promise<string[]> {
  let regions = [look.account.region];
  await into.attempt(t('which regions are on'), async () => {
    regions = await everyRegion(look);
  });
  return regions;
}
