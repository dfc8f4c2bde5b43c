import { t } from '../../text/text.ts';
import type { Cell, Column, TableRow } from '../page.ts';
import { textCell } from '../word-cells.ts';
import { analysisOf, type GroupFacts, isDefault, isMeantForAll } from './analysis.ts';
import { isSure } from './everyone.ts';
import {
  cellFrom,
  countCell,
  gradeOf,
  keyOf,
  nameOf,
  namesText,
  openingJson,
  portsText,
} from './network-words.ts';
import type { Network } from './topology.ts';

export const GROUP_COLUMNS: Column[] = [
  { id: 'group', title: t('security group'), yields: 0 },
  { id: 'open', title: t('open to everyone'), yields: 0 },
  { id: 'reached', title: t('who is reached'), yields: 1 },
  { id: 'used', title: t('used by'), align: 'right', yields: 3 },
  { id: 'inbound', title: t('rules in'), align: 'right', yields: 5 },
  { id: 'outbound', title: t('rules out'), align: 'right', yields: 7 },
  { id: 'id', title: t('ID'), yields: 4 },
  { id: 'vpc', title: t('VPC'), yields: 6 },
];

export const groupRows = (network: Network): TableRow[] =>
  [...analysisOf(network).groups.values()].map((facts) => ({
    key: facts.group.id,
    cells: cellsOf(facts, network),
  }));

function cellsOf(facts: GroupFacts, network: Network): Record<string, Cell> {
  const { group, users } = facts;
  const inbound = group.rules.filter(({ isEgress }) => !isEgress).length;
  return {
    group: textCell(group.name),
    ...marked(openCell(facts), reachedCell(facts, network), facts),
    used: cellFrom(network.interfaces.whole, () => ({
      ...countCell(users.length),
      ...(isDefault(group) && users.length > 0 && { grade: 'watch' as const }),
    })),
    inbound: countCell(inbound),
    outbound: countCell(group.rules.length - inbound),
    id: textCell(group.id),
    vpc: textCell(group.vpc),
  };
}

/** The mark stands beside what is open. If only several groups together open it, beside whom that reaches. */
function marked(open: Cell, reached: Cell, facts: GroupFacts): Record<'open' | 'reached', Cell> {
  if (!('grade' in reached) || 'unknown' in open || facts.open.length === 0)
    return { open, reached };
  const { grade, ...unmarked } = reached;
  return { open: { ...open, ...(grade && { grade }) }, reached: unmarked };
}

export function openCell({ open }: GroupFacts): Cell {
  const sure = open.filter(isSure);
  if (sure.length === 0 && open.length > 0) {
    return { unknown: t('of whom its rules speak is not known') };
  }
  return {
    text: sure.length > 0 ? portsText(sure) : t('nothing'),
    value: sure.map(openingJson),
    order: sure.length,
  };
}

/** Whom the internet reaches by a group. Of what is open, that is what counts. */
function reachedCell({ open, reached, users }: GroupFacts, network: Network): Cell {
  const sure = reached.filter(({ opening }) => isSure(opening));
  if (sure.length > 0) {
    const names = [...new Set(sure.map(({ at }) => nameOf(at, network)))];
    const grade = gradeOf(sure.map(({ opening }) => opening));
    return {
      text: namesText(names),
      value: [...new Set(sure.map(({ at }) => keyOf(at)))],
      ...(grade && { grade }),
    };
  }
  if (open.length === 0 && reached.length === 0) return { text: t('–'), value: null };
  if ('unknown' in network.interfaces.whole) return network.interfaces.whole;
  if (reached.length > 0) return { unknown: t('not all that is on the way is known') };
  return {
    text: users.length === 0 ? t('nothing uses it') : t('nobody gets there'),
    value: [],
    ...(open.every(isMeantForAll) ? {} : { grade: 'watch' as const }),
  };
}
