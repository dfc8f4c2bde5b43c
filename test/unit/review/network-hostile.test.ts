import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { HOSTILE } from '../../support/review/sample-page.ts';
import { shownNetwork } from '../../support/review/shown-network.ts';

/** Whatever could move the cursor, reorder what is read, or end a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
const COMMANDS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('the page Network, with what nobody expects', () => {
  it('shows names and descriptions that command a terminal as harmless text', async () => {
    const state = busyAccount(NOW);
    const here = state.ec2['ap-northeast-2'];
    const { groups = [], vpcs = [], subnets = [], prefixLists = [] } = here?.network ?? {};
    const Tags = [{ Key: 'Name', Value: HOSTILE }];
    for (const group of groups) {
      if (group.GroupName !== 'default') group.GroupName = `${HOSTILE} ${group.GroupName}`;
      group.Description = HOSTILE;
      for (const { IpRanges = [] } of group.IpPermissions ?? []) {
        for (const range of IpRanges) range.Description = HOSTILE;
      }
    }
    for (const one of [...vpcs, ...subnets]) one.Tags = Tags;
    for (const { list } of prefixLists) list.PrefixListName = HOSTILE;
    for (const instance of here?.instances ?? []) instance.name = HOSTILE;
    const { tableOf, signals, open, keys } = await shownNetwork(state);
    const cells = ['groups', 'instances', 'vpcs', 'subnets', 'acls'].flatMap((view) =>
      tableOf(view).flatMap(([, row]) => Object.values(row)),
    );
    const details = await Promise.all(
      [
        ...keys,
        ...['instances', 'vpcs', 'subnets', 'acls'].flatMap((view) =>
          tableOf(view).map(([key]) => key),
        ),
      ].map(open),
    );
    const all = [...cells, ...signals, ...details.flat()];
    expect(all.filter((text) => COMMANDS.test(text))).toEqual([]);
    expect(all.join('\n')).toContain('e[2Jvilname database');
  });

  it('takes what it cannot read for unknown, and not for closed', async () => {
    const state = busyAccount(NOW);
    const groups = state.ec2['ap-northeast-2']?.network?.groups ?? [];
    const database = groups.find(({ GroupName }) => GroupName === 'database');
    if (database) {
      database.IpPermissions = [
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '1.2.3.4/99' }] },
      ];
    }
    const { rows, signals } = await shownNetwork(state);
    expect(rows.find(({ group }) => group === 'database')?.open).not.toBe('nothing');
    expect(signals.join('\n')).toMatch(/open-perhaps-reached watch: .+ SSH \(22\)/);
  });
});
