import type { Known } from '../known.ts';

/** What AWS lists. It is shown as it comes, and what is missing does not exist only once all has come. */
export interface List<T> {
  items: Map<string, T>;
  whole: Known<true>;
}

/** A rule of a security group. `protocol` and ports as in an entry of a network ACL. */
export interface Rule {
  isEgress: boolean;
  /** The protocol's number. -1: all. */
  protocol: number;
  from: number;
  to: number;
  /** A CIDR, or the id of a prefix list or of a security group. */
  source: string;
}

export interface Group {
  id: string;
  name: string;
  vpc: string;
  about: string;
  rules: Rule[];
}

/** `off`, `block-ingress` or `block-bidirectional`: VPC Block Public Access. Absent if AWS says nothing of it. */
type Block = string | undefined;

export interface Vpc {
  id: string;
  name?: string;
  cidrs: string[];
  isDefault: boolean;
  block?: Block;
}

export interface Subnet {
  id: string;
  name?: string;
  vpc: string;
  cidrs: string[];
  zone: string;
  /** An instance that is launched in it gets a public IPv4 address. */
  givesAddresses: boolean;
  block?: Block;
}

export interface Route {
  /** A CIDR, or the id of a prefix list. */
  to: string;
  /** `local`, or the id of a gateway, an interface, a connection. */
  target: string;
  isBlackhole: boolean;
}

export interface RouteTable {
  id: string;
  name?: string;
  vpc: string;
  /** Holds for the subnets of the VPC that are in no table. */
  isMain: boolean;
  subnets: string[];
  /** Internet gateways whose incoming traffic it directs. */
  gateways: string[];
  routes: Route[];
}

export interface AclEntry {
  number: number;
  isEgress: boolean;
  allows: boolean;
  protocol: number;
  from: number;
  to: number;
  /** It is about one type of ICMP only. */
  isOneType: boolean;
  source: string;
}

export interface Acl {
  id: string;
  name?: string;
  vpc: string;
  isDefault: boolean;
  subnets: string[];
  /** In order of evaluation. */
  entries: AclEntry[];
}

export interface Interface {
  id: string;
  vpc: string;
  subnet: string;
  groups: string[];
  /** The instance that it is attached to. */
  instance?: string;
  type: string;
  isInUse: boolean;
  about: string;
  privateAddress: string;
  /** Public IPv4 addresses, and all IPv6 addresses. */
  addresses: string[];
  /** AWS drops what comes from the internet by IPv6. */
  dropsInternet: boolean;
}

export interface Instance {
  id: string;
  name?: string;
  state: string;
}

export interface PrefixList {
  name?: string;
  entries: Known<string[]>;
}

/** The network of one region. */
export interface Network {
  region: string;
  vpcs: List<Vpc>;
  subnets: List<Subnet>;
  tables: List<RouteTable>;
  groups: List<Group>;
  acls: List<Acl>;
  interfaces: List<Interface>;
  instances: List<Instance>;
  /** Those that rules and routes name. */
  prefixLists: Map<string, PrefixList>;
}

/** What is there, what is not there, and what is not known to be either. */
export function inList<T>({ items, whole }: List<T>, id: string): Known<T | null> {
  const item = items.get(id);
  if (item !== undefined) return { is: item };
  return 'is' in whole ? { is: null } : whole;
}

/** The first that is so. As long as not all has come, that there is none is not known. */
export function findIn<T>({ items, whole }: List<T>, isIt: (one: T) => boolean): Known<T | null> {
  for (const item of items.values()) if (isIt(item)) return { is: item };
  return 'is' in whole ? { is: null } : whole;
}
