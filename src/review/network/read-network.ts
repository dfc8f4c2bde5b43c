import pMap from 'p-map';
import type { Output, Reading } from '../../aws/operations.ts';
import { Blocked } from '../../engine/errors.ts';
import { breather } from '../../text/breather.ts';
import { type Text, t } from '../../text/text.ts';
import type { PageLook } from '../page.ts';
import { showInTurn } from '../show-in-turn.ts';
import { aclOf, groupOf, instanceOf, interfaceOf, subnetOf, tableOf, vpcOf } from './compact.ts';
import { readPrefixLists } from './read-prefix-lists.ts';
import type { List, Network } from './topology.ts';

/** AWS limits the rate in each region, not over all of them. */
const REGIONS_AT_ONCE = 5;
/** Small enough for rows to come soon. AWS gives at most 100 route tables. */
const PAGE_SIZE = 100;
/** A group has up to 1,000 rules: the keyboard answers while a page is parsed. */
const PAGE_OF_GROUPS = 50;

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
  const now = () => ({ ...seen, networks: [...networks] });
  const prepareNow = async () => {
    const whole = now();
    await prepare(whole);
    return () => show(whole);
  };
  const refusals: Blocked[] = [];
  const readAll = (shown: () => void) => {
    const came = (network: Network) => {
      // Whoever looks keeps by the object what follows from it.
      const at = networks.findIndex(({ region }) => region === network.region);
      networks[at] = { ...network };
      shown();
    };
    return pMap(
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
  };
  await showInTurn(prepareNow, readAll);
  const [refusal] = refusals;
  if (refusal && refusals.length === networks.length) throw refusal;
  const whole = now();
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
  const fill = async <O extends Reading<'ec2'>, Given, T extends { id: string }>(
    operation: O,
    list: List<T>,
    given: (page: Output<'ec2', O>) => Given[],
    take: (one: Given) => T,
    pageSize = PAGE_SIZE,
  ) => {
    const breathe = breather();
    try {
      for await (const page of pagesOf(look, operation, region, { MaxResults: pageSize })) {
        for (const one of given(page)) {
          await breathe();
          const item = take(one);
          list.items.set(item.id, item);
        }
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
    fill(
      'DescribeSecurityGroups',
      network.groups,
      ({ SecurityGroups = [] }) => SecurityGroups,
      groupOf,
      PAGE_OF_GROUPS,
    ),
    fill(
      'DescribeNetworkInterfaces',
      network.interfaces,
      ({ NetworkInterfaces = [] }) => NetworkInterfaces,
      interfaceOf,
    ),
    fill(
      'DescribeInstances',
      network.instances,
      ({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances),
      instanceOf,
    ),
    fill('DescribeVpcs', network.vpcs, ({ Vpcs = [] }) => Vpcs, vpcOf),
    fill('DescribeSubnets', network.subnets, ({ Subnets = [] }) => Subnets, subnetOf),
    fill('DescribeRouteTables', network.tables, ({ RouteTables = [] }) => RouteTables, tableOf),
    fill('DescribeNetworkAcls', network.acls, ({ NetworkAcls = [] }) => NetworkAcls, aclOf),
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
    const request = { MaxResults: PAGE_SIZE, ...input, NextToken } as never;
    const page = await look.read('ec2', operation, request, region);
    yield page;
    const next = (page as { NextToken?: string }).NextToken;
    if (next && next === NextToken) throw new Blocked(t('A list of AWS ended half way.'), []);
    NextToken = next || undefined;
  } while (NextToken);
}
