import { Blocked } from '../../engine/errors.ts';
import { t } from '../../text/text.ts';
import type { Detail, PageLook, Section } from '../page.ts';
import { textCell, yesNoCell } from '../word-cells.ts';
import { analysisOf } from './analysis.ts';
import { openCell } from './groups-table.ts';
import { INSTANCE_COLUMNS, instanceRows } from './instances-table.ts';
import type { ListedRule } from './listed-types.ts';
import { cellFrom, keyOf, named } from './network-words.ts';
import { pagesOf } from './read-network.ts';
import { rulesTable } from './rule-tables.ts';
import type { Group, Network } from './topology.ts';

/** A security group: what it lets in and out, who uses it, and what of it the internet reaches. */
export async function groupDetail(group: Group, network: Network, look: PageLook): Promise<Detail> {
  const facts = analysisOf(network).groups.get(group.id);
  const users = new Set((facts?.users ?? []).map(keyOf));
  const { interfaces, groups, vpcs } = network;
  const details = await ruleDetails(group, network, look);
  const usedBy: Section =
    'unknown' in interfaces.whole
      ? { title: t('Used by'), facts: [[t('network interfaces'), interfaces.whole]] }
      : {
          title: t('Used by'),
          table: {
            columns: INSTANCE_COLUMNS.filter(({ id }) => id !== 'groups' && id !== 'vpc'),
            rows: instanceRows(network)
              .filter(({ key }) => users.has(key))
              .map(({ key, cells: { groups: _, vpc: __, ...cells } }) => ({ key, cells })),
            empty: t('Nothing uses it.'),
          },
        };
  return {
    title: t('Security group {name}', { name: named(group.id, group.name) }),
    sections: [
      {
        facts: [
          [t('description'), textCell(group.about)],
          [t('VPC'), textCell(named(group.vpc, vpcs.items.get(group.vpc)?.name))],
          [t('region'), textCell(network.region)],
          ...(facts ? [[t('open to everyone'), openCell(facts)] as const] : []),
          [
            t('named by rules of other groups'),
            cellFrom(groups.whole, () => yesNoCell(facts?.isNamed === true)),
          ],
        ].map(([label, cell]) => [label, cell]) as Extract<Section, { facts: unknown }>['facts'],
      },
      usedBy,
      { title: t('Inbound rules'), table: rulesTable(group, false, details, network) },
      { title: t('Outbound rules'), table: rulesTable(group, true, details, network) },
    ],
  };
}

/** The ids and descriptions of its rules. Without them, the rules are shown all the same. */
async function ruleDetails(
  { id }: Group,
  { region }: Network,
  look: PageLook,
): Promise<ListedRule[]> {
  const all: ListedRule[] = [];
  const input = { Filters: [{ Name: 'group-id', Values: [id] }] };
  try {
    for await (const page of pagesOf(look, 'DescribeSecurityGroupRules', region, input)) {
      all.push(...(page.SecurityGroupRules ?? []));
    }
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
  }
  return all;
}
