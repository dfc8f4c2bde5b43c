import { type Text, t } from '../../text/text.ts';
import type { Known } from '../known.ts';
import type { Bounds } from './bounds.ts';
import { both, NOWHERE, type Ranges, rangesOf, union, without } from './ip-ranges.ts';
import { findIn, type Network, type PrefixList, type Route, type RouteTable } from './topology.ts';

/** The route table of a subnet: its own one, else the main one of the VPC. */
export function tableOf(
  { tables }: Network,
  subnet: string,
  vpc: string,
): Known<RouteTable | null> {
  const own = findIn(tables, ({ subnets }) => subnets.includes(subnet));
  return 'is' in own && own.is === null
    ? findIn(tables, (table) => table.isMain && table.vpc === vpc)
    : own;
}

/** A route, and the addresses for which no more precise one holds. */
interface Leading {
  route: Route;
  whom: Ranges;
}

/** Where these addresses lead to. The most precise route holds. */
function leads({ routes }: RouteTable, lists: Map<string, PrefixList>, to: Ranges): Leading[] {
  const aims = routes
    .flatMap((route) => aimsOf(route, lists).map((cidr) => ({ route, cidr })))
    .sort((one, other) => lengthOf(other.cidr) - lengthOf(one.cidr));
  let left = to;
  return aims.flatMap(({ route, cidr }) => {
    const about = rangesOf(cidr) ?? NOWHERE;
    const whom = both(left, about);
    left = without(left, about);
    return whom.length > 0 ? [{ route, whom }] : [];
  });
}

const lengthOf = (cidr: string): number => Number(cidr.split('/')[1] ?? 0);

function aimsOf({ to }: Route, lists: Map<string, PrefixList>): string[] {
  if (!to.startsWith('pl-')) return [to];
  const entries = lists.get(to)?.entries;
  return entries && 'is' in entries ? entries.is : [];
}

/** What nobody comes in by: an answer that goes there is lost, or is of a connection that began within. */
const LETS_NOBODY_IN = /^(local|nat-|eigw-|pcx-|tgw-|vgw-|arn:)/;

/**
 * Who of those comes in by an internet gateway: who is answered by it. An endpoint that inspects, an instance that routes, an Outpost may
 * let others in: AWS does not say.
 */
export function byRoute(
  table: RouteTable,
  { prefixLists }: Network,
  came: Ranges,
): { who: Bounds; text: Text } {
  const all = leads(table, prefixLists, came);
  const ways = all.filter(({ route }) => isGateway(route) && !route.isBlackhole);
  const opaque = all.filter(
    ({ route }) => !route.isBlackhole && !isGateway(route) && !LETS_NOBODY_IN.test(route.target),
  );
  const sure = union(...ways.map(({ whom }) => whom));
  const unread = table.routes.find(
    (route) =>
      isGateway(route) && route.to.startsWith('pl-') && aimsOf(route, prefixLists).length === 0,
  );
  const maybe = unread ? came : union(sure, ...opaque.map(({ whom }) => whom));
  const [decides = all[0]?.route] = [...ways, ...opaque].map(({ route }) => route);
  return { who: { sure, maybe }, text: routeText(table, unread ?? decides) };
}

export const isGateway = ({ target }: Route): boolean => target.startsWith('igw-');

function routeText({ id: table, isMain }: RouteTable, route: Route | undefined): Text {
  if (!route) return t('{table} has no route to the internet', { table });
  const names = { table, to: route.to, target: route.target };
  if (route.isBlackhole) return t('{table} sends {to} to {target}, which is gone', names);
  if (isGateway(route)) {
    return isMain
      ? t('{table}, the main route table, sends {to} to {target}', names)
      : t('{table} sends {to} to {target}', names);
  }
  return LETS_NOBODY_IN.test(route.target)
    ? t('{table} sends {to} to {target}, which lets nobody in', names)
    : t('{table} sends {to} to {target}: what that lets in is not known', names);
}

/** What internet gateways of the VPC send to something else before it comes to these addresses: to a firewall, most often. */
export function inspectorOf({ tables }: Network, vpc: string, cidrs: string[]): Route | undefined {
  const own = union(...cidrs.map((cidr) => rangesOf(cidr) ?? NOWHERE));
  return [...tables.items.values()]
    .filter((table) => table.vpc === vpc && table.gateways.some((id) => id.startsWith('igw-')))
    .flatMap(({ routes }) => routes)
    .find(({ to, target }) => target !== 'local' && both(rangesOf(to) ?? NOWHERE, own).length > 0);
}
