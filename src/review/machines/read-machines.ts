import { perRegion } from '../../../steps/shared/per-region.ts';
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
  const { found, outOfScope } = await perRegion(look, look.regions, (from, region) =>
    settled(
      region,
      search.length > 0 ? metricsIn(from, region, seen) : machinesIn(from, region, seen),
      came,
    ),
  );
  seen.denied = found.flatMap(({ denied }) => denied);
  seen.closed = [...outOfScope.keys()];
  if (!found.some(({ isRead }) => isRead)) {
    const closed = [...outOfScope.values()].map(({ text }) => text);
    const whys = [...seen.denied.map(({ why }) => why), ...closed];
    throw new Blocked(t('Neither instances nor volumes can be read.'), whys);
  }
  seen.isWhole = true;
  return seen;
}

/** Whether anything of a region could be read, and what is denied. */
async function settled(
  region: string,
  readings: Reading[],
  came: () => void,
): Promise<{ isRead: boolean; denied: Seen['denied'] }> {
  const denied: Seen['denied'] = [];
  const reads = await Promise.all(
    readings.map(async ({ call, take, isExtra }) => {
      try {
        await take;
        came();
        return !isExtra;
      } catch (why) {
        if (!(why instanceof Blocked)) throw why;
        denied.push({ call, region, why: why.text });
        return false;
      }
    }),
  );
  return { isRead: reads.includes(true), denied };
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
