import type { NetworkAcl, NetworkInterface, SecurityGroup } from '@aws-sdk/client-ec2';
import { defaultAcl } from '../services/ec2/default-network.ts';
import { ACCOUNT } from './facts.ts';
import { SECURITY_GROUPS, SUBNETS, VPC } from './machine-ids.ts';
import { group, lets } from './security-group.ts';

/** Ways in that nobody thinks of: a desktop that is reached from home, and a page that was closed for IPv4 alone. */
export const backDoors = (): SecurityGroup[] => [
  group(SECURITY_GROUPS.desktop, 'desktop', 'the accountant, from home', [
    lets(3389, { IpRanges: [{ CidrIp: '0.0.0.0/0' }] }),
  ]),
  group(SECURITY_GROUPS.metrics, 'metrics', 'figures of the shop', [
    lets(9090, {
      IpRanges: [{ CidrIp: '198.51.100.0/24' }],
      Ipv6Ranges: [{ CidrIpv6: '::/0' }],
    }),
  ]),
];

/** A load balancer in front of these figures. */
export const balancer = (): NetworkInterface => ({
  NetworkInterfaceId: 'eni-0b5e5a0c0ffee0008',
  InterfaceType: 'interface',
  Status: 'in-use',
  Description: 'ELB app/metrics/0b5e5a0c0ffee000',
  OwnerId: ACCOUNT,
  VpcId: VPC,
  SubnetId: SUBNETS.public,
  PrivateIpAddress: '10.0.1.60',
  Ipv6Addresses: [{ Ipv6Address: '2001:db8:5e5a::60' }],
  Groups: [{ GroupId: SECURITY_GROUPS.metrics, GroupName: 'metrics' }],
});

/** What AWS adds to an ACL that lets all through, once the VPC has IPv6. */
export const withIpv6 = (acl: NetworkAcl): NetworkAcl => ({
  ...acl,
  Entries: [
    ...(acl.Entries ?? []),
    ...[false, true].map((Egress) => ({
      Egress,
      RuleNumber: 101,
      Protocol: '-1',
      RuleAction: 'allow' as const,
      Ipv6CidrBlock: '::/0',
    })),
  ],
});

/** Of the private subnet. Somebody looked for a fault, and let all through. */
export const privateAcl = (): NetworkAcl => ({
  ...defaultAcl(ACCOUNT, VPC, 'acl-0b5e5a0c0ffee0002', [SUBNETS.private]),
  IsDefault: false,
});
