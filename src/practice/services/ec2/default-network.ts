import { createHash } from 'node:crypto';
import type { NetworkAcl, NetworkInterface, SecurityGroup } from '@aws-sdk/client-ec2';
import type { Ec2, Ec2Network } from '../../state/account-state.ts';

/** An id in EC2's form, always the same for one thing. */
export const idOf = (kind: string, name: string): string =>
  `${kind}-${createHash('sha256').update(`${kind} ${name}`).digest('hex').slice(0, 17)}`;

const ALL = '0.0.0.0/0';

/** What a default VPC has: subnets in three zones, a way to the internet, an ACL that lets all through, and its default group. */
export function defaultNetwork(account: string, region: string): Ec2Network {
  const at = (kind: string, name = '') => idOf(kind, `${region} default ${name}`);
  const VpcId = at('vpc');
  const subnets = ['a', 'b', 'c'].map((zone, n) => ({
    SubnetId: at('subnet', zone),
    VpcId,
    OwnerId: account,
    CidrBlock: `172.31.${n * 16}.0/20`,
    AvailabilityZone: `${region}${zone}`,
    MapPublicIpOnLaunch: true,
    DefaultForAz: true,
    State: 'available' as const,
    BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' as const },
  }));
  return {
    vpcs: [
      {
        VpcId,
        OwnerId: account,
        CidrBlock: '172.31.0.0/16',
        IsDefault: true,
        State: 'available',
        BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
      },
    ],
    subnets,
    routeTables: [
      {
        RouteTableId: at('rtb'),
        VpcId,
        OwnerId: account,
        Associations: [
          {
            Main: true,
            RouteTableId: at('rtb'),
            RouteTableAssociationId: at('rtbassoc'),
            AssociationState: { State: 'associated' },
          },
        ],
        Routes: [
          { DestinationCidrBlock: '172.31.0.0/16', GatewayId: 'local', State: 'active' },
          { DestinationCidrBlock: ALL, GatewayId: at('igw'), State: 'active' },
        ],
      },
    ],
    acls: [
      defaultAcl(
        account,
        VpcId,
        at('acl'),
        subnets.map(({ SubnetId }) => SubnetId),
      ),
    ],
    groups: [defaultGroup(account, VpcId)],
    interfaces: [],
    prefixLists: [],
  };
}

/** What AWS puts into every VPC: its members talk to each other, and to everybody outside. */
export const defaultGroup = (
  account: string,
  VpcId: string,
  GroupId = idOf('sg', `default of ${VpcId}`),
): SecurityGroup => ({
  GroupId,
  GroupName: 'default',
  Description: 'default VPC security group',
  VpcId,
  OwnerId: account,
  IpPermissions: [
    { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId, UserId: account }], IpRanges: [] },
  ],
  IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: ALL }] }],
});

/** An ACL as AWS makes it: it lets all through. */
export const defaultAcl = (
  account: string,
  VpcId: string,
  NetworkAclId: string,
  subnets: string[],
): NetworkAcl => ({
  NetworkAclId,
  VpcId,
  OwnerId: account,
  IsDefault: true,
  Associations: subnets.map((SubnetId) => ({
    NetworkAclAssociationId: idOf('aclassoc', SubnetId),
    NetworkAclId,
    SubnetId,
  })),
  Entries: [false, true].flatMap((Egress) => [
    { Egress, RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: ALL },
    { Egress, RuleNumber: 32_767, Protocol: '-1', RuleAction: 'deny', CidrBlock: ALL },
  ]),
});

/** The network of a region, with the interfaces of its instances. */
export function networkOf(account: string, region: string, ec2: Ec2): Ec2Network {
  const network = ec2.network ?? defaultNetwork(account, region);
  const names = new Map(network.groups.map(({ GroupId, GroupName }) => [GroupId, GroupName]));
  return {
    ...network,
    interfaces: [
      ...network.interfaces,
      ...(ec2.instances ?? []).map((one, n): NetworkInterface => {
        const at = one.network ?? inDefaultVpc(network, one.id, n);
        return {
          NetworkInterfaceId: at.interface,
          InterfaceType: 'interface',
          Status: 'in-use',
          Description: '',
          OwnerId: account,
          VpcId: at.vpc,
          SubnetId: at.subnet,
          PrivateIpAddress: at.privateAddress,
          Groups: at.groups.map((GroupId) => ({ GroupId, GroupName: names.get(GroupId) })),
          Attachment: { InstanceId: one.id, DeviceIndex: 0, Status: 'attached' },
          ...(at.publicAddress && {
            Association: { PublicIp: at.publicAddress, IpOwnerId: 'amazon' },
          }),
        };
      }),
    ],
  };
}

/** An instance of which nothing else is said is in the first subnet of the default VPC, with its default group. */
function inDefaultVpc({ subnets, groups }: Ec2Network, id: string, n: number) {
  const [subnet] = subnets;
  const group = groups.find(({ GroupName }) => GroupName === 'default');
  return {
    vpc: subnet?.VpcId ?? '',
    subnet: subnet?.SubnetId ?? '',
    interface: idOf('eni', id),
    groups: [group?.GroupId ?? ''],
    privateAddress: `172.31.0.${10 + n}`,
    publicAddress: `203.0.113.${10 + n}`,
  };
}
