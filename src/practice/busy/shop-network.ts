import type { RouteTable, SecurityGroup } from '@aws-sdk/client-ec2';
import { defaultAcl, defaultGroup, defaultNetwork, idOf } from '../services/ec2/default-network.ts';
import type { Ec2Network } from '../state/account-state.ts';
import { ACCOUNT } from './facts.ts';
import { SECURITY_GROUPS, SUBNETS, VPC } from './machine-ids.ts';
import { group, lets } from './security-group.ts';
import { backDoors, balancer, privateAcl, withIpv6 } from './side-doors.ts';

const REGION = 'ap-northeast-2';
const ALL = '0.0.0.0/0';
const GATEWAY = 'igw-0b5e5a0c0ffee0001';
const NAT = 'nat-0b5e5a0c0ffee0001';
const OFFICE = 'pl-0b5e5a0c0ffee0001';

/**
 * The default VPC, and the VPC of the shop: a web server that is fine, a database that somebody opened for an afternoon, a group that
 * the console's wizard made and nothing uses, machines in the default group, and side doors.
 */
export function network(): Ec2Network {
  const found = defaultNetwork(ACCOUNT, REGION);
  return {
    vpcs: [
      ...found.vpcs,
      {
        VpcId: VPC,
        OwnerId: ACCOUNT,
        CidrBlock: '10.0.0.0/16',
        IsDefault: false,
        State: 'available',
        Tags: [{ Key: 'Name', Value: 'shop' }],
        BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
      },
    ],
    subnets: [
      ...found.subnets,
      subnet(SUBNETS.public, '10.0.1.0/24', 'public'),
      subnet(SUBNETS.private, '10.0.2.0/24', 'private'),
    ],
    routeTables: [
      ...found.routeTables,
      table('rtb-0b5e5a0c0ffee0001', { NatGatewayId: NAT }),
      table('rtb-0b5e5a0c0ffee0002', { GatewayId: GATEWAY }, SUBNETS.public),
    ],
    acls: [
      ...found.acls,
      withIpv6(defaultAcl(ACCOUNT, VPC, 'acl-0b5e5a0c0ffee0001', [SUBNETS.public])),
      privateAcl(),
    ],
    groups: [...found.groups, ...groups()],
    interfaces: [
      balancer(),
      {
        NetworkInterfaceId: 'eni-0b5e5a0c0ffee0009',
        InterfaceType: 'natGateway',
        Status: 'in-use',
        Description: `Interface for NAT Gateway ${NAT}`,
        OwnerId: ACCOUNT,
        VpcId: VPC,
        SubnetId: SUBNETS.public,
        PrivateIpAddress: '10.0.1.5',
        Groups: [],
        Association: { PublicIp: '203.0.113.5', IpOwnerId: ACCOUNT },
      },
    ],
    prefixLists: [
      {
        list: {
          PrefixListId: OFFICE,
          PrefixListName: 'office',
          AddressFamily: 'IPv4',
          State: 'create-complete',
          MaxEntries: 5,
          Version: 1,
          OwnerId: ACCOUNT,
        },
        entries: [{ Cidr: '198.51.100.0/24', Description: 'Seoul' }],
      },
    ],
  };
}

const subnet = (SubnetId: string, CidrBlock: string, Value: string) => ({
  SubnetId,
  VpcId: VPC,
  OwnerId: ACCOUNT,
  CidrBlock,
  AvailabilityZone: `${REGION}a`,
  MapPublicIpOnLaunch: Value === 'public',
  State: 'available' as const,
  Tags: [{ Key: 'Name', Value }],
  BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' as const },
});

/** Without a subnet, the main one. */
const table = (
  RouteTableId: string,
  way: { NatGatewayId: string } | { GatewayId: string },
  SubnetId?: string,
): RouteTable => ({
  RouteTableId,
  VpcId: VPC,
  OwnerId: ACCOUNT,
  Associations: [
    {
      Main: SubnetId === undefined,
      RouteTableId,
      RouteTableAssociationId: idOf('rtbassoc', RouteTableId),
      AssociationState: { State: 'associated' },
      ...(SubnetId && { SubnetId }),
    },
  ],
  Routes: [
    { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
    { DestinationCidrBlock: ALL, ...way, State: 'active' },
    ...('GatewayId' in way
      ? [{ DestinationIpv6CidrBlock: '::/0', ...way, State: 'active' as const }]
      : []),
  ],
});

const groups = (): SecurityGroup[] => [
  defaultGroup(ACCOUNT, VPC, SECURITY_GROUPS.default),
  group(SECURITY_GROUPS.web, 'web', 'the shop, for everybody', [
    lets(443, {
      IpRanges: [{ CidrIp: ALL, Description: 'the shop' }],
      Ipv6Ranges: [{ CidrIpv6: '::/0', Description: 'the shop' }],
    }),
    lets(80, { IpRanges: [{ CidrIp: ALL, Description: 'to https' }] }),
    lets(22, { PrefixListIds: [{ PrefixListId: OFFICE, Description: 'the office' }] }),
  ]),
  group(SECURITY_GROUPS.database, 'database', 'PostgreSQL of the shop', [
    lets(5432, {
      UserIdGroupPairs: [
        { GroupId: SECURITY_GROUPS.web, UserId: ACCOUNT, Description: 'the shop' },
      ],
      IpRanges: [{ CidrIp: ALL, Description: 'TEMP kim, remove tomorrow' }],
    }),
  ]),
  group(SECURITY_GROUPS.wizard, 'launch-wizard-1', 'launch-wizard-1 created 2024-03-11', [
    lets(22, { IpRanges: [{ CidrIp: ALL }] }),
  ]),
  group(SECURITY_GROUPS.office, 'old-office', 'the office before we moved', [
    lets(22, { IpRanges: [{ CidrIp: '198.51.100.0/24' }] }),
  ]),
  ...backDoors(),
];
