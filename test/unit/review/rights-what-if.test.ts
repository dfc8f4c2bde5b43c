import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { askedRights } from '../../support/review/asked-rights.ts';

const busy = () => busyAccount(NOW);

function kimWith(inline: Record<string, string>, ...attached: string[]) {
  const state = newAccount();
  giveUser(state, 'kim', { inline, attached });
  return state;
}
const KIM = { who: 'kim', actions: 's3:GetObject' };

describe('the page Rights', () => {
  it('simulates what is attached, taken away, and another boundary', async () => {
    const state = kimWith(
      { mine: allowAll({ Action: 's3:*' }) },
      'arn:aws:iam::aws:policy/job-function/Billing',
    );
    const verdict = async (settings: Record<string, string>) =>
      (await askedRights(state, { ...KIM, ...settings })).rows[settings.actions ?? KIM.actions]?.[
        'with-mfa'
      ];
    const budgets = { actions: 'budgets:ViewBudget' };
    expect(await verdict({})).toBe('is allowed');
    expect(await verdict({ without: 'mine' })).toBe('not allowed');
    expect(await verdict({ boundary: 'IAMReadOnlyAccess' })).toBe('not allowed');
    expect(await verdict({ attach: allowAll({ Effect: 'Deny' }) })).toBe('denied');
    expect(await verdict({ attach: 'AdministratorAccess', actions: 'iam:CreateUser' })).toBe(
      'is allowed',
    );
    expect(await verdict(budgets)).toBe('is allowed');
    expect(await verdict({ ...budgets, without: 'Billing' })).toBe('not allowed');
  });

  it('answers for each resource apart', async () => {
    const state = kimWith({ one: allowAll({ Action: 's3:*', Resource: 'arn:aws:s3:::one/*' }) });
    const resources = 'arn:aws:s3:::one/x,arn:aws:s3:::two/x';
    const { rows } = await askedRights(state, { ...KIM, resources });
    expect(rows).toMatchObject({
      's3:GetObject arn:aws:s3:::one/x': { 'with-mfa': 'is allowed' },
      's3:GetObject arn:aws:s3:::two/x': {
        'with-mfa': 'not allowed',
        decides: 'no policy allows it',
      },
    });
  });

  it('simulates groups and roles, and a role has no MFA', async () => {
    const group = await askedRights(busy(), {
      who: 'group/Developers',
      actions: 'ec2:RunInstances',
    });
    expect(group.rows['ec2:RunInstances']).toMatchObject({ 'with-mfa': 'is allowed' });
    const role = await askedRights(busy(), { who: 'role/release', actions: 'ecs:UpdateService' });
    expect(role.rows['ecs:UpdateService']).toMatchObject({
      'with-mfa': 'a role has no MFA',
      'without-mfa': 'is allowed',
    });
    expect(role.sent.filter((one) => one === 'SimulatePrincipalPolicy')).toHaveLength(1);
  });
});
