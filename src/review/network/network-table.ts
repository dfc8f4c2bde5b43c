import { type Text, t } from '../../text/text.ts';
import type { Cell, Column, Table, TableRow } from '../page.ts';
import { textCell } from '../word-cells.ts';
import { GROUP_COLUMNS, groupRows } from './groups-table.ts';
import { INSTANCE_COLUMNS, instanceRows } from './instances-table.ts';

import {
  ACL_COLUMNS,
  aclRows,
  SUBNET_COLUMNS,
  subnetRows,
  VPC_COLUMNS,
  vpcRows,
} from './places-tables.ts';
import type { SeenNetwork } from './read-network.ts';
import type { List, Network } from './topology.ts';

interface View {
  title: Text;
  columns: Column[];
  rows(network: Network): TableRow[];
  list(network: Network): List<unknown>;
  count(n: number): Text;
  one: Text;
}

/** What the rows may be: the words of the setting. */
export const VIEWS: Record<string, View> = {
  groups: {
    title: t('security groups'),
    columns: GROUP_COLUMNS,
    rows: groupRows,
    list: ({ groups }) => groups,
    count: (n) => t('{n} security groups', { n }),
    one: t('1 security group'),
  },
  instances: {
    title: t('instances and other network interfaces'),
    columns: INSTANCE_COLUMNS,
    rows: instanceRows,
    list: ({ interfaces }) => interfaces,
    count: (n) => t('{n} instances and other network interfaces', { n }),
    one: t('1 instance or other network interface'),
  },
  vpcs: {
    title: t('VPCs'),
    columns: VPC_COLUMNS,
    rows: vpcRows,
    list: ({ vpcs }) => vpcs,
    count: (n) => t('{n} VPCs', { n }),
    one: t('1 VPC'),
  },
  subnets: {
    title: t('all subnets'),
    columns: SUBNET_COLUMNS,
    rows: subnetRows,
    list: ({ subnets }) => subnets,
    count: (n) => t('{n} subnets', { n }),
    one: t('1 subnet'),
  },
  acls: {
    title: t('network ACLs'),
    columns: ACL_COLUMNS,
    rows: aclRows,
    list: ({ acls }) => acls,
    count: (n) => t('{n} network ACLs', { n }),
    one: t('1 network ACL'),
  },
};

const tables = new WeakMap<SeenNetwork, Table>();
/** Of the regions that have not changed, by what makes the rows. */
const made = new WeakMap<Network, Map<View['rows'], TableRow[]>>();

/** One row for each of what is chosen. What is to do comes first. Made once of what was seen: viewers ask for it at every key. */
export function tableOf(seen: SeenNetwork): Table {
  const before = tables.get(seen);
  if (before) return before;
  const { columns, rows, list, count, one } = VIEWS[seen.show] ?? (VIEWS.groups as View);
  const all = seen.networks.flatMap((network) => {
    const known = made.get(network)?.get(rows);
    if (known) return known;
    const own = rows(network).map((row) => ({
      ...row,
      cells: { ...row.cells, region: textCell(network.region) },
    }));
    made.set(network, new Map(made.get(network)).set(rows, own));
    return own;
  });
  const unread = seen.networks.map((network) => list(network).whole).find((it) => 'unknown' in it);
  const table: Table = {
    columns: [
      ...columns,
      { id: 'region', title: t('region'), yields: seen.networks.length > 1 ? 2 : 9 },
    ],
    rows: all.sort((a, b) => worst(a) - worst(b) || openedBy(b) - openedBy(a)),
    count: all.length === 1 ? one : count(all.length),
    empty:
      unread && 'unknown' in unread
        ? t('Not known: {why}', { why: unread.unknown })
        : t('There is none in the regions that were looked at.'),
  };
  tables.set(seen, table);
  return table;
}

const ORDER = { do: 0, watch: 1, fine: 3 };
const ELSE = 2;

const worst = ({ cells }: TableRow): number =>
  Math.min(
    ...Object.values(cells).map((cell: Cell) =>
      'grade' in cell && cell.grade ? ORDER[cell.grade] : ELSE,
    ),
  );

/** How many ports it opens. */
const openedBy = ({ cells: { open } }: TableRow): number =>
  open && 'order' in open ? (open.order ?? 0) : 0;
