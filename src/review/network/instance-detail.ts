import { listed } from '../../text/listed.ts';
import { type Text, t } from '../../text/text.ts';
import type { Cell, Detail, Section, Table } from '../page.ts';
import { textCell } from '../word-cells.ts';
import { decisions } from './acl.ts';
import { isForEveryone, isSure } from './everyone.ts';
import { internetCell, stateCell } from './instances-table.ts';
import { both, familiesOf, levelOf, type Ranges } from './ip-ranges.ts';
import { gradeOf, keyOf, named, nameOf, namesText, openingJson } from './network-words.ts';
import type { Opening } from './openings.ts';
import { portText } from './ports.ts';
import { type Reach, reachOf, type Step } from './reach.ts';
import type { Acl, Interface, Network } from './topology.ts';

type Facts = [Text, Cell][];

/** An instance, or another thing with a network interface: what of the internet reaches it, and by what, step by step. */
export function instanceDetail(own: Interface[], network: Network): Detail {
  const [first] = own as [Interface, ...Interface[]];
  const name = nameOf(first, network);
  const facts: Facts = [
    [t('open to everyone'), internetCell(own, network)],
    [t('state'), stateCell(first, network)],
    [t('VPC'), textCell(named(first.vpc, network.vpcs.items.get(first.vpc)?.name))],
    [t('region'), textCell(network.region)],
  ];
  return {
    title: t('{name}', { name: name === keyOf(first) ? name : named(keyOf(first), name) }),
    sections: [{ facts }, ...own.flatMap((one) => interfaceSections(one, network))],
  };
}

const STEPS: Record<Step['id'], Text> = {
  address: t('1. address'),
  use: t('2. in use'),
  block: t('3. block'),
  route: t('4. route'),
};

function interfaceSections(one: Interface, network: Network): Section[] {
  const reach = reachOf(one, network);
  const groups = one.groups.map((id) => named(id, network.groups.items.get(id)?.name));
  const facts: Facts = [
    ...reach.steps.map(({ id, text, passes }): Facts[number] => [
      STEPS[id],
      passes === undefined
        ? { unknown: text }
        : { text: passes ? text : t('stops: {why}', { why: text }), value: passes },
    ]),
    [t('5. security groups'), { text: namesText(groups), value: one.groups }],
    [
      t('6. network ACL'),
      reach.acl
        ? textCell(reach.acl.id)
        : reach.steps.some(({ passes }) => passes === false)
          ? { text: t('not asked any more'), value: null }
          : { unknown: t('the network ACL of {subnet} is not known', { subnet: one.subnet }) },
    ],
  ];
  const title = t('From the internet to {interface} in {subnet}', {
    interface: one.id,
    subnet: one.subnet,
  });
  return [
    { title, facts },
    ...(reach.openings.length > 0 ? [{ table: openingsTable(reach, network) }] : []),
    ...(reach.openings.length === 0 && reach.steps.every(({ passes }) => passes !== false)
      ? [{ lines: [t('The security groups and the network ACL let nobody in.')] }]
      : []),
  ];
}

const openingsTable = ({ openings, acl }: Reach, network: Network): Table => ({
  columns: [
    { id: 'ports', title: t('ports'), yields: 0 },
    { id: 'who', title: t('who gets in'), yields: 0 },
    { id: 'groups', title: t('by the group rule'), yields: 1 },
    { id: 'acl-in', title: t('ACL in'), yields: 2 },
    { id: 'acl-out', title: t('ACL out'), yields: 3 },
  ],
  rows: openings.map((opening, at) => ({
    key: String(at),
    cells: {
      ports: portCell(opening),
      who: whoCell(opening),
      groups: rulesCell(opening, network),
      'acl-in': aclCell(acl, opening, false),
      'acl-out': aclCell(acl, opening, true),
    },
  })),
  empty: t('nothing'),
});

function portCell(opening: Opening): Cell {
  const grade = isSure(opening) ? gradeOf([opening]) : undefined;
  return { text: portText(opening), value: openingJson(opening), ...(grade && { grade }) };
}

function whoCell(opening: Opening): Cell {
  const { sure, maybe } = opening.who;
  const level = levelOf(sure);
  if (level === 'everyone') {
    const families = familiesOf(sure).join(', ');
    return { text: t('everyone ({families})', { families }), value: 'everyone' };
  }
  if (isForEveryone(opening)) return { unknown: t('everyone, perhaps') };
  return level === 'some' || levelOf(maybe) === 'nobody'
    ? { text: t('some addresses'), value: 'some' }
    : { unknown: t('some addresses, perhaps') };
}

const rulesCell = ({ rules }: Opening, { groups }: Network): Cell => ({
  text: listed(
    rules.map(({ group, rule }) =>
      t('{source} in {group}', {
        source: rule.source,
        group: groups.items.get(group)?.name ?? group,
      }),
    ),
  ),
  value: rules.map(({ group, rule }) => ({ group, source: rule.source })),
});

/** The rules of the ACL that decide on those who get in. Answers leave by the rules for high ports. */
function aclCell(acl: Acl | null | undefined, opening: Opening, isEgress: boolean): Cell {
  if (!acl) return { unknown: t('not read') };
  const { protocol, from, who } = opening;
  const port = isEgress ? ANSWER_PORT : from;
  const numbers = decisions(acl, protocol, port, isEgress)
    .filter(({ entry, whom }) => entry.allows && touches(whom, who.maybe))
    .map(({ entry }) => entry.number);
  return {
    text: numbers.length > 0 ? t('rule {numbers}', { numbers: numbers.join(', ') }) : t('in part'),
    value: numbers,
  };
}

const touches = (one: Ranges, other: Ranges): boolean => both(one, other).length > 0;

/** One of those that most programs ask from. */
const ANSWER_PORT = 50_000;
