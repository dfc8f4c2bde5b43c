import type {
  ManagedPrefixList,
  NetworkAcl,
  NetworkInterface,
  PrefixListEntry,
  RouteTable,
  SecurityGroup,
  Subnet,
  Vpc,
} from '@aws-sdk/client-ec2';
import * as v from 'valibot';

/** The network of one region, in EC2's own form: it is only read. */
export interface Ec2Network {
  vpcs: Vpc[];
  subnets: Subnet[];
  routeTables: RouteTable[];
  acls: NetworkAcl[];
  groups: SecurityGroup[];
  interfaces: NetworkInterface[];
  prefixLists: { list: ManagedPrefixList; entries: PrefixListEntry[] }[];
}

/** Nobody but this program writes it: its parts are not looked at. */
export const Ec2Network = v.custom<Ec2Network>((it) => typeof it === 'object' && it !== null);
