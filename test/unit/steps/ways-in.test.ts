import { beforeAll, describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { steps } from '../../../steps/index.ts';
import { isLikeAnother } from '../../support/accounts/like-another.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { normalized, runSteps } from '../../support/accounts/run-steps.ts';

const answers = {
  'admin-group.name': 'Owners',
  'admin-user.name': 'jun',
  'billing-alerts.addresses': 'jun@example.com',
};

interface WayIn {
  name: string;
  /** The MFA device that it takes. */
  device: string;
}

/** Every way to get into the account with all rights. */
function waysIn({ root, users, groups, devices, id }: PracticeState): WayIn[] {
  const deviceOf = (owner: string) =>
    devices
      .find((device) => device.owner?.id === owner)
      ?.serial.split('/')
      .at(-1) ?? 'none';
  const isAdministrator = (names: string[]) =>
    groups.some(({ name, attached }) => names.includes(name) && attached.length > 0);
  return [
    ...root.keys.filter(({ active }) => active).map(() => ({ name: 'root key', device: 'none' })),
    { name: 'root password', device: deviceOf(id) },
    ...users
      .filter((user) => user.password && isAdministrator(user.groups))
      .map((user) => ({ name: `${user.name}'s password`, device: deviceOf(user.id) })),
  ];
}

const described = (state: PracticeState): string =>
  waysIn(state)
    .map(({ name, device }) => `${name} (${device})`)
    .join(', ');

describe('a run that is killed at any write', () => {
  /** The account after each write at which a run was killed. */
  let killed: { after: string; state: PracticeState }[];
  beforeAll(async () => {
    killed = [{ after: 'nothing', state: newAccount() }];
    const state = newAccount();
    // A killed run sends nothing more, so what it leaves is what the write has left.
    const onWrite = (after: string) => void killed.push({ after, state: structuredClone(state) });
    await runSteps(state, steps, { answers, onWrite });
  });

  it('leaves the account open to its owner', () => {
    const stages = killed
      .map(({ after, state }) => ({ after, ways: described(state) }))
      .filter(({ ways }, index, all) => ways !== all[index - 1]?.ways);
    expect(stages).toEqual([
      { after: 'nothing', ways: 'root key (none), root password (none)' },
      // The owner gives root MFA in the console, before the first write.
      { after: expect.any(String), ways: 'root key (none), root password (root-phone)' },
      {
        after: 'CreateLoginProfile',
        ways: "root key (none), root password (root-phone), jun's password (jun)",
      },
      { after: 'DeleteAccessKey', ways: "root password (root-phone), jun's password (jun)" },
    ]);
  });

  it('is followed by one that makes the same account as an undisturbed run', async () => {
    const undisturbed = newAccount();
    await runSteps(undisturbed, steps, { answers });
    const writes = killed.map(({ after }) => after);
    for (const [index, { after, state: left }] of killed.entries()) {
      // Steps do the same in each region, and make an alarm for each thing.
      if (isLikeAnother(writes, index, writes)) continue;
      const state = structuredClone(left);
      await runSteps(state, steps, { answers });
      expect(normalized(state), after).toEqual(normalized(undisturbed));
    }
  }, 120_000);

  it('never leaves a password without MFA that opens the account as administrator', () => {
    for (const { after, state } of killed) {
      const unprotected = waysIn(state).filter(
        ({ name, device }) => name.startsWith('jun') && device === 'none',
      );
      expect(unprotected, after).toEqual([]);
    }
  });

  it('has deleted the root keys last, when two ways in share no device', () => {
    expect(killed.at(-1)?.after).toBe('DeleteAccessKey');
    const { state } = killed.at(-2) ?? { state: newAccount() };
    const devices = waysIn(state).flatMap(({ device }) => (device === 'none' ? [] : [device]));
    expect(new Set(devices).size).toBe(2);
  });
});
