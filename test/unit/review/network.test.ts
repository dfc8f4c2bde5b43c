import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { INSTANCES, SECURITY_GROUPS } from '../../../src/practice/busy/machine-ids.ts';
import { network } from '../../../src/review/network.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { shownNetwork } from '../../support/review/shown-network.ts';

const HOME = 'ap-northeast-2';
const busy = await shownNetwork(busyAccount(NOW));

describe('the page Network', () => {
  it('has a row for each security group, what is to do first', () => {
    expect(busy.rows.map(({ group, open, reached, used }) => [group, open, reached, used])).toEqual(
      [
        ['database', 'PostgreSQL (5432)', 'shop-database', '1'],
        ['desktop', 'RDP (3389)', 'accounting', '1'],
        ['launch-wizard-1', 'SSH (22)', 'nothing uses it', '0'],
        ['metrics', '9090', 'ELB app/metrics/0b5e5a0c0ffee000', '1'],
        ['default', 'nothing', '–', '2'],
        ['web', 'HTTP (80), HTTPS (443)', 'shop', '1'],
        ['default', 'nothing', '–', '0'],
        ['old-office', 'nothing', '–', '0'],
      ],
    );
    expect(busy.grades.slice(0, 6)).toEqual([
      { open: 'do' },
      { open: 'do' },
      { open: 'watch' },
      { open: 'watch' },
      { used: 'watch' },
      {},
    ]);
  });

  it('tells what is open and reached apart from what is open and unused, and says nothing of a web server', () => {
    expect(busy.signals.map((one) => one.replace(/ ?\(?sg-\w+\)?/, '')).sort()).toEqual([
      'acl-open watch: network ACLs let the internet through to administration ports: acl-0b5e5a0c0ffee0002',
      'default-acl-open watch: default network ACLs let the internet through, and security groups decide: acl-7045d5d09cf833dca, acl-0b5e5a0c0ffee0001',
      'default-group-in-use watch: the default security group is in use: reports, builds',
      'default-group-open watch: default security groups have rules that let traffic through:, sg-0b5e5a0c0ffee0001',
      'open-admin-port do: the internet reaches RDP (3389) of accounting, by the security group desktop',
      'open-by-ipv6-alone watch: metrics is open to the internet by IPv6 alone',
      'open-database-port do: the internet reaches PostgreSQL (5432) of shop-database, by the security group database',
      'open-not-reached watch: the security group launch-wizard-1 opens SSH (22) to the internet, and nothing uses it',
      'open-port watch: the internet reaches 9090 of ELB app/metrics/0b5e5a0c0ffee000, by the security group metrics',
      'unused-group watch: nothing uses the security group old-office',
    ]);
  });

  it('calls it fine only if nothing but the web is open', async () => {
    const { signals, rows } = await shownNetwork(newAccount(), { regions: ['eu-west-1'] });
    expect(rows).toHaveLength(1);
    expect(signals.filter((one) => one.includes(' fine: '))).toEqual([
      'nothing-open fine: in eu-west-1, no security group opens more to the internet than web pages',
    ]);
  });

  it('tells what is open to some addresses alone', async () => {
    const state = busyAccount(NOW);
    const shop = state.ec2[HOME]?.instances?.find(({ id }) => id === INSTANCES.shop.id);
    if (shop?.network) shop.network.groups = [SECURITY_GROUPS.office];
    const { tableOf, open } = await shownNetwork(state);
    const rows = Object.fromEntries(tableOf('instances'));
    expect(rows[INSTANCES.shop.id]?.open).toBe('to some addresses only');
    expect((await open(INSTANCES.shop.id)).at(-1)).toMatch(/^SSH \(22\) \| some addresses \|/);
  });

  it('opens a group by its id and by its name: its rules with ids and descriptions, and who uses it', async () => {
    const lines = await busy.open('database');
    expect(lines).toEqual(await busy.open(busy.keys[0] ?? ''));
    expect(lines).toContainEqual(
      expect.stringMatching(/^5432 \| TCP \| 0\.0\.0\.0\/0 \| TEMP kim, .+ \| sgr-\w+$/),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^5432 \| TCP \| sg-\w+ web \| the shop \| sgr-/),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^shop-database \| PostgreSQL \(5432\) \| running/),
    );
    expect((await busy.open('web')).join('\n')).toMatch(/22 \| TCP \| pl-\w+ office/);
  });

  it('opens an instance: what stands between the internet and it, step by step', async () => {
    const lines = await busy.open(INSTANCES.database.id);
    expect(lines.slice(5, 11)).toEqual([
      '1. address: public address 203.0.113.20',
      `2. in use: the instance ${INSTANCES.database.id} is running`,
      '3. block: VPC Block Public Access is off here',
      expect.stringMatching(/^4\. route: rtb-\w+ sends 0\.0\.0\.0\/0 to igw-/),
      expect.stringMatching(/^5\. security groups: database/),
      expect.stringMatching(/^6\. network ACL: acl-/),
    ]);
    expect(lines.at(-1)).toBe(
      'PostgreSQL (5432) | everyone (IPv4) | 0.0.0.0/0 in database | rule 100 | rule 100',
    );
    const builds = await busy.open(INSTANCES.builds.id);
    expect(builds).toContain('1. address: stops: no public address');
    expect(builds).toContain('6. network ACL: not asked any more');
    expect(await busy.open('i-nobody')).toEqual([]);
  });

  it.each([
    ['instances', 7],
    ['vpcs', 2],
    ['subnets', 5],
    ['acls', 3],
  ])('shows %s instead, and opens each', async (show, count) => {
    const { keys, open, signals } = await shownNetwork(busyAccount(NOW), { show });
    expect(keys).toHaveLength(count);
    for (const key of keys) expect((await open(key)).length, key).toBeGreaterThan(3);
    expect(signals).toEqual(busy.signals);
  });

  it('takes no other word for what to show', () => {
    const [show] = network.settings ?? [];
    expect(show?.problemWith?.('rules')?.en).toContain('Choose one of');
    expect(show?.choices?.(undefined).filter((word) => show.problemWith?.(word))).toEqual([]);
  });

  it('looks at the regions that it is told to, says which it does not, and reads each once', async () => {
    const regions = [HOME, 'us-east-1', 'eu-west-1'];
    const { rows, unseen, sent } = await shownNetwork(busyAccount(NOW), { regions });
    expect(new Set(rows.map(({ region }) => region))).toEqual(new Set(regions));
    expect(unseen.join('\n')).not.toContain('other regions');
    expect(busy.unseen.join('\n')).toContain(
      `other regions: Looked at: ${HOME}. Add "--region all"`,
    );
    expect(sent.filter((one) => one === 'DescribeSecurityGroups')).toHaveLength(3);
  });

  it('names a region that is closed, once, and shows the others', async () => {
    const { rows, unseen, signals } = await shownNetwork(newAccount(), {
      regions: ['us-east-1', 'eu-west-1'],
      denies: (_, region) => region === 'eu-west-1',
    });
    expect(rows.map(({ region }) => region)).toEqual(['us-east-1']);
    expect(unseen.filter((one) => one.includes('eu-west-1'))).toEqual([
      expect.stringMatching(/^eu-west-1: Describe\w+ is denied$/),
    ]);
    expect(signals.join()).not.toContain('fine');
  });
});
