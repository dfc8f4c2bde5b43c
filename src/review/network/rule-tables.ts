import { type Text, t } from '../../text/text.ts';
import type { Cell, Column, Table } from '../page.ts';
import { textCell } from '../word-cells.ts';
import { levelOf } from './ip-ranges.ts';
import type { ListedRule } from './listed-types.ts';
import { countCell, protocolName } from './network-words.ts';
import { whoOf } from './openings.ts';
import { ALL_PROTOCOLS, hasPorts, LAST_PORT, protocolOf } from './protocols.ts';
import type { Acl, Group, Network, Rule } from './topology.ts';

/** A range of ports as the console has it. */
function rangeCell({ protocol, from, to }: Pick<Rule, 'protocol' | 'from' | 'to'>): Cell {
  const isAll =
    protocol === ALL_PROTOCOLS || !hasPorts(protocol) || (from === 0 && to === LAST_PORT);
  return {
    text: isAll ? t('all') : t('{range}', { range: from === to ? `${from}` : `${from}-${to}` }),
    value: isAll ? null : { from, to },
    order: from,
  };
}

const protocolCell = (protocol: number): Cell => ({
  text:
    protocol === ALL_PROTOCOLS
      ? t('all')
      : t('{name}', { name: protocolName(protocol).toUpperCase() }),
  value: protocolName(protocol),
});

const ruleColumns = (source: Text): Column[] => [
  { id: 'ports', title: t('ports'), yields: 0 },
  { id: 'protocol', title: t('protocol'), yields: 1 },
  { id: 'source', title: source, yields: 0 },
  { id: 'about', title: t('description'), yields: 3 },
  { id: 'rule', title: t('rule'), yields: 2 },
];

/** The rules of a group in one direction, with their ids and descriptions if AWS gives them. */
export function rulesTable(
  group: Group,
  isEgress: boolean,
  details: ListedRule[],
  network: Network,
): Table {
  const rows = group.rules
    .filter((rule) => rule.isEgress === isEgress)
    .map((rule) => ({ rule, detail: details.find((one) => isOf(rule, one)) }));
  return {
    columns: ruleColumns(isEgress ? t('to') : t('from')),
    rows: rows.map(({ rule, detail }, at) => ({
      key: detail?.SecurityGroupRuleId ?? String(at),
      cells: {
        ports: rangeCell(rule),
        protocol: protocolCell(rule.protocol),
        source: sourceCell(rule, network),
        about: detail ? textCell(detail.Description ?? '') : NOT_GIVEN,
        rule: detail ? textCell(detail.SecurityGroupRuleId ?? '') : NOT_GIVEN,
      },
    })),
    empty: isEgress ? t('It lets nothing out.') : t('It lets nothing in.'),
  };
}

const NOT_GIVEN: Cell = { unknown: t('ec2:DescribeSecurityGroupRules did not give it') };

const isOf = ({ isEgress, protocol, source, from, to }: Rule, one: ListedRule): boolean =>
  (one.IsEgress === true) === isEgress &&
  protocolOf(one.IpProtocol) === protocol &&
  (one.CidrIpv4 ?? one.CidrIpv6 ?? one.PrefixListId ?? one.ReferencedGroupInfo?.GroupId) ===
    source &&
  (!hasPorts(protocol) || (one.FromPort ?? 0) < 0 || (one.FromPort === from && one.ToPort === to));

/** An address, a list by its name, or a group by its name. */
function sourceCell({ source, isEgress }: Rule, { groups, prefixLists }: Network): Cell {
  const name = groups.items.get(source)?.name ?? prefixLists.get(source)?.name;
  const isOpen = !isEgress && levelOf(whoOf(source, prefixLists).sure) === 'everyone';
  return {
    text: name ? t('{source} {name}', { source, name }) : t('{source}', { source }),
    value: source,
    ...(isOpen && { grade: 'watch' as const }),
  };
}

const ENTRY_COLUMNS: Column[] = [
  { id: 'number', title: t('rule'), align: 'right', yields: 0 },
  { id: 'ports', title: t('ports'), yields: 0 },
  { id: 'protocol', title: t('protocol'), yields: 1 },
  { id: 'source', title: t('address'), yields: 0 },
  { id: 'decision', title: t('decision'), yields: 0 },
];

/** The rules of an ACL in the order in which AWS asks them: the first that fits decides. */
export const entriesTable = ({ entries }: Acl, isEgress: boolean): Table => ({
  columns: ENTRY_COLUMNS,
  rows: entries
    .filter((entry) => entry.isEgress === isEgress)
    .map((entry) => ({
      key: String(entry.number),
      cells: {
        number:
          entry.number >= LAST_ENTRY
            ? { ...countCell(entry.number), text: t('*') }
            : countCell(entry.number),
        ports: rangeCell(entry),
        protocol: protocolCell(entry.protocol),
        source: textCell(entry.source),
        decision: {
          text: entry.allows ? t('allow') : t('deny'),
          value: entry.allows ? 'allow' : 'deny',
        },
      },
    })),
  empty: t('It has no rules.'),
});

/** What no other rule fits, it denies: of IPv4 by this rule, of IPv6 by the next. The console writes a star. */
const LAST_ENTRY = 32_767;
