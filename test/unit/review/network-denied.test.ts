import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { INSTANCES } from '../../../src/practice/busy/machine-ids.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { shownNetwork } from '../../support/review/shown-network.ts';

const CALLS = [
  'DescribeInstances',
  'DescribeManagedPrefixLists',
  'DescribeNetworkAcls',
  'DescribeNetworkInterfaces',
  'DescribeRouteTables',
  'DescribeSecurityGroups',
  'DescribeSubnets',
  'DescribeVpcs',
  'GetManagedPrefixListEntries',
];
/** Only of a group that is opened. */
const RULES = 'DescribeSecurityGroupRules';

const VIEWS = ['groups', 'instances', 'vpcs', 'subnets', 'acls'];

const shown = (call?: string) =>
  shownNetwork(busyAccount(NOW), { denies: (operation) => operation === call });
const whole = await shown();
const cellsThen = new Map(
  VIEWS.flatMap((view) =>
    whole.tableOf(view).map(([key, cells]) => [`${view} ${key}`, cells] as const),
  ),
);
/** What would be said if there were nothing. */
const SAYS_NOTHING = /^(nothing|none|no|0|–|nobody.*|nothing uses it)$/;

describe('the page Network, if a call is denied', () => {
  it('sends no other calls than these', async () => {
    expect([...new Set(whole.sent)].sort()).toEqual(CALLS);
    const { sent, open } = await shown();
    await open('web');
    expect([...new Set(sent)].sort()).toEqual([...CALLS, RULES].sort());
  });

  it.each(CALLS)(
    'shows the rest without %s, and nothing unknown as nothing or fine',
    async (call) => {
      const part = await shown(call);
      for (const view of VIEWS) {
        for (const [key, cells] of part.tableOf(view)) {
          const then = cellsThen.get(`${view} ${key}`);
          for (const [column, text] of Object.entries(cells)) {
            if (SAYS_NOTHING.test(text)) {
              expect([view, key, column, text]).toEqual([view, key, column, then?.[column]]);
            }
          }
        }
      }
      expect(part.signals.join('\n')).not.toContain(' fine: ');
      expect(part.unseen.join('\n')).toContain(`ec2:${call} in ap-northeast-2: ${call} is denied`);
    },
  );

  it.each([
    ['DescribeNetworkAcls', '6. network ACL: unknown'],
    ['DescribeRouteTables', '4. route: unknown'],
    ['DescribeInstances', '2. in use: unknown'],
  ])('does not know whether the database is reached without %s', async (call, words) => {
    const { signals, rows, open } = await shown(call);
    expect(signals.join('\n')).toMatch(
      /open-perhaps-reached watch: whether the internet reaches PostgreSQL \(5432\) .+ not known/,
    );
    expect(signals.join('\n')).not.toContain('open-database-port');
    expect(rows.find(({ group }) => group === 'database')?.reached).toMatch(/^\?/);
    expect((await open(INSTANCES.database.id)).join('\n')).toContain(words);
  });

  it('knows without VPCs and subnets that nobody gets to a machine without a public address', async () => {
    const { rows } = await shownNetwork(busyAccount(NOW), {
      show: 'instances',
      denies: (operation) => /Vpcs|Subnets|RouteTables/.test(operation),
    });
    expect(rows.find(({ name }) => name === 'builds')?.open).toBe('nothing');
    expect(rows.find(({ name }) => name === 'shop-database')?.open).toMatch(/^\?/);
  });

  it('shows the rules of a group without their ids', async () => {
    const { open } = await shown(RULES);
    expect((await open('database')).join('\n')).toMatch(
      /5432 \| TCP \| 0\.0\.0\.0\/0 \| unknown \| unknown/,
    );
  });

  it('is blocked if every call is denied in every region', async () => {
    await expect(shownNetwork(busyAccount(NOW), { denies: () => true })).rejects.toThrow(
      /Describe\w+ is denied/,
    );
  });
});
