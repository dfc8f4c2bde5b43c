import { type Text, t } from '../../text/text.ts';
import type { Cell, Detail, Section, Table } from '../page.ts';
import { textCell, yesNoCell } from '../word-cells.ts';
import { cellFrom, named, namesText } from './network-words.ts';
import { blockCell, SUBNET_COLUMNS, subnetRows, wayInCell } from './places-tables.ts';
import { tableOf } from './route.ts';
import { entriesTable } from './rule-tables.ts';
import {
  type Acl,
  findIn,
  type Network,
  type RouteTable,
  type Subnet,
  type Vpc,
} from './topology.ts';

type Facts = [Text, Cell][];

const listCell = (texts: string[]): Cell => ({ text: namesText(texts), value: texts });

export function vpcDetail({ id, name, cidrs, isDefault, block }: Vpc, network: Network): Detail {
  const { subnets, tables } = network;
  const facts: Facts = [
    [t('addresses'), listCell(cidrs)],
    [t('default'), yesNoCell(isDefault)],
    [t('Block Public Access'), blockCell(block)],
    [t('region'), textCell(network.region)],
  ];
  const inside = new Set(
    [...subnets.items.values()].filter(({ vpc }) => vpc === id).map((one) => one.id),
  );
  return {
    title: t('VPC {name}', { name: named(id, name) }),
    sections: [
      { facts },
      {
        title: t('Subnets'),
        table: {
          columns: SUBNET_COLUMNS.filter((column) => column.id !== 'vpc'),
          rows: subnetRows(network)
            .filter(({ key }) => inside.has(key))
            .map(({ key, cells: { vpc: _, ...cells } }) => ({ key, cells })),
          empty: emptyText(subnets.whole),
        },
      },
      ...[...tables.items.values()].filter(({ vpc }) => vpc === id).map(routesSection),
    ],
  };
}

const emptyText = (whole: { is: true } | { unknown: Text }): Text =>
  'unknown' in whole ? t('Not known: {why}', { why: whole.unknown }) : t('There is none.');

export function subnetDetail(subnet: Subnet, network: Network): Detail {
  const { id, name, vpc, cidrs, zone, givesAddresses, block } = subnet;
  const table = tableOf(network, id, vpc);
  const acl = findIn(network.acls, ({ subnets }) => subnets.includes(id));
  const facts: Facts = [
    [t('addresses'), listCell(cidrs)],
    [t('zone'), textCell(zone)],
    [t('VPC'), textCell(vpc)],
    [t('from the internet'), wayInCell(subnet, network)],
    [t('gives public addresses'), yesNoCell(givesAddresses)],
    [t('Block Public Access'), blockCell(block ?? network.vpcs.items.get(vpc)?.block)],
    [t('network ACL'), cellFrom(acl, (one) => (one ? textCell(one.id) : NOT_SAID))],
    ...('is' in table && table.is
      ? []
      : ([[t('route table'), 'unknown' in table ? table : NOT_SAID]] satisfies Facts)),
  ];
  return {
    title: t('Subnet {name}', { name: named(id, name) }),
    sections: [
      { facts },
      ...('is' in table && table.is ? [routesSection(table.is)] : []),
      ...('is' in acl && acl.is ? entrySections(acl.is) : []),
    ],
  };
}

const NOT_SAID: Cell = { unknown: t('AWS does not say') };

export function aclDetail(acl: Acl, network: Network): Detail {
  const { id, name, vpc, isDefault, subnets } = acl;
  const facts: Facts = [
    [t('default'), yesNoCell(isDefault)],
    [t('VPC'), textCell(vpc)],
    [t('region'), textCell(network.region)],
    [t('subnets'), listCell(subnets)],
  ];
  return {
    title: t('Network ACL {name}', { name: named(id, name) }),
    sections: [{ facts }, ...entrySections(acl)],
  };
}

const entrySections = (acl: Acl): Section[] => [
  { title: t('In: the first rule that fits decides'), table: entriesTable(acl, false) },
  { title: t('Out: answers need it too'), table: entriesTable(acl, true) },
];

function routesSection({ id, name, isMain, routes }: RouteTable): Section {
  const table: Table = {
    columns: [
      { id: 'to', title: t('to'), yields: 0 },
      { id: 'target', title: t('target'), yields: 0 },
      { id: 'gone', title: t('gone'), yields: 1 },
    ],
    rows: routes.map((route, at) => ({
      key: String(at),
      cells: {
        to: textCell(route.to),
        target: textCell(route.target),
        gone: yesNoCell(route.isBlackhole),
      },
    })),
    empty: t('It has no routes.'),
  };
  const names = { name: named(id, name) };
  return {
    title: isMain ? t('Main route table {name}', names) : t('Route table {name}', names),
    table,
  };
}
