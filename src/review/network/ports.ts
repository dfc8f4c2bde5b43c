import { type Text, t } from '../../text/text.ts';
import type { Opening } from './openings.ts';
import { ICMP, ICMPV6, LAST_PORT, protocolOf, TCP, UDP } from './protocols.ts';

/** `admin`: who reaches it may try to sign in to the machine. `data`: to read what it keeps. `web`: is for everyone. */
export type PortKind = 'admin' | 'data' | 'web' | 'other' | 'ping';

/** By protocol and port. */
const KNOWN: Record<string, { name: string; kind: 'admin' | 'data' | 'web' }> = {};
const know = (kind: 'admin' | 'data' | 'web', ports: Record<string, string>) => {
  for (const [port, name] of Object.entries(ports)) KNOWN[port] = { name, kind };
};
know('admin', {
  'tcp 22': 'SSH',
  'tcp 445': 'SMB',
  'tcp 3389': 'RDP',
  'udp 3389': 'RDP',
  'tcp 5985': 'WinRM',
  'tcp 5986': 'WinRM',
});
know('data', {
  'tcp 1433': 'SQL Server',
  'tcp 1521': 'Oracle',
  'tcp 2375': 'Docker',
  'tcp 2379': 'etcd',
  'tcp 3306': 'MySQL',
  'tcp 5432': 'PostgreSQL',
  'tcp 5601': 'Kibana',
  'tcp 6379': 'Redis',
  'tcp 9092': 'Kafka',
  'tcp 9200': 'Elasticsearch',
  'tcp 11211': 'Memcached',
  'udp 11211': 'Memcached',
  'tcp 27017': 'MongoDB',
});
know('web', { 'tcp 80': 'HTTP', 'tcp 443': 'HTTPS', 'udp 443': 'HTTPS' });

/** Where somebody may try to sign in to a machine. */
export const ADMIN_PORTS = Object.entries(KNOWN).flatMap(([key, { kind }]) => {
  const [word = '', port = ''] = key.split(' ');
  return kind === 'admin' ? [{ protocol: protocolOf(word), port: Number(port) }] : [];
});

const wordOf = (protocol: number): string => (protocol === TCP ? 'tcp' : 'udp');

const knownIn = ({ protocol, from, to }: Opening) =>
  protocol !== TCP && protocol !== UDP
    ? []
    : Object.entries(KNOWN).flatMap(([key, one]) => {
        const [word, port = ''] = key.split(' ');
        return word === wordOf(protocol) && from <= Number(port) && Number(port) <= to
          ? [{ ...one, port: Number(port) }]
          : [];
      });

/** The kinds of ports that an opening opens. */
export function kindsOf(opening: Opening): PortKind[] {
  const { protocol, from, to } = opening;
  if (protocol === ICMP || protocol === ICMPV6) return ['ping'];
  const known = knownIn(opening);
  const kinds = new Set<PortKind>(known.map(({ kind }) => kind));
  if (known.length < to - from + 1) kinds.add('other');
  return [...kinds];
}

/** The ports of a kind that an opening opens, by their names: `SSH (22)`. */
export const namesOf = (opening: Opening, kind: 'admin' | 'data'): string[] =>
  knownIn(opening)
    .filter((one) => one.kind === kind)
    .map(({ name, port }) => `${name} (${port})`);

/** `SSH (22)`, `8000-8100`, `UDP 53`, `all TCP ports`, `ping (ICMP)`. */
export function portText(opening: Opening): Text {
  const { protocol, from, to } = opening;
  if (protocol === ICMP || protocol === ICMPV6) return t('ping (ICMP)');
  if (protocol !== TCP && protocol !== UDP) return t('protocol {n}', { n: protocol });
  const isAll = from === 0 && to === LAST_PORT;
  if (isAll) return protocol === TCP ? t('all TCP ports') : t('all UDP ports');
  const ports = from === to ? `${from}` : `${from}-${to}`;
  const [known] = from === to ? knownIn(opening) : [];
  const name = known ? `${known.name} (${ports})` : ports;
  return protocol === TCP ? t('{name}', { name }) : t('UDP {name}', { name });
}
