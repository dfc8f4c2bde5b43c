import { describe, expect, it } from 'vitest';
import { notices } from '../../../src/app/account-notices.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Reads } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';

const MINUTE = 60_000;
const ME = { Account: '123456789012' };
const ALONE = new Blocked(t('no'), [], { code: 'AWSOrganizationsNotInUseException' });
const DENIED = new Blocked(t('no'), [], { code: 'AccessDenied' });

async function said(answers: Record<string, unknown>, { partition = 'aws', ahead = 0 } = {}) {
  const read = async (_: string, operation: string) => {
    const all = { GetCallerIdentity: ME, DescribeOrganization: ALONE, ...answers };
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

describe('what is unusual about an account', () => {
  it('is nothing where it is active, alone, in aws, and the clock is right', async () => {
    expect(await said({ GetAccountInformation: { AccountState: 'ACTIVE' } })).toEqual([]);
    expect(await said({}, { ahead: 4 * MINUTE })).toEqual([]);
  });

  it('is nothing that cannot be read', async () => {
    expect(await said({ GetAccountInformation: DENIED, DescribeOrganization: DENIED })).toEqual([]);
  });

  it('a bug is no refusal', async () => {
    await expect(said({ GetAccountInformation: new TypeError('ours') })).rejects.toThrow('ours');
  });

  it('that it is not activated yet is said', async () => {
    const [notice] = await said({ GetAccountInformation: { AccountState: 'PENDING_ACTIVATION' } });
    expect(notice).toContain('has not activated this account yet');
  });

  it('a member of an organization hears of its policies, the account that manages it does not', async () => {
    const [notice] = await said(organization('999999999999'));
    expect(notice).toContain('belongs to the organization of 999999999999');
    expect(await said(organization(ME.Account))).toEqual([]);
  });

  it('another partition is said to be untried', async () => {
    expect(await said({}, { partition: 'aws-cn' })).toEqual([expect.stringContaining('aws-cn')]);
  });

  it.each([
    [10, '10 minutes behind'],
    [-7, '7 minutes ahead'],
  ])('a clock that AWS is %d minutes before is said', async (minutes, words) => {
    expect(await said({}, { ahead: minutes * MINUTE })).toEqual([expect.stringContaining(words)]);
  });
});
