import { EVENT_HISTORY_MS } from '../../../steps/shared/days.ts';
import { perRegion } from '../../../steps/shared/per-region.ts';
import { bestTrail } from '../../../steps/trail/trails.ts';
import { Blocked } from '../../engine/errors.ts';
import { type Text, t } from '../../text/text.ts';
import { attempt, type Known } from '../known.ts';
import type { PageLook, Unseen } from '../page.ts';
import { type Attribute, lookUp, type Reach } from './history.ts';
import { type LogPlace, placeOf, type Span } from './log-files.ts';
import { type BucketRead, readBucket } from './read-bucket.ts';
import type { SeenTrail, Trails } from './read-trails.ts';

/** Where IAM, root and most sign-ins are recorded. */
const GLOBAL_REGION = 'us-east-1';
/** With an alias, sign-ins are recorded near the browser. CloudTrail User Guide, "AWS Management Console sign-in events". */
const SIGN_IN_REGIONS = [GLOBAL_REGION, 'us-east-2', 'eu-north-1', 'ap-southeast-2'];

/** The regions to look at: the wanted ones, those of the trails, and those of what no region is about. */
export function regionsOf(
  { regions, account }: PageLook,
  trails: Known<Trails>,
  isAboutSignIns: boolean,
): string[] {
  const homes = 'is' in trails ? trails.is.trails.map(({ home }) => home) : [];
  const global =
    account.partition !== 'aws' ? [] : isAboutSignIns ? SIGN_IN_REGIONS : [GLOBAL_REGION];
  return [...new Set([...regions, ...homes, ...global])];
}

/** The bucket whose files are read: that of the trail which is in order, or of the one that is nearest to it. */
export async function logPlace(
  look: PageLook,
  trails: Known<Trails>,
): Promise<LogPlace | undefined> {
  if ('unknown' in trails) return undefined;
  const all = trails.is.trails;
  const trail = bestTrail(all, look.account) ?? all.find(({ bucket }) => bucket !== '');
  if (!trail?.bucket) return undefined;
  return placeOf(look, trail as SeenTrail, await organizationOf(look, trail.organization));
}

/** An organization's trail has a folder for the organization. */
async function organizationOf(look: PageLook, isItsTrail: boolean): Promise<string | undefined> {
  if (!isItsTrail) return undefined;
  const found = await attempt(look.read('organizations', 'DescribeOrganization', {}));
  return 'is' in found ? found.is.Organization?.Id : undefined;
}

/** How far each source was read. Absent: it was not asked. */
export interface Sources {
  bucket?: Known<BucketRead>;
  history?: Known<Reach>;
  unseen: Unseen[];
}

interface Wanted {
  regions: string[];
  span: Span;
  /** Absent: the history is looked through, the newest first. */
  lookups: Attribute[] | undefined;
  /** Pages of each lookup in each region. */
  pages: number;
  take(record: unknown): void;
  onMore(): void;
}

/** Reads the bucket and the event history side by side. */
export async function readEvents(
  look: PageLook,
  place: LogPlace | undefined,
  wanted: Wanted,
): Promise<Sources> {
  const unseen: Unseen[] = [];
  const [bucket, history] = await Promise.all([
    place && attempt(readBucket(look, place, wanted.regions, { ...wanted, onFile: wanted.onMore })),
    readHistory(look, wanted, unseen),
  ]);
  return { ...(bucket && { bucket }), ...(history && { history }), unseen };
}

/** `undefined` if what is asked for is older than the history. */
export async function readHistory(
  look: PageLook,
  { regions, span, lookups, pages, take, onMore }: Wanted,
  unseen: Unseen[],
): Promise<Known<Reach> | undefined> {
  const since = Math.max(span.since, look.clock() - EVENT_HISTORY_MS);
  if (since >= span.until) return undefined;
  // Whole minutes, so that looks share the calls.
  const within = { since: Math.ceil(since / 60_000) * 60_000, until: span.until };
  const failures: Text[] = [];
  const { found, outOfScope } = await perRegion(
    look,
    regions,
    async (from, region) => {
      const reaches: Reach[] = [];
      for (const attribute of lookups ?? [undefined]) {
        reaches.push(await lookUp(from, region, attribute, { span: within, pages, take }));
        onMore();
      }
      return reaches;
    },
    (failure, region) => {
      if (!(failure instanceof Blocked)) throw failure;
      failures.push(failure.text);
      unseen.push({ what: historyIn(region), why: failure.text });
    },
  );
  for (const [region, { text }] of outOfScope) unseen.push({ what: historyIn(region), why: text });
  const reaches = found.flat();
  const [first] = [...failures, ...[...outOfScope.values()].map(({ text }) => text)];
  if (reaches.length === 0 && first) return { unknown: first };
  return {
    is: {
      back: Math.max(within.since, ...reaches.map(({ back }) => back)),
      cut: reaches.some(({ cut }) => cut),
    },
  };
}

const historyIn = (region: string): Text => t('event history in {region}', { region });
