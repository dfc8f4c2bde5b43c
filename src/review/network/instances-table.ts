import { t } from '../../text/text.ts';
import type { Cell, Column, TableRow } from '../page.ts';
import { runStateCell } from '../run-state.ts';
import { textCell } from '../word-cells.ts';
import { analysisOf } from './analysis.ts';
import { isSure } from './everyone.ts';
import {
  cellFrom,
  gradeOf,
  keyOf,
  nameOf,
  namesText,
  openingJson,
  portsText,
} from './network-words.ts';
import { isReached, type Reach } from './reach.ts';
import { type Interface, inList, type Network } from './topology.ts';

export const INSTANCE_COLUMNS: Column[] = [
  { id: 'name', title: t('instance'), yields: 0 },
  { id: 'open', title: t('open to everyone'), yields: 0 },
  { id: 'state', title: t('state'), yields: 3 },
  { id: 'addresses', title: t('addresses'), yields: 2 },
  { id: 'groups', title: t('security groups'), yields: 1 },
  { id: 'id', title: t('ID'), yields: 4 },
  { id: 'subnet', title: t('subnet'), yields: 5 },
  { id: 'vpc', title: t('VPC'), yields: 6 },
];

/** The network interfaces of an instance, or the one of something else. */
export function ownersOf({ interfaces }: Network): Map<string, Interface[]> {
  const owners = new Map<string, Interface[]>();
  for (const one of interfaces.items.values()) {
    owners.set(keyOf(one), [...(owners.get(keyOf(one)) ?? []), one]);
  }
  return owners;
}

export const instanceRows = (network: Network): TableRow[] =>
  [...ownersOf(network)].map(([key, own]) => ({ key, cells: cellsOf(own, network) }));

function cellsOf(own: Interface[], network: Network): Record<string, Cell> {
  const [first] = own as [Interface, ...Interface[]];
  const groups = [...new Set(own.flatMap((one) => one.groups))];
  return {
    name: textCell(nameOf(first, network)),
    open: internetCell(own, network),
    state: stateCell(first, network),
    addresses: { ...listCell(own.flatMap(({ addresses }) => addresses)) },
    groups: {
      text: namesText(groups.map((id) => network.groups.items.get(id)?.name ?? id)),
      value: groups,
    },
    id: textCell(keyOf(first)),
    subnet: listCell([...new Set(own.map(({ subnet }) => subnet))]),
    vpc: textCell(first.vpc),
  };
}

const listCell = (texts: string[]): Cell => ({ text: namesText(texts), value: texts });

export function stateCell({ instance, isInUse }: Interface, { instances }: Network): Cell {
  if (instance === undefined) {
    return { text: isInUse ? t('in use') : t('not attached'), value: null };
  }
  return cellFrom(inList(instances, instance), (one) =>
    one ? runStateCell(one.state) : { unknown: t('AWS does not list the instance') },
  );
}

/** What of the internet comes through. */
export function internetCell(own: Interface[], network: Network): Cell {
  const { reaches } = analysisOf(network);
  const all = own.flatMap(({ id }) => reaches.get(id) ?? []);
  const openings = all.flatMap((reach) => reach.openings);
  const everyone = openings.filter(isSure);
  const value = everyone.map(openingJson);
  if (everyone.length > 0) {
    const grade = gradeOf(everyone);
    return { text: portsText(everyone), value, ...(grade && { grade }), order: everyone.length };
  }
  if (openings.length > 0) return { unknown: unknownOf(all) };
  return own.some((one) => isReached(one, network))
    ? { text: t('to some addresses only'), value: [{ who: 'some' }], order: 0 }
    : { text: t('nothing'), value, order: 0 };
}

const unknownOf = (reaches: Reach[]) =>
  reaches.flatMap(({ steps }) => steps.filter(({ passes }) => passes === undefined))[0]?.text ??
  t('not all that is on the way is known');
