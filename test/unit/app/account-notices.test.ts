import { describe, expect, it } from 'vitest';
import { notices } from '../../../src/app/account-notices.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Reads } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';

const MINUTE = 60_000;
const IDENTITY = { Account: '123456789012' };
const NO_ORGANIZATION = new Blocked(t('no'), [], { code: 'AWSOrganizationsNotInUseException' });
const DENIED = new Blocked(t('no'), [], { code: 'AccessDenied' });

async function noticesFor(answers: Record<string, unknown>, { partition = 'aws', ahead = 0 } = {}) {
  const read = async (_: string, operation: string) => {
    const all = { GetCallerIdentity: IDENTITY, DescribeOrganization: NO_ORGANIZATION, ...answers };
    const answer = (all as Record<string, unknown>)[operation] ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const reads = { read, find: read, clock: () => Date.now() + ahead } as unknown as Reads;
  return (await notices(reads))(partition).map(say);
}
const organization = (MasterAccountId: string) => ({
  DescribeOrganization: { Organization: { MasterAccountId } },
});

describe('the notices about an account', () => {
  it('are none if it is active, in no organization, in aws, and the clock is right', async () => {
    expect(await noticesFor({ GetAccountInformation: { AccountState: 'ACTIVE' } })).toEqual([]);
    expect(await noticesFor({}, { ahead: 4 * MINUTE })).toEqual([]);
  });

  it('do not mention a fact that cannot be read', async () => {
    expect(
      await noticesFor({ GetAccountInformation: DENIED, DescribeOrganization: DENIED }),
    ).toEqual([]);
  });

  it('do not hide a bug', async () => {
    await expect(noticesFor({ GetAccountInformation: new TypeError('ours') })).rejects.toThrow(
      'ours',
    );
  });

  it('mention that it is not activated yet', async () => {
    const [notice] = await noticesFor({
      GetAccountInformation: { AccountState: 'PENDING_ACTIVATION' },
    });
    expect(notice).toContain('has not activated this account yet');
  });

  it('mention the organization to its members, and not to the account that manages it', async () => {
    const [notice] = await noticesFor(organization('999999999999'));
    expect(notice).toContain('belongs to the organization of 999999999999');
    expect(await noticesFor(organization(IDENTITY.Account))).toEqual([]);
  });

  it('mention a leaked key before all else, and whose it is', async () => {
    const policy = (PolicyName: string) => ({ AttachedManagedPolicies: [{ PolicyName }] });
    const [notice, next] = await noticesFor({
      GetAccountInformation: { AccountState: 'PENDING_ACTIVATION' },
      GetAccountAuthorizationDetails: {
        UserDetailList: [
          { UserName: 'kim', ...policy('AWSCompromisedKeyQuarantineV3') },
          { UserName: 'jun', ...policy('AdministratorAccess') },
          { UserName: 'zoe', ...policy('AWSCompromisedKeyQuarantineV2') },
        ],
      },
    });
    expect(notice).toContain('found an access key of kim, zoe somewhere public');
    expect(next).toContain('has not activated');
    expect(await noticesFor({ GetAccountAuthorizationDetails: DENIED })).toEqual([]);
  });

  it('mention a partition where Rootlock has not been tried', async () => {
    expect(await noticesFor({}, { partition: 'aws-cn' })).toEqual([
      expect.stringContaining('aws-cn'),
    ]);
  });

  it.each([
    [10, '10 minutes behind'],
    [-7, '7 minutes ahead'],
  ])('mention a clock that is %d minutes behind AWS', async (minutes, words) => {
    expect(await noticesFor({}, { ahead: minutes * MINUTE })).toEqual([
      expect.stringContaining(words),
    ]);
  });
});
