import { exactly } from './bounds.ts';
import { INTERNET, levelOf, rangesOf } from './ip-ranges.ts';
import { type Opening, openingsOf } from './openings.ts';
import { kindsOf } from './ports.ts';
import { type Reach, reachOf } from './reach.ts';
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
  reaches: Map<string, Reach>;
}

const analyses = new WeakMap<Network, Analysis>();

/** Worked out once for what was seen. */
export function analysisOf(network: Network): Analysis {
  const known = analyses.get(network);
  if (known) return known;
  const interfaces = [...network.interfaces.items.values()];
  const reaches = new Map(interfaces.map((one) => [one.id, reachOf(one, network)]));
  const users = usersByGroup(interfaces);
  const named = namedGroups(network);
  const groups = new Map(
    [...network.groups.items.values()].map((group) => {
      const own = users.get(group.id) ?? [];
      const facts: GroupFacts = {
        group,
        open: openOf(group, network),
        users: own,
        reached: own.flatMap((at) =>
          (reaches.get(at.id)?.openings ?? [])
            .filter(
              (opening) =>
                isForEveryone(opening) && opening.rules.some((one) => one.group === group.id),
            )
            .map((opening) => ({ at, opening })),
        ),
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

/** Everyone, perhaps: `isSure` tells. */
export const isForEveryone = ({ who }: Opening): boolean => levelOf(who.maybe) === 'everyone';

export const isSure = ({ who }: Opening): boolean => levelOf(who.sure) === 'everyone';

/** What is for everyone anyway, or harmless. */
export const isMeantForAll = (opening: Opening): boolean =>
  kindsOf(opening).every((kind) => kind === 'web' || kind === 'ping');

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
  const open = mayBeEveryone(group)
    ? openingsOf(rules, prefixLists, { from: exactly(INTERNET), acl: null }).filter(isForEveryone)
    : [];
  opened.set(group, { lists: prefixLists.size, open });
  return open;
}

/** By the lengths of their ranges alone: the rules of most groups need not be looked at port by port. What cannot be read may be. */
function mayBeEveryone({ rules }: Group): boolean {
  let v4 = 0;
  let v6 = 0;
  for (const { source, isEgress } of rules) {
    if (isEgress || source.startsWith('sg-')) continue;
    if (!rangesOf(source)) return true;
    const length = Number(source.split('/')[1] ?? 128);
    if (source.includes(':')) v6 += 2 ** -length;
    else v4 += 2 ** -length;
  }
  return v4 >= 2 ** -8 || v6 >= 2 ** -16;
}
