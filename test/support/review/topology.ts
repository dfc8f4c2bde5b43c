import { familiesOf, levelOf, type Ranges } from '../../../src/review/network/ip-ranges.ts';
import { protocolName } from '../../../src/review/network/network-words.ts';
import type { Opening } from '../../../src/review/network/openings.ts';
import { LAST_PORT, protocolOf } from '../../../src/review/network/protocols.ts';
import type { Reach } from '../../../src/review/network/reach.ts';
import type {
  AclEntry,
  Interface,
  List,
  Network,
  Route,
  Rule,
} from '../../../src/review/network/topology.ts';

const UNREAD = { unknown: { en: 'denied' } };

const list = <T extends { id: string }>(...all: T[]): List<T> => ({
  items: new Map(all.map((one) => [one.id, one])),
  whole: { is: true },
});

const portsIn = (word: string): { from: number; to: number } => {
  if (word === 'all') return { from: 0, to: LAST_PORT };
  const [from = 0, to = from] = word.split('-').map(Number);
  return { from, to };
};

const protocolIn = (word: string) => protocolOf(word === 'all' ? '-1' : word);

function ruleIn([protocol = '', ports = '', source = '']: string[], isEgress: boolean): Rule {
  return { isEgress, protocol: protocolIn(protocol), ...portsIn(ports), source };
}

function entryIn(words: string[]): AclEntry {
  const [direction, number, action, protocol = '', ports = '', source = '', type] = words;
  return {
    number: Number(number),
    isEgress: direction === 'out',
    allows: action === 'allow',
    protocol: protocolIn(protocol),
    ...portsIn(ports),
    isOneType: type === 'one-type',
    source,
  };
}

const routeIn = ([to = '', target = '', gone]: string[]): Route => ({
  to,
  target,
  isBlackhole: gone === 'gone',
});

/**
 * A subnet with one network interface, as a line of words says it. Without words: a running instance with a public IPv4 address, in a
 * group that lets nobody in, in a subnet of the main route table, which leads to the internet, with an ACL that lets all through.
 */
