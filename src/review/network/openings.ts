import { aclCuts, lets, repliesTo } from './acl.ts';
import {
  ANYBODY,
  type Bounds,
  either,
  exactly,
  isEmpty,
  isSameBounds,
  NOBODY,
  NOT_KNOWN,
  through,
} from './bounds.ts';
import { EVERYWHERE, INTERNET_V4, INTERNET_V6, type Ranges, rangesOf } from './ip-ranges.ts';
import { ALL_PROTOCOLS, hasPorts, ICMP, ICMPV6, LAST_PORT, TCP, UDP } from './protocols.ts';
import type { Acl, AclEntry, PrefixList, Rule } from './topology.ts';

/** A rule, and the group that has it. */
export interface OwnedRule {
  group: string;
  rule: Rule;
}

/** What somebody lets in: from port to port, from whom, and by which rules. */
export interface Opening {
  protocol: number;
  from: number;
  to: number;
  who: Bounds;
  rules: OwnedRule[];
}

/** How one comes to where the rules hold. */
export interface Way {
  /** Who comes that far. */
  from: Bounds;
  /** `null`: none is looked at. `undefined`: not known. */
  acl: Acl | null | undefined;
}

/** What these rules let in of what comes this way, port by port. Nothing that is open for nobody. */
export function openingsOf(
  rules: OwnedRule[],
  lists: Map<string, PrefixList>,
  way: Way,
): Opening[] {
  const open = rules.flatMap((owned) => {
    if (owned.rule.isEgress) return [];
    const who = through(way.from, whoOf(owned.rule.source, lists));
    return isEmpty(who) ? [] : [{ ...owned, who }];
  });
  return protocolsIn(open).flatMap((protocol) => openingsIn(protocol, open, way));
}

type Open = OwnedRule & { who: Bounds };

/** Of whom a rule speaks. Another security group is nobody of the internet. */
export function whoOf(source: string, lists: Map<string, PrefixList>): Bounds {
  if (source.startsWith('sg-')) return NOBODY;
  if (!source.startsWith('pl-')) {
    const ranges = rangesOf(source);
    return ranges ? exactly(ranges) : NOT_KNOWN;
  }
  const entries = lists.get(source)?.entries;
  if (!entries || 'unknown' in entries) return NOT_KNOWN;
  return either(entries.is.map((cidr) => whoOf(cidr, lists)));
}

/** Those that rules name, and for a rule of all protocols, those that have names. */
function protocolsIn(open: Open[]): number[] {
  const named = open.map(({ rule }) => rule.protocol);
  return [
    ...new Set(named.flatMap((one) => (one === ALL_PROTOCOLS ? [TCP, UDP, ICMP, ICMPV6] : [one]))),
  ];
}

function openingsIn(protocol: number, all: Open[], way: Way): Opening[] {
  const open = all.filter(
    ({ rule }) => rule.protocol === protocol || rule.protocol === ALL_PROTOCOLS,
  );
  const cuts = hasPorts(protocol)
    ? [...open.flatMap(({ rule }) => portsOf(rule)), ...(way.acl ? aclCuts(way.acl, protocol) : [])]
    : [];
  const starts = [...new Set([0, ...cuts])].filter((at) => at <= LAST_PORT).sort((a, b) => a - b);
  const found: Opening[] = [];
  for (const [at, from] of starts.entries()) {
    const to = (starts[at + 1] ?? LAST_PORT + 1) - 1;
    const opening = openingAt(protocol, from, to, open, way);
    const before = found.at(-1);
    if (before && opening && before.to === from - 1 && isAlike(before, opening)) before.to = to;
    else if (opening) found.push(opening);
  }
  return found;
}

/** ICMP is of one family each. */
const familyOf = (protocol: number): Ranges =>
  protocol === ICMP ? INTERNET_V4 : protocol === ICMPV6 ? INTERNET_V6 : EVERYWHERE;

/** Where something begins, and where it ends. */
const portsOf = ({ protocol, from, to }: Rule | AclEntry): number[] =>
  protocol === ALL_PROTOCOLS ? [] : [from, to + 1];

function openingAt(
  protocol: number,
  from: number,
  to: number,
  open: Open[],
  { acl }: Way,
): Opening | undefined {
  const rules = open.filter(
    ({ rule }) =>
      rule.protocol === ALL_PROTOCOLS ||
      !hasPorts(protocol) ||
      (rule.from <= from && to <= rule.to),
  );
  if (rules.length === 0) return undefined;
  const who = through(
    either(rules.map((one) => one.who)),
    exactly(familyOf(protocol)),
    acl === null ? ANYBODY : acl ? lets(acl, protocol, from) : NOT_KNOWN,
    acl === null ? ANYBODY : acl ? repliesTo(acl, protocol) : NOT_KNOWN,
  );
  if (isEmpty(who)) return undefined;
  return {
    protocol,
    from,
    to,
    who,
    rules: rules
      .filter((one) => !isEmpty(through(one.who, who)))
      .map(({ group, rule }) => ({ group, rule })),
  };
}

const isAlike = (one: Opening, other: Opening): boolean =>
  isSameBounds(one.who, other.who) &&
  one.rules.length === other.rules.length &&
  one.rules.every(({ rule }, at) => rule === other.rules[at]?.rule);
