import { listed } from '../../text/listed.ts';
import { type Text, t } from '../../text/text.ts';
import type { Cell, Grade } from '../page.ts';
import { isSure } from './everyone.ts';
import { familiesOf, levelOf } from './ip-ranges.ts';
import type { Opening } from './openings.ts';
import { kindsOf, portText } from './ports.ts';
import { ALL_PROTOCOLS, ICMP, ICMPV6, LAST_PORT, TCP, UDP } from './protocols.ts';
import type { Interface, Network } from './topology.ts';

/** A name where there is one, with the id that nobody can mistake. */
export const named = (id: string, name: string | undefined): string =>
  name ? `${name} (${id})` : id;

/** More do not fit into a cell. The detail has all. */
const SHOWN = 3;

const shortened = (texts: Text[]): Text =>
  texts.length > SHOWN
    ? t('{some} and {n} more', { some: listed(texts.slice(0, SHOWN)), n: texts.length - SHOWN })
    : listed(texts);

/** How bad what is open to everyone is. */
export function gradeOf(openings: Opening[]): Grade | undefined {
  const kinds = openings.flatMap(kindsOf);
  if (kinds.includes('admin') || kinds.includes('data')) return 'do';
  return kinds.includes('other') ? 'watch' : undefined;
}

/** What is dangerous comes first. */
const RANK = { do: 0, watch: 1, fine: 2 };
const rankOf = (opening: Opening): number => RANK[gradeOf([opening]) ?? 'fine'];

/** `SSH (22), PostgreSQL (5432) and 2 more`. Each port once, though rules of several groups open it. */
export function portsText(openings: Opening[]): Text {
  const isWhole = (protocol: number) =>
    openings.some((one) => one.protocol === protocol && one.from === 0 && one.to === LAST_PORT);
  if (isWhole(TCP) && isWhole(UDP)) return t('all ports');
  const texts = openings.toSorted((one, other) => rankOf(one) - rankOf(other)).map(portText);
  return shortened(texts.filter((text, at) => texts.findIndex((one) => isAlike(one, text)) === at));
}

const isAlike = (one: Text, other: Text): boolean => JSON.stringify(one) === JSON.stringify(other);

export const namesText = (names: string[]): Text =>
  shortened(names.map((name) => t('{name}', { name })));

const PROTOCOLS: Record<number, string> = {
  [ALL_PROTOCOLS]: 'all',
  [TCP]: 'tcp',
  [UDP]: 'udp',
  [ICMP]: 'icmp',
  [ICMPV6]: 'icmpv6',
};

export const protocolName = (protocol: number): string => PROTOCOLS[protocol] ?? String(protocol);

/** What `--json` says of an opening. */
export const openingJson = (opening: Opening) => ({
  protocol: protocolName(opening.protocol),
  from: opening.from,
  to: opening.to,
  families: familiesOf(opening.who.maybe),
  who: isSure(opening) ? 'everyone' : levelOf(opening.who.sure) === 'some' ? 'some' : 'unknown',
});

/** What somebody calls it: the instance's name, what AWS says of it, or its id. */
export function nameOf(one: Interface, { instances }: Network): string {
  if (one.instance !== undefined) return instances.items.get(one.instance)?.name || one.instance;
  return one.about || one.id;
}

/** What it is found by: the instance, or the network interface. */
export const keyOf = ({ id, instance }: Interface): string => instance ?? id;

/** A cell of something that comes with a list that may not have come. */
export const cellFrom = <T>(one: { is: T } | { unknown: Text }, show: (is: T) => Cell): Cell =>
  'is' in one ? show(one.is) : one;

export const countCell = (n: number): Cell => ({ text: t('{n}', { n }), value: n, order: n });
