import { describe, expect, it } from 'vitest';
import { notices } from '../../../src/app/account-notices.ts';
import type { AccountKind, AccountPlan } from '../../../src/engine/account-kind.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Reads } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';

const MINUTE = 60_000;
const DENIED = new Blocked(t('no'), [], { code: 'AccessDenied' });
const USUAL: AccountKind = {
  membership: 'standalone',
  activation: 'active',
  plan: { type: 'paid' },
};

interface Unusual {
  details?: object;
  kind?: Partial<AccountKind>;
  partition?: string;
  /** Milliseconds. */
  ahead?: number;
}

async function noticesOf({ details = {}, kind, partition = 'aws', ahead = 0 }: Unusual) {
  const read = async () => {
    if (details instanceof Error) throw details;
    return details;
  };
  const reads = { read, clock: () => Date.now() + ahead } as unknown as Reads;
  return (await notices(reads))({ ...USUAL, ...kind }, partition).map(say);
}

describe('the notices about an account', () => {
  it('are none if it is active, in no organization, in aws, and the clock is right', async () => {
    expect(await noticesOf({})).toEqual([]);
    expect(await noticesOf({ ahead: 4 * MINUTE })).toEqual([]);
  });

  it('do not mention a fact that cannot be read', async () => {
    const kind = {
      membership: 'unknown',
      activation: 'unknown',
      plan: { type: 'unknown' },
    } as const;
    expect(await noticesOf({ kind, details: DENIED })).toEqual([]);
  });

  it('do not hide a bug', async () => {
    await expect(noticesOf({ details: new TypeError('ours') })).rejects.toThrow('ours');
  });

  it('mention that it is not activated yet, and what can be done now', async () => {
    expect(await noticesOf({ kind: { activation: 'pending' } })).toEqual([
      expect.stringMatching(/has not activated this account yet.*MFA can be set up now/),
    ]);
  });

  it('mention the organization to its members and to the account that manages it', async () => {
    const managementAccount = '999988887777';
    expect(await noticesOf({ kind: { membership: 'member', managementAccount } })).toEqual([
      'This is a member account of the organization managed by 9999-8888-7777: its policies may forbid things, even to the root user.',
    ]);
    expect(await noticesOf({ kind: { membership: 'management', managementAccount } })).toEqual([
      expect.stringContaining('manages an organization'),
    ]);
  });

  it('say in three sentences what a project is', async () => {
    expect(await noticesOf({ kind: { membership: 'project' } })).toEqual([
      expect.stringContaining('is a project of the new AWS sign-up'),
      expect.stringContaining('leaves out what cannot be done in a project'),
      expect.stringContaining('https://settings.aws.com'),
    ]);
  });

  it.each<[AccountPlan, string]>([
    [
      { type: 'free', ends: new Date('2027-05-20T10:00:00Z'), credits: 97.5 },
      'until 2027-05-20, with 97.50 USD of',
    ],
    [
      { type: 'free', ends: new Date('2027-05-20T10:00:00Z'), credits: 100 },
      'until 2027-05-20, with 100 USD of',
    ],
    [{ type: 'free', ends: new Date('2027-05-20T10:00:00Z') }, 'until 2027-05-20: Rootlock never'],
    [{ type: 'free' }, 'on the FREE plan: Rootlock never does anything that ends the free plan.'],
    [{ type: 'free', hasEnded: true, credits: 0 }, 'has ended: AWS closes the account unless you'],
  ])('mention the FREE plan %j', async (plan, words) => {
    expect(await noticesOf({ kind: { plan } })).toEqual([expect.stringContaining(words)]);
  });

  it('mention a leaked key before all else, and whose it is', async () => {
    const policy = (PolicyName: string) => ({ AttachedManagedPolicies: [{ PolicyName }] });
    const [notice, next] = await noticesOf({
      kind: { activation: 'pending' },
      details: {
        UserDetailList: [
          { UserName: 'kim', ...policy('AWSCompromisedKeyQuarantineV3') },
          { UserName: 'jun', ...policy('AdministratorAccess') },
          { UserName: 'zoe', ...policy('AWSCompromisedKeyQuarantineV2') },
        ],
      },
    });
    expect(notice).toContain('found keys in public, and has quarantined their users: kim, zoe');
    expect(next).toContain('has not activated');
  });

  it('mention a partition where Rootlock has not been tried', async () => {
    expect(await noticesOf({ partition: 'aws-cn' })).toEqual([expect.stringContaining('aws-cn')]);
  });

  it.each([
    [10, '10 minutes behind'],
    [-7, '7 minutes ahead'],
  ])('mention a clock that is %d minutes behind AWS', async (minutes, words) => {
    expect(await noticesOf({ ahead: minutes * MINUTE })).toEqual([expect.stringContaining(words)]);
  });
});
