import type {
  ListedAcl,
  ListedEntry,
  ListedGroup,
  ListedInstance,
  ListedInterface,
  ListedPermission,
  ListedRoute,
  ListedSubnet,
  ListedTable,
  ListedVpc,
} from './listed-types.ts';
import { hasPorts, LAST_PORT, protocolOf } from './protocols.ts';
import type {
  Acl,
  AclEntry,
  Group,
  Instance,
  Interface,
  Route,
  RouteTable,
  Rule,
  Subnet,
  Vpc,
} from './topology.ts';

/** What the page needs of what AWS lists, and no more: of thousands of rules, the rest would fill the memory. */

const nameIn = (tags: ListedVpc['Tags'] = []): { name?: string } => {
  const name = tags.find(({ Key }) => Key === 'Name')?.Value;
  return name ? { name } : {};
};

const given = (texts: (string | undefined)[]): string[] => texts.flatMap((text) => text ?? []);

export const vpcOf = (one: ListedVpc): Vpc => ({
  id: one.VpcId ?? '',
  ...nameIn(one.Tags),
  cidrs: given([
    one.CidrBlock,
    ...(one.CidrBlockAssociationSet ?? []).map(({ CidrBlock }) => CidrBlock),
    ...(one.Ipv6CidrBlockAssociationSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ]).filter((cidr, at, all) => all.indexOf(cidr) === at),
  isDefault: one.IsDefault === true,
  block: one.BlockPublicAccessStates?.InternetGatewayBlockMode,
});

export const subnetOf = (one: ListedSubnet): Subnet => ({
  id: one.SubnetId ?? '',
  ...nameIn(one.Tags),
  vpc: one.VpcId ?? '',
  cidrs: given([
    one.CidrBlock,
    ...(one.Ipv6CidrBlockAssociationSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ]),
  zone: one.AvailabilityZone ?? '',
  givesAddresses: one.MapPublicIpOnLaunch === true,
  block: one.BlockPublicAccessStates?.InternetGatewayBlockMode,
});

export const tableOf = (one: ListedTable): RouteTable => {
  // An association that ends is over for the traffic, too.
  const live = (one.Associations ?? []).filter(
    ({ AssociationState }) => !/^disassociat|^failed/.test(AssociationState?.State ?? ''),
  );
  return {
    id: one.RouteTableId ?? '',
    ...nameIn(one.Tags),
    vpc: one.VpcId ?? '',
    isMain: live.some(({ Main }) => Main === true),
    subnets: given(live.map(({ SubnetId }) => SubnetId)),
    gateways: given(live.map(({ GatewayId }) => GatewayId)),
    routes: (one.Routes ?? []).map(routeOf),
  };
};

const routeOf = (one: ListedRoute): Route => ({
  to: one.DestinationCidrBlock ?? one.DestinationIpv6CidrBlock ?? one.DestinationPrefixListId ?? '',
  target:
    one.EgressOnlyInternetGatewayId ??
    one.NatGatewayId ??
    one.TransitGatewayId ??
    one.LocalGatewayId ??
    one.CarrierGatewayId ??
    one.VpcPeeringConnectionId ??
    one.CoreNetworkArn ??
    one.OdbNetworkArn ??
    one.GatewayId ??
    one.NetworkInterfaceId ??
    one.InstanceId ??
    '',
  isBlackhole: one.State === 'blackhole',
});

export const groupOf = (one: ListedGroup): Group => ({
  id: one.GroupId ?? '',
  name: one.GroupName ?? '',
  vpc: one.VpcId ?? '',
  about: one.Description ?? '',
  rules: [
    ...(one.IpPermissions ?? []).flatMap((permission) => rulesOf(permission, false)),
    ...(one.IpPermissionsEgress ?? []).flatMap((permission) => rulesOf(permission, true)),
  ],
});

function rulesOf(one: ListedPermission, isEgress: boolean): Rule[] {
  const sources = given([
    ...(one.IpRanges ?? []).map(({ CidrIp }) => CidrIp),
    ...(one.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6),
    ...(one.PrefixListIds ?? []).map(({ PrefixListId }) => PrefixListId),
    ...(one.UserIdGroupPairs ?? []).map(({ GroupId }) => GroupId),
  ]);
  const protocol = protocolOf(one.IpProtocol);
  const ports = portsOf(protocol, one.FromPort, one.ToPort);
  return sources.map((source) => ({ isEgress, protocol, ...ports, source: kept(source) }));
}

/** All of them, if AWS says none, or -1. */
function portsOf(protocol: number, from = -1, to = -1): { from: number; to: number } {
  const hasNone = !hasPorts(protocol) || from < 0 || to < 0;
  return hasNone ? { from: 0, to: LAST_PORT } : { from, to };
}

export const aclOf = (one: ListedAcl): Acl => ({
  id: one.NetworkAclId ?? '',
  ...nameIn(one.Tags),
  vpc: one.VpcId ?? '',
  isDefault: one.IsDefault === true,
  subnets: given((one.Associations ?? []).map(({ SubnetId }) => SubnetId)),
  entries: (one.Entries ?? []).map(entryOf).sort((a, b) => a.number - b.number),
});

function entryOf(one: ListedEntry): AclEntry {
  const protocol = protocolOf(one.Protocol);
  return {
    number: one.RuleNumber ?? 0,
    isEgress: one.Egress === true,
    allows: one.RuleAction === 'allow',
    protocol,
    ...portsOf(protocol, one.PortRange?.From, one.PortRange?.To),
    isOneType: (one.IcmpTypeCode?.Type ?? -1) !== -1,
    source: one.CidrBlock ?? one.Ipv6CidrBlock ?? '',
  };
}

export const interfaceOf = (one: ListedInterface): Interface => ({
  id: one.NetworkInterfaceId ?? '',
  vpc: one.VpcId ?? '',
  subnet: one.SubnetId ?? '',
  groups: given((one.Groups ?? []).map(({ GroupId }) => GroupId)),
  ...(one.Attachment?.InstanceId && { instance: one.Attachment.InstanceId }),
  type: one.InterfaceType ?? '',
  isInUse: one.Status !== 'available',
  about: one.Description ?? '',
  privateAddress: one.PrivateIpAddress ?? one.Ipv6Addresses?.[0]?.Ipv6Address ?? '',
  addresses: given([
    one.Association?.PublicIp,
    ...(one.PrivateIpAddresses ?? []).map(({ Association }) => Association?.PublicIp),
    ...(one.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address),
  ]).filter((address, at, all) => all.indexOf(address) === at),
  dropsInternet: one.DenyAllIgwTraffic === true,
});

export const instanceOf = (one: ListedInstance): Instance => ({
  id: one.InstanceId ?? '',
  ...nameIn(one.Tags),
  state: one.State?.Name ?? '',
});

const KEPT = new Map<string, string>();
const KEPT_MOST = 10_000;

/** The same text once. Most rules speak of few addresses, and a part of a response keeps the whole response in memory. */
function kept(text: string): string {
  const known = KEPT.get(text);
  if (known !== undefined) return known;
  const own = JSON.parse(JSON.stringify(text)) as string;
  if (KEPT.size < KEPT_MOST) KEPT.set(own, own);
  return own;
}
