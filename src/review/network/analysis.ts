import { breather } from '../../text/breather.ts';
import { either, exactly, through } from './bounds.ts';
import { isForEveryone, mayBeForEveryone } from './everyone.ts';
import { INTERNET } from './ip-ranges.ts';
import { type Opening, openingsOf, whoOf } from './openings.ts';
import { kindsOf } from './ports.ts';
import { type Reach, reachOfEveryone } from './reach.ts';
import type { Group, Interface, Network } from './topology.ts';

/** An opening of a network interface. */
export interface Reached {
  at: Interface;
  opening: Opening;
}

export interface GroupFacts {
  group: Group;
  /** What its own rules open to everyone of the internet, wherever it is used. */
  open: Opening[];
  users: Interface[];
  /** What is open to everyone at those, and its rules take part in. */
  reached: Reached[];
  /** A rule of another group names it. */
  isNamed: boolean;
}

/** What follows from a network. */
export interface Analysis {
  groups: Map<string, GroupFacts>;
  /** With what is open to everyone alone. */
  reaches: Map<string, Reach>;
}

const analyses = new WeakMap<Network, Analysis>();

/** Worked out once for what was seen. */
export function analysisOf(network: Network): Analysis {
  const known = analyses.get(network);
  if (known) return known;
  const found = new Map(
    [...network.interfaces.items.values()].map((one) => [one.id, foundAt(one, network)]),
  );
  return analysed(network, found);
}

/** Works it out piece by piece, so that the keyboard answers meanwhile. */
export async function prepareAnalysis(network: Network): Promise<void> {
  if (analyses.has(network)) return;
  const breathe = breather();
  const found = new Map<string, Found>();
  for (const one of network.interfaces.items.values()) {
    await breathe();
    found.set(one.id, foundAt(one, network));
  }
  for (const group of network.groups.items.values()) {
    await breathe();
    openOf(group, network);
  }
  analysed(network, found);
}

/** What is open to everyone at an interface, and by which groups. */
interface Found {
  at: Interface;
  reach: Reach;
  byGroup: Map<string, Reached[]>;
}

function foundAt(at: Interface, network: Network): Found {
  const reach = reachOfEveryone(at, network);
  return { at, reach, byGroup: reachedByGroup(at, reach, network) };
}

function analysed(network: Network, found: Map<string, Found>): Analysis {
  const reaches = new Map([...found].map(([id, { reach }]) => [id, reach]));
  const users = usersByGroup([...found.values()].map(({ at }) => at));
  const named = namedGroups(network);
  const groups = new Map(
    [...network.groups.items.values()].map((group) => {
      const own = users.get(group.id) ?? [];
      const facts: GroupFacts = {
        group,
        open: openOf(group, network),
        users: own,
        reached: own.flatMap((at) => found.get(at.id)?.byGroup.get(group.id) ?? []),
        isNamed: named.has(group.id),
      };
      return [group.id, facts];
    }),
  );
  const analysis = { groups, reaches };
  analyses.set(network, analysis);
  return analysis;
}

/** The group that every VPC has. Nobody can delete it. */
export const isDefault = ({ name }: Group): boolean => name === 'default';

/** What is for everyone anyway, or harmless. */
export const isMeantForAll = (opening: Opening): boolean =>
  kindsOf(opening).every((kind) => kind === 'web' || kind === 'ping');

/** What is open to everyone at an interface, by the groups that open it: those that do so alone, else all that take part. */
function reachedByGroup(
  at: Interface,
  { openings }: Reach,
  { prefixLists }: Network,
): Map<string, Reached[]> {
  const found = new Map<string, Reached[]>();
  for (const opening of openings.filter(isForEveryone)) {
    const groups = [...new Set(opening.rules.map(({ group }) => group))];
    const alone = groups.filter((id) => {
      const own = opening.rules.filter(({ group }) => group === id);
      const whom = either(own.map(({ rule }) => whoOf(rule.source, prefixLists)));
      return isForEveryone({ who: through(opening.who, whom) });
    });
    for (const id of alone.length > 0 ? alone : groups) {
      found.set(id, [...(found.get(id) ?? []), { at, opening }]);
    }
  }
  return found;
}

function usersByGroup(interfaces: Interface[]): Map<string, Interface[]> {
  const users = new Map<string, Interface[]>();
  for (const one of interfaces) {
    for (const id of one.groups) {
      const own = users.get(id);
      if (own) own.push(one);
      else users.set(id, [one]);
    }
  }
  return users;
}

function namedGroups({ groups }: Network): Set<string> {
  const named = new Set<string>();
  for (const { id, rules } of groups.items.values()) {
    for (const { source } of rules)
      if (source.startsWith('sg-') && source !== id) named.add(source);
  }
  return named;
}

/** Of a group, what its rules open does not change but with the lists that they name. */
const opened = new WeakMap<Group, { lists: number; open: Opening[] }>();

function openOf(group: Group, { prefixLists }: Network): Opening[] {
  const before = opened.get(group);
  if (before?.lists === prefixLists.size) return before.open;
  const rules = group.rules.map((rule) => ({ group: group.id, rule }));
  const open = mayBeForEveryone(rules)
    ? openingsOf(rules, prefixLists, { from: exactly(INTERNET), acl: null }).filter(isForEveryone)
    : [];
  opened.set(group, { lists: prefixLists.size, open });
  return open;
}
