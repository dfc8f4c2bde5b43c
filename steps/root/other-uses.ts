import type { Look } from '../../src/engine/step.ts';
import { eventsIn } from '../iam/newest-events.ts';
import { enabledRegions, unlessDenied } from '../shared/enabled-regions.ts';

/** 30 days, in milliseconds: a use this recent says that something still needs the key. */
export const RECENT = 30 * 24 * 60 * 60_000;

/** Pages of 50 events in each region. A run of Rootlock fills six by itself; AWS takes two calls a second. */
const PAGES = 20;

/**
 * Has something besides Rootlock used this access key in the last 30 days? AWS's "last used" cannot tell for the key that
 * signs the run: the run's own reads are the last use. CloudTrail shows who called, but no access to data (S3 objects).
 *
 * @returns `null` if a region may not be read, or has more events than were looked through, or if it is not known which
 *   regions there are
 */
export async function isUsedByOthers(look: Look, key: string): Promise<boolean | null> {
  const enabled = await enabledRegions(look);
  const regions = new Set(['us-east-1', look.account.region, ...(enabled ?? [])]);
  // Whole minutes: looks in one survey share the calls.
  const StartTime = new Date(Math.floor((look.clock() - RECENT) / 60_000) * 60_000);
  const pages = await Promise.all(
    [...regions].map((region) =>
      unlessDenied(eventsIn(look, region, 'AccessKeyId', key, StartTime, PAGES)),
    ),
  );
  if (pages.some((page) => page?.events.some(isOfOthers))) return true;
  return !enabled || pages.some((page) => !page || page.cut) ? null : false;
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