export function topology(words: string): { at: Interface; network: Network } {
  const at: Interface = {
    id: 'eni-1',
    vpc: 'vpc-1',
    subnet: 'subnet-1',
    groups: ['sg-1'],
    instance: 'i-1',
    type: 'interface',
    isInUse: true,
    about: '',
    privateAddress: '10.0.1.5',
    addresses: ['203.0.113.10'],
    dropsInternet: false,
  };
  const local = routeIn(['10.0.0.0/16', 'local']);
  const main = {
    id: 'rtb-main',
    vpc: 'vpc-1',
    isMain: true,
    subnets: [] as string[],
    gateways: [] as string[],
    routes: [local, routeIn(['0.0.0.0/0', 'igw-1']), routeIn(['::/0', 'igw-1'])],
  };
  const byDefault = main.routes;
  const own = { ...main, id: 'rtb-own', isMain: false, routes: [local] };
  const edge = { ...own, id: 'rtb-edge', gateways: ['igw-1'], routes: [] as Route[] };
  const acl = {
    id: 'acl-1',
    vpc: 'vpc-1',
    isDefault: true,
    subnets: ['subnet-1'],
    entries: [] as AclEntry[],
  };
  const groups = [1, 2].map((n) => ({
    id: `sg-${n}`,
    name: `group ${n}`,
    vpc: 'vpc-1',
    about: '',
    rules: [] as Rule[],
  }));
  const vpc = {
    id: 'vpc-1',
    cidrs: ['10.0.0.0/16'],
    isDefault: false,
    block: undefined as string | undefined,
  };
  const subnet = {
    id: 'subnet-1',
    vpc: 'vpc-1',
    cidrs: ['10.0.1.0/24'],
    zone: 'a',
    givesAddresses: true,
    block: undefined as string | undefined,
  };
  const instance = { id: 'i-1', state: 'running' };
  const network: Network = {
    region: 'us-east-1',
    vpcs: list(vpc),
    subnets: list(subnet),
    tables: list(main),
    groups: list(...groups),
    acls: list(acl),
    interfaces: list(at),
    instances: list(instance),
    prefixLists: new Map(),
  };
  const say: Record<string, (rest: string[]) => void> = {
    in: (rest) => groups[0]?.rules.push(ruleIn(rest, false)),
    out: (rest) => groups[0]?.rules.push(ruleIn(rest, true)),
    in2(rest) {
      at.groups = ['sg-1', 'sg-2'];
      groups[1]?.rules.push(ruleIn(rest, false));
    },
    main(rest) {
      if (main.routes === byDefault) main.routes = [local];
      if (rest.length > 0) main.routes.push(routeIn(rest));
    },
    own(rest) {
      own.subnets = ['subnet-1'];
      network.tables.items.set(own.id, own);
      if (rest.length > 0) own.routes.push(routeIn(rest));
    },
    edge(rest) {
      network.tables.items.set(edge.id, edge);
      edge.routes.push(routeIn(rest));
    },
    acl: (rest) => acl.entries.push(entryIn(rest)),
    block([where, mode]) {
      (where === 'vpc' ? vpc : subnet).block = mode;
    },
    address(rest) {
      at.addresses = rest.filter((one) => one !== 'none');
    },
    state: ([state = '']) => Object.assign(instance, { state }),
    type([type = '']) {
      at.type = type;
      delete at.instance;
    },
    ungrouped() {
      at.groups = [];
    },
    detached() {
      at.isInUse = false;
      delete at.instance;
    },
    drops() {
      at.dropsInternet = true;
    },
    list([id = '', entries = '']) {
      network.prefixLists.set(id, {
        entries: entries === 'denied' ? UNREAD : { is: entries.split(',') },
      });
    },
    denied([name = '']) {
      const unread = network[name as 'acls'];
      unread.items.clear();
      unread.whole = UNREAD;
    },
    gone([name = '']) {
      network[name as 'acls'].items.clear();
    },
  };
  for (const part of words.split(';').map((one) => one.trim())) {
    const [word = '', ...rest] = part.split(/\s+/);
    if (word === '') continue;
    if (!say[word]) throw new Error(`no such word: ${word}`);
    say[word](rest);
  }
  for (const isEgress of [false, true]) {
    if (acl.entries.some((one) => one.isEgress === isEgress)) continue;
    const direction = isEgress ? 'out' : 'in';
    acl.entries.push(entryIn([direction, '100', 'allow', 'all', 'all', '0.0.0.0/0']));
    acl.entries.push(entryIn([direction, '101', 'allow', 'all', 'all', '::/0']));
  }
  acl.entries.sort((a, b) => a.number - b.number);
  return { at, network };
}

/** `tcp 22 everyone v4`, or what stops all. */
export function verdictOf({ steps, openings }: Reach): string {
  const stop = steps.find(({ passes }) => passes === false);
  if (stop) return `nothing: ${stop.id}`;
  const said = openings.map(openingWords);
  return said.length > 0 ? said.join(', ') : 'nothing: rules';
}

function openingWords({ protocol, from, to, who }: Opening): string {
  const ports = from === 0 && to === LAST_PORT ? 'all' : from === to ? from : `${from}-${to}`;
  const { sure, maybe } = who;
  const level = levelOf(sure);
  const families = (set: Ranges) => familiesOf(set).join('+').replaceAll('IP', '');
  const words = level === 'nobody' ? '' : `${level} ${families(sure)}`;
  const perhaps =
    levelOf(maybe) === level && families(maybe) === families(sure)
      ? ''
      : `perhaps ${levelOf(maybe)} ${families(maybe)}`;
  return [protocolName(protocol), ports, words, perhaps].filter((one) => one !== '').join(' ');
}
