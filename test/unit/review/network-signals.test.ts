import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import {
  INSTANCES,
  SECURITY_GROUPS,
  SUBNETS,
  VPC,
} from '../../../src/practice/busy/machine-ids.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { shownNetwork } from '../../support/review/shown-network.ts';

const HOME = 'ap-northeast-2';

/** The busy account, with its home region changed. */
function changed(change: (here: NonNullable<ReturnType<typeof partsOf>>) => void) {
  const state = busyAccount(NOW);
  const parts = partsOf(state);
  if (!parts) throw new Error('the busy account has a network');
  change(parts);
  return state;
}

function partsOf(state: ReturnType<typeof busyAccount>) {
  const here = state.ec2[HOME]?.network;
  return (
    here && {
      ...here,
      groupNamed: (name: string) => here.groups.find(({ GroupName }) => GroupName === name),
    }
  );
}

describe('the signals of the page Network', () => {
  it('say that a group is open by IPv6 alone', async () => {
    const state = changed(({ groupNamed, interfaces, routeTables, acls }) => {
      const group = groupNamed('database');
      if (group) {
        group.IpPermissions = [
          { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
        ];
      }
      interfaces.push({
        NetworkInterfaceId: 'eni-6',
        Status: 'in-use',
        Description: 'a balancer',
        VpcId: VPC,
        SubnetId: SUBNETS.public,
        Groups: [{ GroupId: group?.GroupId }],
        Ipv6Addresses: [{ Ipv6Address: '2001:db8::7' }],
      });
      for (const Egress of [false, true]) {
        acls[1]?.Entries?.push({
          Egress,
          RuleNumber: 101,
          Protocol: '-1',
          RuleAction: 'allow',
          Ipv6CidrBlock: '::/0',
        });
      }
      const table = routeTables[2];
      const [, internet] = table?.Routes ?? [];
      table?.Routes?.push({ DestinationIpv6CidrBlock: '::/0', GatewayId: internet?.GatewayId });
    });
    const { signals } = await shownNetwork(state);
    expect(signals).toContainEqual(
      expect.stringMatching(/^open-admin-port do: the internet reaches SSH \(22\) of a balancer/),
    );
    expect(signals).toContainEqual(expect.stringMatching(/^open-by-ipv6-alone watch/));
  });

  it('say that a group is open and used, and that nobody gets there', async () => {
    const state = changed(({ subnets }) => {
      for (const subnet of subnets) {
        subnet.BlockPublicAccessStates = { InternetGatewayBlockMode: 'block-ingress' };
      }
    });
    const { signals, rows } = await shownNetwork(state);
    expect(signals.join('\n')).toMatch(
      /open-not-reached watch: the security group database .+ PostgreSQL \(5432\) .+ nobody gets there/,
    );
    expect(rows.find(({ group }) => group === 'database')?.reached).toBe('nobody gets there');
  });

  it('name other ports, and all of them', async () => {
    const opened = (FromPort: number, ToPort: number, IpProtocol = 'tcp') =>
      shownNetwork(
        changed(({ groupNamed }) => {
          const group = groupNamed('database');
          const IpRanges = [{ CidrIp: '0.0.0.0/0' }];
          if (group) group.IpPermissions = [{ IpProtocol, FromPort, ToPort, IpRanges }];
        }),
      );
    expect((await opened(8000, 8100)).signals).toContainEqual(
      expect.stringMatching(/^open-port watch: .+ 8000-8100 of shop-database/),
    );
    const all = await opened(-1, -1, '-1');
    expect(all.rows[0]?.open).toBe('all ports');
    expect(
      all.signals
        .filter((one) => / do: .* of shop-database/.test(one))
        .map((one) => one.split(' ')[0]),
    ).toEqual(['open-admin-port', 'open-database-port']);
    const ping = await opened(-1, -1, 'icmp');
    expect(ping.signals.join('\n')).not.toContain('shop-database');
  });

  it('blame the group that opens a port to everyone, and not another that opens it to few', async () => {
    const state = busyAccount(NOW);
    const database = state.ec2[HOME]?.instances?.find(({ id }) => id === INSTANCES.database.id);
    database?.network?.groups.push(SECURITY_GROUPS.office, SECURITY_GROUPS.wizard);
    const { signals } = await shownNetwork(state);
    expect(signals.filter((one) => /^open-admin-port .* of shop-database/.test(one))).toEqual([
      expect.stringContaining('SSH (22) of shop-database, by the security group launch-wizard-1'),
    ]);
  });

  it('blame both groups that open halves', async () => {
    const half = (CidrIp: string) => [
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp }] },
    ];
    const state = changed(({ groupNamed }) => {
      // Together as large as a /8.
      Object.assign(groupNamed('database') ?? {}, { IpPermissions: half('64.0.0.0/9') });
      Object.assign(groupNamed('old-office') ?? {}, { IpPermissions: half('66.128.0.0/9') });
    });
    const database = state.ec2[HOME]?.instances?.find(({ id }) => id === INSTANCES.database.id);
    database?.network?.groups.push(SECURITY_GROUPS.office);
    const { signals, rows } = await shownNetwork(state);
    expect(signals.filter((one) => /^open-admin-port .* of shop-database/.test(one))).toHaveLength(
      2,
    );
    const halves = rows.filter(({ reached }) => reached === 'shop-database');
    expect(halves.map(({ open, reached }) => [open, reached])).toEqual([
      ['nothing', 'shop-database'],
      ['nothing', 'shop-database'],
    ]);
  });

  it('count a group that only another group names as used', async () => {
    const state = changed(({ groupNamed }) => {
      const old = groupNamed('old-office');
      groupNamed('web')?.IpPermissions?.push({
        IpProtocol: '-1',
        UserIdGroupPairs: [{ GroupId: old?.GroupId }],
      });
    });
    expect((await shownNetwork(state)).signals.join()).not.toContain('unused-group');
  });
});
