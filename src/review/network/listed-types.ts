import type { Output } from '../../aws/operations.ts';

type ItemOf<T> = NonNullable<T> extends (infer One)[] ? One : never;

/** What AWS lists, in the SDK's own types. */
export type ListedVpc = ItemOf<Output<'ec2', 'DescribeVpcs'>['Vpcs']>;
export type ListedSubnet = ItemOf<Output<'ec2', 'DescribeSubnets'>['Subnets']>;
export type ListedTable = ItemOf<Output<'ec2', 'DescribeRouteTables'>['RouteTables']>;
export type ListedRoute = ItemOf<ListedTable['Routes']>;
export type ListedGroup = ItemOf<Output<'ec2', 'DescribeSecurityGroups'>['SecurityGroups']>;
export type ListedPermission = ItemOf<ListedGroup['IpPermissions']>;
export type ListedRule = ItemOf<Output<'ec2', 'DescribeSecurityGroupRules'>['SecurityGroupRules']>;
export type ListedAcl = ItemOf<Output<'ec2', 'DescribeNetworkAcls'>['NetworkAcls']>;
export type ListedEntry = ItemOf<ListedAcl['Entries']>;
export type ListedInterface = ItemOf<
  Output<'ec2', 'DescribeNetworkInterfaces'>['NetworkInterfaces']
>;
export type ListedInstance = ItemOf<
  ItemOf<Output<'ec2', 'DescribeInstances'>['Reservations']>['Instances']
>;
