import type { Look } from '../../src/engine/step.ts';
import { eventsIn } from '../iam/newest-events.ts';
import { enabledRegions, isDenied } from '../shared/enabled-regions.ts';
import { perRegion } from '../shared/per-region.ts';

/** 30 days, in milliseconds: a use this recent says that something still needs the key. */
export const RECENT = 30 * 24 * 60 * 60_000;

/** Pages of 50 events in each region. A run of Rootlock fills six by itself; AWS takes two calls a second. */
const PAGES = 20;

interface OtherUses {
  /** `null` if that is not known: a region cannot be read to its end, or nobody may list the regions. */
  used: boolean | null;
  /** Regions that these credentials may not read, or that are closed to this account. */
  unread: string[];
}

/**
 * Has something besides Rootlock used this access key in the last 30 days? AWS's "last used" cannot tell for the key that
 * signs the run: the run's own reads are the last use. CloudTrail shows who called, but no access to data (S3 objects).
 */
export async function otherUses(look: Look, key: string): Promise<OtherUses> {
  const enabled = await enabledRegions(look);
  const regions = new Set(['us-east-1', look.account.region, ...(enabled ?? [])]);
  // Whole minutes: looks in one survey share the calls.
  const StartTime = new Date(Math.floor((look.clock() - RECENT) / 60_000) * 60_000);
  const denied: string[] = [];
  const { found, outOfScope } = await perRegion(
    look,
    regions,
    (from, region) => eventsIn(from, region, 'AccessKeyId', key, StartTime, PAGES),
    (failure, region) => {
      if (!isDenied(failure)) throw failure;
      denied.push(region);
    },
  );
  const unread = [...outOfScope.keys(), ...denied].sort();
  if (found.some(({ events }) => events.some(isOfOthers))) return { used: true, unread };
  const isKnown = enabled && unread.length === 0 && !found.some(({ cut }) => cut);
  return { used: isKnown ? false : null, unread };
}

/** An event that cannot be read is taken for somebody else's: the key then stays for a while. */
function isOfOthers(event = ''): boolean {
  try {
    const { userAgent = '' } = JSON.parse(event) as { userAgent?: string };
    return !/(?<![\w/.-])rootlock(?![\w/.-])/.test(userAgent);
  } catch {
    return true;
  }
}
