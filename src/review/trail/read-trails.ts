import { type TrailDescription, trailOf } from '../../../steps/trail/read-trails.ts';
import type { Trail } from '../../../steps/trail/trails.ts';
import type { Text } from '../../text/text.ts';
import { attempt, type Known, knownIn } from '../known.ts';
import type { PageLook } from '../page.ts';

/** A trail, and why some of it is not known. */
export interface SeenTrail extends Trail {
  /** Milliseconds, if it is stopped and was ever started. */
  stopped?: number;
  /** Why AWS does not show its settings: its bucket, its regions. Then what it records is not known either. */
  unknownSettings?: Text;
  /** Why AWS does not show whether it records. */
  unknownStatus?: Text;
  /** Why AWS does not show what it records. */
  unknownEvents?: Text;
}

/** What was read of the trails. */
export interface Trails {
  trails: SeenTrail[];
  /** Why one of the two lists of trails is missing. */
  missing: { region?: Text; others?: Text };
}

/** Every trail that records something here. `unknown` only if AWS lists none at all. */
export async function readSeenTrails(look: PageLook): Promise<Known<Trails>> {
  const [here, everywhere] = await Promise.all([
    attempt(look.read('cloudtrail', 'DescribeTrails', { includeShadowTrails: true })),
    // DescribeTrails omits trails of one other region.
    attempt(look.read('cloudtrail', 'ListTrails', {})),
  ]);
  if ('unknown' in here && 'unknown' in everywhere) return here;
  const described = 'is' in here ? (here.is.trailList ?? []) : [];
  const known = new Set(described.map(({ TrailARN }) => TrailARN));
  const others = ('is' in everywhere ? (everywhere.is.Trails ?? []) : []).filter(
    ({ TrailARN }) => !known.has(TrailARN),
  );
  return {
    is: {
      trails: await Promise.all([...described, ...others].map((one) => readTrail(look, one))),
      missing: {
        ...('unknown' in here && { region: here.unknown }),
        ...('unknown' in everywhere && { others: everywhere.unknown }),
      },
    },
  };
}

async function readTrail(look: PageLook, listed: TrailDescription): Promise<SeenTrail> {
  const { TrailARN = '', HomeRegion: home = look.account.region } = listed;
  const [described, status, selectors] = await Promise.all([
    listed.S3BucketName ? undefined : attempt(describe(look, TrailARN, home)),
    attempt(look.read('cloudtrail', 'GetTrailStatus', { Name: TrailARN }, home)),
    attempt(look.read('cloudtrail', 'GetEventSelectors', { TrailName: TrailARN }, home)),
  ]);
  const unknownSettings = described && 'unknown' in described ? described.unknown : undefined;
  const whole = described && 'is' in described ? (described.is ?? listed) : listed;
  const read = knownIn(status);
  const stopped = read?.IsLogging ? undefined : read?.StopLoggingTime?.getTime();
  return {
    ...trailOf(look, whole, read, 'is' in selectors && !unknownSettings ? selectors.is : undefined),
    ...(unknownSettings && { unknownSettings }),
    ...(stopped !== undefined && { stopped }),
    ...('unknown' in status && { unknownStatus: status.unknown }),
    ...('unknown' in selectors && { unknownEvents: selectors.unknown }),
  };
}

async function describe(look: PageLook, arn: string, home: string) {
  const input = { trailNameList: [arn], includeShadowTrails: false };
  return (await look.read('cloudtrail', 'DescribeTrails', input, home)).trailList?.[0];
}
