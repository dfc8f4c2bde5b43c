import { type TrailDescription, trailOf } from '../../../steps/trail/read-trails.ts';
import type { Trail } from '../../../steps/trail/trails.ts';
import type { Text } from '../../text/text.ts';
import type { PageLook } from '../page.ts';
import { type Attempt, attempt } from '../rights/attempt.ts';

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
export async function readSeenTrails(look: PageLook): Promise<Attempt<Trails>> {
  const [here, everywhere] = await Promise.all([
    attempt(look.read('cloudtrail', 'DescribeTrails', { includeShadowTrails: true })),
    // DescribeTrails omits trails of one other region.
    attempt(look.read('cloudtrail', 'ListTrails', {})),
  ]);
  if ('unknown' in here && 'unknown' in everywhere) return here;
  const described = 'value' in here ? (here.value.trailList ?? []) : [];
  const known = new Set(described.map(({ TrailARN }) => TrailARN));
  const others = ('value' in everywhere ? (everywhere.value.Trails ?? []) : []).filter(
    ({ TrailARN }) => !known.has(TrailARN),
  );
  return {
    value: {
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
  const whole = described && 'value' in described ? (described.value ?? listed) : listed;
  const read = 'value' in status ? status.value : undefined;
  const stopped = read?.IsLogging ? undefined : read?.StopLoggingTime?.getTime();
  return {
    ...trailOf(
      look,
      whole,
      read,
      'value' in selectors && !unknownSettings ? selectors.value : undefined,
    ),
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
