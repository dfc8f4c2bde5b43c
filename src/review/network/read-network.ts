import pMap from 'p-map';
import type { Output, Reading } from '../../aws/operations.ts';
import { Blocked } from '../../engine/errors.ts';
import { type Text, t } from '../../text/text.ts';
import type { PageLook } from '../page.ts';
import { aclOf, groupOf, instanceOf, interfaceOf, subnetOf, tableOf, vpcOf } from './compact.ts';
import { readPrefixLists } from './read-prefix-lists.ts';
import type { List, Network } from './topology.ts';

/** AWS limits the rate in each region, not over all of them. */
const REGIONS_AT_ONCE = 5;
/** Small enough for rows to come soon. AWS gives at most 100 route tables. */
const PAGE_SIZE = 100;
/** Between two shows passes this many times what the last one took. */
const SHOWN_PART = 8;

/** Of a network with more, what follows is worked out piece by piece. An interface takes ten times as long as a group. */
const AT_ONCE = { interfaces: 50, groups: 500 };
const REST_MS = 1500;

interface Showing {
  show(seen: SeenNetwork): void;
  /** Works out piece by piece what the rows say, before they are shown. */
  prepare(seen: SeenNetwork): Promise<void>;
}

/** A call that gave nothing in a region, and why. */
export interface Denial {
  region: string;
  call: string;
  why: Text;
}

/** What the page Network has seen. */
export interface SeenNetwork {
  /** What the rows are. */
  show: string;
  /** In the order of the look. */
  networks: Network[];
  denied: Denial[];
  /** Regions in which every call is denied, and why. */
  closed: { region: string; why: Text }[];
}

const NOT_READ_YET = { unknown: t('not read yet') };

const nothingYet = <T>(): List<T> => ({ items: new Map(), whole: NOT_READ_YET });

const emptyNetwork = (region: string): Network => ({
  region,
  vpcs: nothingYet(),
  subnets: nothingYet(),
  tables: nothingYet(),
  groups: nothingYet(),
  acls: nothingYet(),
  interfaces: nothingYet(),
  instances: nothingYet(),
  prefixLists: new Map(),
});

/**
 * Reads the network of each region, and shows it as it comes.
 *
 * @throws Blocked if no call was answered in any region
 */
export async function readNetworks(
  look: PageLook,
  { show, prepare }: Showing,
): Promise<SeenNetwork> {
  const networks = look.regions.map(emptyNetwork);
  const seen: SeenNetwork = {
    show: look.settings.show ?? 'groups',
    networks,
    denied: [],
    closed: [],
  };
  let notBefore = 0;
  let isBehind = false;
  let isPreparing = false;
  let isEnded = false;
  const showPrepared = async () => {
    if (isPreparing) return;
    isPreparing = true;
    while (isBehind && !isEnded) {
      isBehind = false;
      const now = { ...seen, networks: [...networks] };
      await prepare(now);
      if (!isEnded) show(now);
      // The keyboard has most of the time.
      await new Promise((resolve) => setTimeout(resolve, REST_MS).unref());
    }
    isPreparing = false;
  };
  const came = (network: Network) => {
    // Whoever looks keeps by the object what follows from it.
    const at = networks.findIndex(({ region }) => region === network.region);
    networks[at] = { ...network };
    if (
      network.interfaces.items.size > AT_ONCE.interfaces ||
      network.groups.items.size > AT_ONCE.groups
    ) {
      isBehind = true;
      void showPrepared();
      return;
    }
    const start = Date.now();
    if (start < notBefore) return;
    show({ ...seen, networks: [...networks] });
    notBefore = Date.now() + SHOWN_PART * (Date.now() - start);
  };
  const refusals: Blocked[] = [];
  await pMap(
    [...networks],
    async (network) => {
      const denied: Blocked[] = [];
      await readNetwork(
        look,
        network,
        () => came(network),
        (call, error) => {
          denied.push(error);
          seen.denied.push({ region: network.region, call, why: error.text });
        },
      );
      came(network);
      if (Object.values(listsOf(network)).some(({ whole }) => 'is' in whole)) return;
      refusals.push(...denied.slice(0, 1));
      seen.closed.push({ region: network.region, why: denied[0]?.text ?? t('It is closed.') });
    },
    { concurrency: REGIONS_AT_ONCE },
  );
  const [refusal] = refusals;
  if (refusal && refusals.length === networks.length) throw refusal;
  const whole = { ...seen, networks: [...networks] };
  isEnded = true;
  await prepare(whole);
  return whole;
}

const listsOf = ({ region: _, prefixLists: __, ...lists }: Network) => lists;

type Deny = (call: string, error: Blocked) => void;

async function readNetwork(
  look: PageLook,
  network: Network,
  came: () => void,
  deny: Deny,
): Promise<void> {
  const { region } = network;
  const fill = async <O extends Reading<'ec2'>, T extends { id: string }>(
    operation: O,
    list: List<T>,
    take: (page: Output<'ec2', O>) => T[],
  ) => {
    try {
      for await (const page of pagesOf(look, operation, region)) {
        for (const one of take(page)) list.items.set(one.id, one);
        came();
      }
      list.whole = { is: true };
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      list.whole = { unknown: error.text };
      deny(`ec2:${operation}`, error);
    }
    came();
  };
  await Promise.all([
    fill('DescribeSecurityGroups', network.groups, ({ SecurityGroups = [] }) =>
      SecurityGroups.map(groupOf),
    ),
    fill('DescribeNetworkInterfaces', network.interfaces, ({ NetworkInterfaces = [] }) =>
      NetworkInterfaces.map(interfaceOf),
    ),
    fill('DescribeInstances', network.instances, ({ Reservations = [] }) =>
      Reservations.flatMap(({ Instances = [] }) => Instances.map(instanceOf)),
    ),
    fill('DescribeVpcs', network.vpcs, ({ Vpcs = [] }) => Vpcs.map(vpcOf)),
    fill('DescribeSubnets', network.subnets, ({ Subnets = [] }) => Subnets.map(subnetOf)),
    fill('DescribeRouteTables', network.tables, ({ RouteTables = [] }) => RouteTables.map(tableOf)),
    fill('DescribeNetworkAcls', network.acls, ({ NetworkAcls = [] }) => NetworkAcls.map(aclOf)),
  ]);
  await readPrefixLists(look, network, deny);
}

/** A list of AWS, page by page: of thousands, they are not kept. */
export async function* pagesOf<O extends Reading<'ec2'>>(
  look: PageLook,
  operation: O,
  region: string,
  input: object = {},
): AsyncGenerator<Output<'ec2', O>> {
  let NextToken: string | undefined;
  do {
    const request = { ...input, MaxResults: PAGE_SIZE, NextToken } as never;
    const page = await look.read('ec2', operation, request, region);
    yield page;
    const next = (page as { NextToken?: string }).NextToken;
    if (next && next === NextToken) throw new Blocked(t('A list of AWS ended half way.'), []);
    NextToken = next || undefined;
  } while (NextToken);
}
