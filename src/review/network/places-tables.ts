import { type Text, t } from '../../text/text.ts';
import type { Cell, Column, TableRow } from '../page.ts';
import { textCell, yesNoCell } from '../word-cells.ts';
import { exactly } from './bounds.ts';
import { INTERNET } from './ip-ranges.ts';
import { cellFrom, countCell, named, namesText } from './network-words.ts';
import { byRoute, tableOf } from './route.ts';
import { findIn, type List, type Network, type Subnet } from './topology.ts';

export const VPC_COLUMNS: Column[] = [
  { id: 'vpc', title: t('VPC'), yields: 0 },
  { id: 'addresses', title: t('addresses'), yields: 1 },
  { id: 'block', title: t('Block Public Access'), yields: 2 },
  { id: 'default', title: t('default'), yields: 3 },
  { id: 'subnets', title: t('subnets'), align: 'right', yields: 4 },
  { id: 'groups', title: t('groups'), align: 'right', yields: 5 },
  { id: 'interfaces', title: t('network interfaces'), align: 'right', yields: 6 },
];

export const vpcRows = (network: Network): TableRow[] =>
  [...network.vpcs.items.values()].map(({ id, name, cidrs, block, isDefault }) => ({
    key: id,
    cells: {
      vpc: textCell(named(id, name)),
      addresses: { text: namesText(cidrs), value: cidrs },
      block: blockCell(block),
      default: yesNoCell(isDefault),
      subnets: countIn(network.subnets, ({ vpc }) => vpc === id),
      groups: countIn(network.groups, ({ vpc }) => vpc === id),
      interfaces: countIn(network.interfaces, ({ vpc }) => vpc === id),
    },
  }));

const countIn = <T>({ items, whole }: List<T>, isIn: (one: T) => boolean): Cell =>
  cellFrom(whole, () => countCell([...items.values()].filter(isIn).length));

/** VPC Block Public Access. Where AWS says nothing of it, it is off. */
export const blockCell = (block = 'off'): Cell => textCell(block);

export const SUBNET_COLUMNS: Column[] = [
  { id: 'subnet', title: t('subnet'), yields: 0 },
  { id: 'addresses', title: t('addresses'), yields: 1 },
  { id: 'internet', title: t('from the internet'), yields: 0 },
  { id: 'gives', title: t('gives public addresses'), yields: 2 },
  { id: 'acl', title: t('network ACL'), yields: 3 },
  { id: 'zone', title: t('zone'), yields: 4 },
  { id: 'vpc', title: t('VPC'), yields: 5 },
];

export const subnetRows = (network: Network): TableRow[] =>
  [...network.subnets.items.values()].map((subnet) => ({
    key: subnet.id,
    cells: {
      subnet: textCell(named(subnet.id, subnet.name)),
      addresses: { text: namesText(subnet.cidrs), value: subnet.cidrs },
      internet: shortWayIn(subnet, network),
      gives: yesNoCell(subnet.givesAddresses),
      acl: cellFrom(
        findIn(network.acls, ({ subnets }) => subnets.includes(subnet.id)),
        (acl) => (acl ? textCell(acl.id) : { unknown: t('AWS does not say') }),
      ),
      zone: textCell(subnet.zone),
      vpc: textCell(subnet.vpc),
    },
  }));

/** The detail has the route. */
function shortWayIn(subnet: Subnet, network: Network): Cell {
  const cell = wayInCell(subnet, network);
  return 'value' in cell ? yesNoCell(cell.value === true) : cell;
}

/** Whether the internet comes in by the routes of a subnet. */
export function wayInCell({ id, vpc }: Subnet, network: Network): Cell {
  return cellFrom(tableOf(network, id, vpc), (table) => {
    if (!table) return { unknown: t('AWS does not say') };
    const { who, text } = byRoute(table, network, exactly(INTERNET).maybe);
    if (who.sure.length > 0) return { text, value: true };
    return who.maybe.length > 0 ? { unknown: text } : { text: isClosed(text), value: false };
  });
}

const isClosed = (text: Text): Text => t('no: {why}', { why: text });

export const ACL_COLUMNS: Column[] = [
  { id: 'acl', title: t('network ACL'), yields: 0 },
  { id: 'default', title: t('default'), yields: 2 },
  { id: 'subnets', title: t('subnets'), align: 'right', yields: 1 },
  { id: 'inbound', title: t('rules in'), align: 'right', yields: 3 },
  { id: 'outbound', title: t('rules out'), align: 'right', yields: 4 },
  { id: 'vpc', title: t('VPC'), yields: 5 },
];

export const aclRows = (network: Network): TableRow[] =>
  [...network.acls.items.values()].map(({ id, name, isDefault, subnets, entries, vpc }) => ({
    key: id,
    cells: {
      acl: textCell(named(id, name)),
      default: yesNoCell(isDefault),
      subnets: countCell(subnets.length),
      inbound: countCell(entries.filter(({ isEgress }) => !isEgress).length),
      outbound: countCell(entries.filter(({ isEgress }) => isEgress).length),
      vpc: textCell(vpc),
    },
  }));
