import { describe, expect, it } from 'vitest';
import { rights } from '../../../src/review/rights.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveGroup, giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { askedRights } from '../../support/review/asked-rights.ts';

describe('settings of the page Rights', () => {
  const setting = (id: string) => rights.settings?.find((one) => one.id === id);

  it.each([
    ['actions', 's3:GetObject, iam:PassRole', 's3:Get*'],
    ['resources', '*,arn:aws:s3:::one/*', 'one'],
    ['mfa', 'both', 'perhaps'],
    ['from', '2001:db8::1', '203.0.113.0/24'],
    ['from', '203.0.113.9', '203.0.113.999'],
    ['attach', allowAll(), '{"Statement":[]}'],
    ['attach', 'ReadOnlyAccess', allowAll({ Sid: '한글' })],
    ['boundary', allowAll({ Sid: 'é' }), '{}'],
  ])('%s takes %s and not %s', (id, good, bad) => {
    expect(setting(id)?.problemWith?.(good)).toBeUndefined();
    expect(setting(id)?.problemWith?.(bad)).toBeDefined();
  });

  it('complete actions of AWS, and names of the account', async () => {
    const state = newAccount();
    giveUser(state, 'kim', { inline: { mine: allowAll() } });
    giveGroup(state, 'Developers', 'PowerUserAccess');
    const { seen } = await askedRights(state, { who: 'kim' });
    expect(setting('who')?.choices?.(seen)).toEqual(
      expect.arrayContaining(['kim', 'group/Developers']),
    );
    expect(setting('actions')?.choices?.(seen)).toEqual(
      expect.arrayContaining([
        's3:GetObject',
        'rds:CreateDBInstance',
        'organizations:LeaveOrganization',
      ]),
    );
    expect(setting('without')?.choices?.(seen)).toEqual(['mine', 'boundary', 'scp']);
  });
});
