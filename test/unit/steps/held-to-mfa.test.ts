import { describe, expect, it } from 'vitest';
import { isSecure } from '../../../src/engine/host.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { say } from '../../../src/text/text.ts';
import adminGroup from '../../../steps/admin-group.ts';
import adminMfa from '../../../steps/admin-mfa.ts';
import adminUser from '../../../steps/admin-user.ts';
import type { Statement } from '../../../steps/iam/policy-document.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveOwner } from '../../support/accounts/owner-account.ts';
import { ADMINISTRATOR_ACCESS, trustPolicy } from '../../support/accounts/policies.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf } from '../../support/clients.ts';
import {
  ACCOUNT,
  ALL,
  AT_OFFICE,
  allow,
  allowAllBut,
  deny,
  given,
  iam,
} from '../../support/policies/statements.ts';

interface Bob {
  own?: Statement[];
  group?: Statement[];
  /** Whom an administrator role trusts. */
  trusted?: string;
}

const BOB = iam('user/bob');
const assume = allow('sts:AssumeRole', iam('role/Admin'));

const policy = (Statement: Statement[] = []) =>
  JSON.stringify({ Version: '2012-10-17', Statement });

/** The look at an account in which jun is the administrator, with MFA, and bob has a password and none. */
async function look({ own, group, trusted }: Bob) {
  const state = newAccount();
  const client = iamOf(createPracticeAccount(state, { now: () => NOW }));
  await giveOwner(client, state, 'jun');
  await client.createUser({ UserName: 'bob' });
  await client.createLoginProfile({ UserName: 'bob', Password: 'Practice-makes-1-perfect' });
  await client.createGroup({ GroupName: 'Team' });
  await client.addUserToGroup({ GroupName: 'Team', UserName: 'bob' });
  for (const user of state.users) if (user.name === 'bob' && own) user.inline.own = policy(own);
  for (const one of state.groups) if (one.name === 'Team' && group) one.inline.own = policy(group);
  const [role] = state.roles;
  if (trusted && role) {
    const trust = trustPolicy({ AWS: trusted });
    const attached = [ADMINISTRATOR_ACCESS];
    state.roles.push({ ...role, name: 'Admin', path: '/', attached, trust });
  }
  const { rows } = await runSteps(state, [adminGroup, adminUser, adminMfa], {
    answers: { 'admin-user.owner': 'jun' },
    observeOnly: true,
  });
  const row = rows.find(({ id }) => id === 'admin-mfa');
  if (!row) throw new Error('no row');
  return { rows, status: say(row.status), changes: row.changes.filter((one) => !one.offerId) };
}

describe('an account is not secure while somebody has a password and no MFA who', () => {
  it.each<[string, Bob]>([
    ['may do all but one action', { own: [allowAllBut('prowler:action')] }],
    ['may do all on arn:aws:*', { own: [allow('*', 'arn:aws:*')] }],
    ['may do all in IAM', { own: [allow('iam:*')] }],
    ['may attach policies to themselves', { own: [allow('iam:AttachUserPolicy', BOB)] }],
    ['may do all in IAM, by a group', { group: [allow('iam:*')] }],
    ['may enter an administrator role', { trusted: BOB }],
    ['may enter one that trusts the account', { trusted: iam('root'), own: [assume] }],
    ['may, by a group', { trusted: iam('root'), group: [assume] }],
    ['is an administrator at the office alone', { own: [given(AT_OFFICE, ALL)] }],
    ['is an administrator on paper alone', { own: [ALL, deny('iam:*')] }],
  ])('%s', async (_, bob) => {
    const { rows, status, changes } = await look(bob);
    expect(isSecure(rows)).toBe(false);
    expect(status).toBe('off for bob');
    expect(changes).toMatchObject([{ kind: 'console', id: 'enrol', user: 'bob' }]);
  });
});

it.each<[string, Bob]>([
  ['may read, and use one service', { own: [allow('s3:*'), allow(['iam:Get*', 'iam:List*'])] }],
  [
    'changes their own password and keys',
    { own: [allow(['iam:ChangePassword', 'iam:*AccessKey*'], BOB)] },
  ],
  [
    'may enter roles, of which none trusts them',
    { trusted: `arn:aws:iam::999999999999:root`, own: [assume] },
  ],
])('nobody is asked for MFA who %s', async (_, bob) => {
  const { rows, status } = await look(bob);
  expect(isSecure(rows)).toBe(true);
  expect(status).toBe('on for jun');
  expect(ACCOUNT).toBe(freshAccount(NOW).id);
});
