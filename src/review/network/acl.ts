import { type Bounds, exactly } from './bounds.ts';
import { both, EVERYWHERE, NOWHERE, type Ranges, rangesOf, union, without } from './ip-ranges.ts';
import { ALL_PROTOCOLS, hasPorts, LAST_PORT } from './protocols.ts';
import type { Acl, AclEntry } from './topology.ts';

const isAbout = (entry: AclEntry, protocol: number, isEgress: boolean): boolean =>
  entry.isEgress === isEgress &&
  (entry.protocol === ALL_PROTOCOLS || entry.protocol === protocol) &&
  // A rule about one type of ICMP stops the others not.
  !(entry.isOneType && !entry.allows);

const hasPort = (entry: AclEntry, protocol: number, port: number): boolean =>
  entry.protocol === ALL_PROTOCOLS ||
  !hasPorts(protocol) ||
  (entry.from <= port && port <= entry.to);

/** The ports at which another rule begins to hold for what comes in. */
export const aclCuts = ({ entries }: Acl, protocol: number, isEgress = false): number[] =>
  entries
    .filter((entry) => entry.protocol === protocol && isAbout(entry, protocol, isEgress))
    .flatMap(({ from, to }) => [from, to + 1]);

/** Each address and the rule that decides on it: the first one that is about it. What none is about is stopped. */
export function decisions(acl: Acl, protocol: number, port: number, isEgress: boolean) {
  let left: Ranges = EVERYWHERE;
  const decided: { entry: AclEntry; whom: Ranges }[] = [];
  for (const entry of acl.entries) {
    if (!isAbout(entry, protocol, isEgress) || !hasPort(entry, protocol, port)) continue;
    const about = rangesOf(entry.source) ?? NOWHERE;
    const whom = both(left, about);
    if (whom.length > 0) decided.push({ entry, whom });
    left = without(left, about);
  }
  return decided;
}

const allowed = (acl: Acl, protocol: number, port: number, isEgress: boolean): Ranges =>
  union(
    ...decisions(acl, protocol, port, isEgress).map(({ entry, whom }) =>
      entry.allows ? whom : NOWHERE,
    ),
  );

/** Whom the ACL lets in to this port. */
export const lets = (acl: Acl, protocol: number, port: number): Bounds =>
  exactly(allowed(acl, protocol, port, false));

/** The ports that programs take for the near end of a connection. VPC User Guide, "Ephemeral ports". */
const EPHEMERAL = 1024;

/**
 * Who gets an answer. An ACL does not remember who asked: the answer has to be let out, to the port that was asked from. Most programs
 * ask from one above 1023. Whoever means to, asks from any: if only lower ones are let out, they get one perhaps.
 */
export function repliesTo(acl: Acl, protocol: number): Bounds {
  if (!hasPorts(protocol)) return exactly(allowed(acl, protocol, 0, true));
  const starts = [1, EPHEMERAL, ...aclCuts(acl, protocol, true)].filter(
    (port) => port >= 1 && port <= LAST_PORT,
  );
  const to = (ports: number[]) => union(...ports.map((port) => allowed(acl, protocol, port, true)));
  return { sure: to(starts.filter((port) => port >= EPHEMERAL)), maybe: to(starts) };
}
