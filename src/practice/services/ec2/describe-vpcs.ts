import type { Filter, IpPermission, SecurityGroup, SecurityGroupRule } from '@aws-sdk/client-ec2';
import { badRequest, type CallContext, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { idOf, networkOf } from './default-network.ts';

const here = ({ state, region }: CallContext) =>
  networkOf(state.id, region, state.ec2[region] ?? {});

interface Asked {
  Filters?: Filter[] | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

/** EC2 gives as many as there are, unless it is told how many. */
const AT_MOST = 1000;

function listed<T>(
  all: T[],
  { Filters = [], ...paging }: Asked,
  wanted: Record<string, keyof T> = {},
) {
  const found = Filters.reduce((left, { Name = '', Values = [] }) => {
    const member = wanted[Name];
    if (!member) throw badRequest('InvalidParameterValue', `The filter '${Name}' is invalid`);
    return left.filter((one) => Values.includes(String(one[member])));
  }, all);
  return page(found, paging, AT_MOST, badRequest('InvalidParameterValue', 'Invalid NextToken'));
}

/** The network of a region is data in EC2's own form. What the review filters by is played. */
export const network = {
  DescribeVpcs(input, call) {
    const { items, more } = listed(here(call).vpcs, input);
    return { Vpcs: items, ...more };
  },

  DescribeSubnets(input, call) {
    const { items, more } = listed(here(call).subnets, input);
    return { Subnets: items, ...more };
  },

  DescribeRouteTables(input, call) {
    const { items, more } = listed(here(call).routeTables, input);
    return { RouteTables: items, ...more };
  },

  DescribeNetworkAcls(input, call) {
    const { items, more } = listed(here(call).acls, input);
    return { NetworkAcls: items, ...more };
  },

  DescribeSecurityGroups(input, call) {
    const { items, more } = listed(here(call).groups, input);
    return { SecurityGroups: items, ...more };
  },

  DescribeSecurityGroupRules(input, call) {
    const { items, more } = listed(here(call).groups.flatMap(rulesOf), input, {
      'group-id': 'GroupId',
    });
    return { SecurityGroupRules: items, ...more };
  },

  DescribeNetworkInterfaces(input, call) {
    const { items, more } = listed(here(call).interfaces, input);
    return { NetworkInterfaces: items, ...more };
  },

  DescribeManagedPrefixLists(input, call) {
    const { items, more } = listed(
      here(call).prefixLists.map(({ list }) => list),
      input,
    );
    return { PrefixLists: items, ...more };
  },

  GetManagedPrefixListEntries({ PrefixListId, MaxResults, NextToken }, call) {
    const found = here(call).prefixLists.find(({ list }) => list.PrefixListId === PrefixListId);
    if (!found) {
      throw badRequest(
        'InvalidPrefixListID.NotFound',
        `The prefix list ID '${PrefixListId}' does not exist`,
      );
    }
    const { items, more } = listed(found.entries, { MaxResults, NextToken });
    return { Entries: items, ...more };
  },
} satisfies Table<typeof import('@aws-sdk/client-ec2')>;

/** Each address of a permission is a rule with an id. */
const rulesOf = (group: SecurityGroup): SecurityGroupRule[] => [
  ...(group.IpPermissions ?? []).flatMap((one) => rulesIn(group, one, false)),
  ...(group.IpPermissionsEgress ?? []).flatMap((one) => rulesIn(group, one, true)),
];

function rulesIn(
  { GroupId, OwnerId }: SecurityGroup,
  { IpProtocol, FromPort = -1, ToPort = -1, ...of }: IpPermission,
  IsEgress: boolean,
): SecurityGroupRule[] {
  const sources = [
    ...(of.IpRanges ?? []).map(({ CidrIp, Description }) => ({ CidrIpv4: CidrIp, Description })),
    ...(of.Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => ({ CidrIpv6, Description })),
    ...(of.PrefixListIds ?? []).map((one) => ({ ...one })),
    ...(of.UserIdGroupPairs ?? []).map(({ GroupId, UserId, Description }) => ({
      ReferencedGroupInfo: { GroupId, UserId },
      Description,
    })),
  ];
  return sources.map((source) => ({
    SecurityGroupRuleId: idOf(
      'sgr',
      JSON.stringify([GroupId, IsEgress, IpProtocol, FromPort, source]),
    ),
    GroupId,
    GroupOwnerId: OwnerId,
    IsEgress,
    IpProtocol,
    FromPort,
    ToPort,
    ...source,
  }));
}
