import { isClosed, perRegion } from '../../../steps/shared/per-region.ts';
import { Blocked } from '../../engine/errors.ts';
import { t } from '../../text/text.ts';
import type { PageLook } from '../page.ts';
import { isLikeSearch, readMetrics } from './read-metrics.ts';
import type { Seen } from './seen.ts';
import { spanOf } from './spans.ts';

/** Pages of 500 metrics. For completing what is typed, one is enough. */
const MOST_PAGES = { search: 10, completion: 1 };

/** One call in a region. `take` keeps what it gave. */
interface Reading {
  call: string;
  take: Promise<unknown>;
  /** The page can be shown without it. */
  isExtra?: true;
}

/**
 * Reads the machines of each region, or the metrics that are searched.
 *
 * @throws Blocked if nothing could be read in any region
 */
export async function readMachines(look: PageLook, show: (seen: Seen) => void): Promise<Seen> {
  const search = (look.settings.metric ?? '').toLowerCase().split(' ').filter(Boolean);
  const seen: Seen = {
    regions: look.regions,
    span: spanOf(look.settings.span),
    instances: [],
    volumes: [],
    metrics: [],
    ...(search.length > 0 && { search }),
    denied: [],
    closed: [],
    hasMoreMetrics: false,
    isWhole: false,
  };
  const came = () => show(seen);
  const { found, outOfScope } = await perRegion(look.regions, (region) =>
    settled(
      region,
      search.length > 0 ? metricsIn(look, region, seen) : machinesIn(look, region, seen),
      seen,
      came,
    ),
  );
  seen.closed = [...outOfScope.keys()];
  if (!found.includes(true)) {
    const closed = [...outOfScope.values()].map(({ text }) => text);
    const whys = [...seen.denied.map(({ why }) => why), ...closed];
    throw new Blocked(t('Neither instances nor volumes can be read.'), whys);
  }
  seen.isWhole = true;
  return seen;
}

/**
 * Whether anything of a region could be read. What is denied is kept.
 *
 * @throws Blocked if all of it says that the region is closed to this account
 */
async function settled(
  region: string,
  readings: Reading[],
  { denied }: Seen,
  came: () => void,
): Promise<boolean> {
  const refusals: { call: string; why: Blocked; isExtra?: true }[] = [];
  const reads = await Promise.all(
    readings.map(async ({ call, take, isExtra }) => {
      try {
        await take;
        came();
        return !isExtra;
      } catch (why) {
        if (!(why instanceof Blocked)) throw why;
        refusals.push({ call, why, ...(isExtra && { isExtra }) });
        return false;
      }
    }),
  );
  const isRead = reads.includes(true);
  const [closed] = refusals.flatMap(({ why, isExtra }) => (isExtra ? [] : [why]));
  if (!isRead && closed && refusals.every(({ why }) => isClosed(why))) throw closed;
  denied.push(...refusals.map(({ call, why }) => ({ call, region, why: why.text })));
  return isRead;
}

function machinesIn(look: PageLook, region: string, seen: Seen): Reading[] {
  const instances = async () => {
    const { Reservations = [] } = await look.read('ec2', 'DescribeInstances', {}, region);
    const all = Reservations.flatMap(({ Instances = [] }) => Instances);
    seen.instances.push(...all.map((is) => ({ region, is })));
  };
  const volumes = async () => {
    const { Volumes = [] } = await look.read('ec2', 'DescribeVolumes', {}, region);
    seen.volumes.push(...Volumes.map((is) => ({ region, is })));
  };
  const completion = async () => {
    const { found } = await readMetrics(look, region, MOST_PAGES.completion);
    seen.metrics.push(...found.map((is) => ({ region, is })));
  };
  return [
    { call: 'ec2:DescribeInstances', take: instances() },
    { call: 'ec2:DescribeVolumes', take: volumes() },
    ...(region === look.regions[0]
      ? [{ call: 'cloudwatch:ListMetrics', take: completion(), isExtra: true as const }]
      : []),
  ];
}

function metricsIn(look: PageLook, region: string, seen: Seen): Reading[] {
  const metrics = async () => {
    const { found, hasMore } = await readMetrics(look, region, MOST_PAGES.search);
    seen.hasMoreMetrics ||= hasMore;
    const like = found.filter((one) => isLikeSearch(one, seen.search ?? []));
    seen.metrics.push(...like.map((is) => ({ region, is })));
  };
  return [{ call: 'cloudwatch:ListMetrics', take: metrics() }];
}
