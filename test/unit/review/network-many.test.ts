import '../../../src/cli/polyfills/promise-with-resolvers.ts';
import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { analysisOf, prepareAnalysis } from '../../../src/review/network/analysis.ts';
import { network } from '../../../src/review/network.ts';
import type { PageLook } from '../../../src/review/page.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { lookOn } from '../../support/review/page-look.ts';

/** As many as take several pages. docs/review/network.md has what 2,000 take. */
const GROUPS = 250;
const RULES = 60;
const MACHINES = 150;
const REGIONS = Array.from({ length: 17 }, (_, n) => `region-${n}`);
const HOME = 'region-0';

const group = (n: number) => ({
  GroupId: `sg-${n}`,
  GroupName: `group-${n}`,
  VpcId: 'vpc-1',
  IpPermissions: Array.from({ length: RULES }, (_, k) => ({
    IpProtocol: 'tcp',
    FromPort: 1000 + k,
    ToPort: 1000 + k,
    IpRanges: [{ CidrIp: n % 50 === 0 && k === 0 ? '0.0.0.0/0' : `11.${n % 250}.${k}.1/32` }],
  })),
});
const machine = (n: number) => ({
  NetworkInterfaceId: `eni-${n}`,
  Status: 'in-use',
  VpcId: 'vpc-1',
  SubnetId: 'subnet-1',
  Groups: [0, 1, 2].map((k) => ({ GroupId: `sg-${(n + k) % GROUPS}` })),
  Association: { PublicIp: '54.1.2.3' },
});
const all: Record<string, [member: string, items: object[]]> = {
  DescribeSecurityGroups: ['SecurityGroups', Array.from({ length: GROUPS }, (_, n) => group(n))],
  DescribeNetworkInterfaces: [
    'NetworkInterfaces',
    Array.from({ length: MACHINES }, (_, n) => machine(n)),
  ],
  DescribeRouteTables: [
    'RouteTables',
    [
      {
        RouteTableId: 'rtb-1',
        VpcId: 'vpc-1',
        Associations: [{ Main: true }],
        Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }],
      },
    ],
  ],
  DescribeNetworkAcls: [
    'NetworkAcls',
    [
      {
        NetworkAclId: 'acl-1',
        Associations: [{ SubnetId: 'subnet-1' }],
        Entries: [false, true].map((Egress) => ({
          Egress,
          RuleNumber: 100,
          Protocol: '-1',
          RuleAction: 'allow',
          CidrBlock: '0.0.0.0/0',
        })),
      },
    ],
  ],
};

/** A large account, without the SDK. Only the home region has something. A second page comes after `second`. */
function manyGroups(second?: Promise<void>) {
  const sent: string[] = [];
  const busy = new Map<string, number>();
  let most = 0;
  const read = async (
    _: string,
    operation: string,
    { MaxResults, NextToken = '0' }: { MaxResults: number; NextToken?: string },
    region: string,
  ) => {
    sent.push(`${operation} ${region}`);
    busy.set(region, (busy.get(region) ?? 0) + 1);
    most = Math.max(most, busy.size);
    await new Promise((resolve) => setImmediate(resolve));
    const left = (busy.get(region) ?? 1) - 1;
    if (left > 0) busy.set(region, left);
    else busy.delete(region);
    if (NextToken !== '0') await second;
    const [member, items] = all[operation] ?? ['', []];
    if (region !== HOME) return {};
    const to = Number(NextToken) + MaxResults;
    return {
      [member]: items.slice(Number(NextToken), to),
      ...(to < items.length && { NextToken: String(to) }),
    };
  };
  const look = { regions: REGIONS, settings: {}, clock: () => 0, read } as unknown as PageLook;
  return { look, sent, most: () => most };
}

describe('the page Network, with many groups in seventeen regions', () => {
  it('shows the first rows before a second page has come, a few regions at a time, and asks about no group alone', async () => {
    const { promise, resolve: comes } = Promise.withResolvers<void>();
    const { look, sent, most } = manyGroups(promise);
    let atFirst: number | undefined;
    const pages = () => sent.filter((one) => one === `DescribeSecurityGroups ${HOME}`).length;
    const seen = await network.observe(look, (part) => {
      const rows = network.table(part).rows.length;
      if (rows === 0) return;
      atFirst ??= rows;
      comes();
    });
    expect(atFirst).toBe(50);
    expect(network.table(seen).rows).toHaveLength(GROUPS);
    expect(pages()).toBe(Math.ceil(GROUPS / 50));
    expect(most()).toBeLessThanOrEqual(5);
    expect(new Set(sent.map((one) => one.split(' ')[1]))).toEqual(new Set(REGIONS));
    expect(sent.filter((one) => one.startsWith('DescribeSecurityGroupRules'))).toEqual([]);
  });

  it('keeps of what the rules open only what is for everyone', async () => {
    const seen = await network.observe(manyGroups().look, () => undefined);
    const [home] = seen.networks;
    if (!home) throw new Error('the home region comes first');
    const openings = [...analysisOf(home).reaches.values()].flatMap((one) => one.openings);
    // Of machine 0; 48, 49 and 50; 98, 99 and 100; 148 and 149.
    expect(openings.map(({ from, to }) => [from, to])).toEqual(
      Array.from({ length: 9 }, () => [1000, 1000]),
    );
  });
});

it('is the same, worked out piece by piece', async () => {
  const { look } = lookOn(busyAccount(NOW), { now: NOW });
  const { networks } = await network.observe(look, () => undefined);
  for (const one of networks) {
    const again = { ...one };
    await prepareAnalysis(again);
    expect(analysisOf(again)).toEqual(analysisOf({ ...one }));
  }
  expect(networks[0]?.interfaces.items.size).toBeGreaterThan(0);
});
