import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { PracticeState } from '../../../src/practice/state/account-state.ts';
import { steps } from '../../../steps/index.ts';
import { REGIONS } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf } from '../../support/clients.ts';

const NOW = new Date('2026-11-22T12:00:10Z');
const LATER = new Date('2026-12-22T12:00:10Z');
const account = () => ({ ...busyAccount(NOW), evidenceDelay: 0, regions: [...REGIONS] });

describe('the busy account', () => {
  test('is one that a file may hold, and the same each time', () => {
    const busy = busyAccount(NOW);
    expect(v.parse(PracticeState, JSON.parse(JSON.stringify(busy)))).toEqual(busy);
    expect(busyAccount(NOW)).toEqual(busy);
  });

  test('has the same things a month later, and its history has moved along', () => {
    const [now, later] = [busyAccount(NOW), busyAccount(LATER)];
    const idsOf = (state: PracticeState) => state.users.map(({ id, keys }) => [id, keys.length]);
    expect(idsOf(later)).toEqual(idsOf(now));
    const used = (state: PracticeState) => Date.parse(state.users[1]?.keys[0]?.lastUsed?.at ?? '');
    expect(used(later) - used(now)).toBe(LATER.getTime() - NOW.getTime());
  });

  test('has a user who left with something of each kind', async () => {
    const iam = iamOf(createPracticeAccount(busyAccount(NOW), { now: () => NOW }));
    const UserName = 'kim';
    const [keys, ssh, certificates, services, devices, details] = await Promise.all([
      iam.listAccessKeys({ UserName }),
      iam.listSSHPublicKeys({ UserName }),
      iam.listSigningCertificates({ UserName }),
      iam.listServiceSpecificCredentials({ UserName }),
      iam.listMFADevices({ UserName }),
      iam.getAccountAuthorizationDetails({ Filter: ['User'] }),
    ]);
    expect(keys.AccessKeyMetadata?.map(({ Status }) => Status)).toEqual(['Active', 'Inactive']);
    expect(ssh.SSHPublicKeys).toHaveLength(1);
    expect(certificates.Certificates).toHaveLength(1);
    expect(services.ServiceSpecificCredentials?.map(({ ServiceName }) => ServiceName)).toEqual([
      'codecommit.amazonaws.com',
      'bedrock.amazonaws.com',
    ]);
    expect(devices.MFADevices).toHaveLength(3);
    const kim = details.UserDetailList?.find((user) => user.UserName === UserName);
    expect(kim?.UserPolicyList?.length).toBe(1);
    expect(kim?.AttachedManagedPolicies?.length).toBe(1);
    expect(kim?.PermissionsBoundary?.PermissionsBoundaryArn).toMatch(/DeveloperBoundary$/);
  });

  test('shows the last use of a key in CloudTrail as in IAM', () => {
    const busy = busyAccount(NOW);
    const keys = busy.users.flatMap((user) => user.keys);
    const remembered = NOW.getTime() - 90 * 86_400_000;
    for (const { id, lastUsed } of keys) {
      // What is older is in log files alone.
      const calls = busy.events.filter(
        ({ user, at }) => user.accessKeyId === id && Date.parse(at) > remembered,
      );
      const last = calls.map(({ at, region, source }) => [at, region, source.split('.')[0]]).sort();
      const isShown = lastUsed !== undefined && Date.parse(lastUsed.at) > remembered;
      const use = lastUsed && [lastUsed.at, lastUsed.region, lastUsed.service];
      expect([id, last.at(-1)]).toEqual([id, isShown ? use : undefined]);
    }
  });

  test('is looked at by each step', async () => {
    const look = await runSteps(account(), steps, { observeOnly: true });
    expect(look.writes).toEqual([]);
    const blocked = look.rows.filter((row) => row.state === 'blocked');
    expect(blocked.map(({ id, message }) => [id, message?.en])).toEqual([]);
    const states = Object.fromEntries(look.rows.map((row) => [row.id, row.state]));
    expect(states).toMatchObject({ 'root-mfa': 'secure', 'password-policy': 'pending' });
  });
});
