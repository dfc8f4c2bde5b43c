import { expect, test } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { ec2Of, frozenAccount, refusalOf } from '../../support/clients.ts';

// VPC User Guide, "Default VPCs".
test('a region has a default VPC with subnets, a way to the internet, an ACL that lets all through, and its group', async () => {
  const ec2 = ec2Of(frozenAccount().practice, 'eu-west-1');
  const { Vpcs = [] } = await ec2.describeVpcs({});
  expect(Vpcs).toMatchObject([{ IsDefault: true, CidrBlock: '172.31.0.0/16' }]);
  const { Subnets = [] } = await ec2.describeSubnets({});
  expect(Subnets.map(({ MapPublicIpOnLaunch }) => MapPublicIpOnLaunch)).toEqual([true, true, true]);
  const { RouteTables = [] } = await ec2.describeRouteTables({});
  expect(RouteTables[0]?.Routes?.[1]?.GatewayId).toMatch(/^igw-/);
  const { NetworkAcls = [] } = await ec2.describeNetworkAcls({});
  expect(NetworkAcls[0]?.Entries?.map(({ RuleNumber }) => RuleNumber)).toEqual([
    100, 32_767, 100, 32_767,
  ]);
  const { SecurityGroups = [] } = await ec2.describeSecurityGroups({});
  expect(SecurityGroups).toMatchObject([{ GroupName: 'default', VpcId: Vpcs[0]?.VpcId }]);
  expect((await ec2.describeNetworkInterfaces({})).NetworkInterfaces).toEqual([]);
});

test('an instance that the network does not name is in the default VPC, with its default group', async () => {
  const { NetworkInterfaces = [] } = await ec2Of(
    frozenAccount().practice,
  ).describeNetworkInterfaces({});
  expect(NetworkInterfaces).toMatchObject([
    { Groups: [{ GroupName: 'default' }], Attachment: { InstanceId: 'i-0a1b2c3d4e5f60718' } },
  ]);
});

test('rules are those of the groups, one for each address, and can be asked for by group', async () => {
  const ec2 = ec2Of(createPracticeAccount(busyAccount()), 'ap-northeast-2');
  const { SecurityGroups = [] } = await ec2.describeSecurityGroups({});
  const web = SecurityGroups.find(({ GroupName }) => GroupName === 'web');
  const Filters = [{ Name: 'group-id', Values: [web?.GroupId ?? ''] }];
  const { SecurityGroupRules = [] } = await ec2.describeSecurityGroupRules({ Filters });
  expect(SecurityGroupRules.map(({ IsEgress, FromPort }) => [IsEgress, FromPort])).toEqual([
    [false, 443],
    [false, 443],
    [false, 80],
    [false, 22],
    [true, -1],
  ]);
  expect(new Set(SecurityGroupRules.map((one) => one.SecurityGroupRuleId)).size).toBe(5);
  const [{ PrefixListId = '' } = {}] = (await ec2.describeManagedPrefixLists({})).PrefixLists ?? [];
  expect((await ec2.getManagedPrefixListEntries({ PrefixListId })).Entries).toMatchObject([
    { Cidr: '198.51.100.0/24' },
  ]);
});

test('a list comes in pages', async () => {
  const ec2 = ec2Of(createPracticeAccount(busyAccount()), 'ap-northeast-2');
  const all = (await ec2.describeSecurityGroups({})).SecurityGroups ?? [];
  const half = all.length / 2;
  const first = await ec2.describeSecurityGroups({ MaxResults: half });
  const { NextToken } = first;
  const second = await ec2.describeSecurityGroups({ MaxResults: half, NextToken });
  expect([first, second].flatMap(({ SecurityGroups = [] }) => SecurityGroups)).toEqual(all);
  expect(second.NextToken).toBeUndefined();
});

test('what EC2 refuses is refused', async () => {
  const ec2 = ec2Of(frozenAccount().practice);
  const Filters = [{ Name: 'no-such', Values: ['x'] }];
  expect(await refusalOf(ec2.describeVpcs({ Filters }))).toBe('InvalidParameterValue 400');
  expect(await refusalOf(ec2.describeVpcs({ NextToken: 'no' }))).toBe('InvalidParameterValue 400');
  expect(await refusalOf(ec2.getManagedPrefixListEntries({ PrefixListId: 'pl-0' }))).toBe(
    'InvalidPrefixListID.NotFound 400',
  );
});
