import type { IAM } from '@aws-sdk/client-iam';
import { recordSignIn } from '../../../src/practice/services/cloudtrail/events.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { NOW } from './new-account.ts';
import { ADMINISTRATOR_ACCESS, trustPolicy } from './policies.ts';
import { giveMfa, giveRootMfa } from './practice-owner.ts';

/** Adds an administrator in a group, with a password and an MFA device, and root MFA. Nobody has signed in yet. */
export async function giveOwner(iam: IAM, state: PracticeState, name: string): Promise<void> {
  giveRootMfa(state);
  await iam.createGroup({ GroupName: 'Owners' });
  await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
  await iam.createUser({ UserName: name });
  await iam.addUserToGroup({ GroupName: 'Owners', UserName: name });
  await iam.createLoginProfile({ UserName: name, Password: 'Practice-makes-1-perfect' });
  giveMfa(state, name);
}

/** Records a sign-in to the console, with or without MFA. */
export function recordConsoleSignIn(
  state: PracticeState,
  name: string,
  { mfa = true, at = NOW } = {},
): void {
  const user = state.users.find((other) => other.name === name);
  if (!user) throw new Error(`no user ${name}`);
  recordSignIn(state, user, mfa, at);
}

/** Adds a machine that may do everything. It has an access key, and no password. */
export function giveMachine(state: PracticeState, name: string): void {
  const created = NOW.toISOString();
  state.users.push({
    id: 'AIDATERRAFORM0000001',
    name,
    path: '/',
    created,
    inline: {},
    attached: [ADMINISTRATOR_ACCESS],
    tags: [],
    groups: [],
    keys: [{ id: 'AKIATERRAFORM0000001', active: true, created }],
  });
}

/** Adds an administrator role of IAM Identity Center. People assume it, and no user belongs to them. */
export function giveAdministratorRole(state: PracticeState): void {
  const [other] = state.roles;
  if (!other) throw new Error('no role to make another like');
  state.roles.push({
    ...other,
    name: 'AWSReservedSSO_Admin',
    path: '/aws-reserved/sso.amazonaws.com/',
    attached: [ADMINISTRATOR_ACCESS],
    trust: trustPolicy({ Federated: `arn:aws:iam::${state.id}:saml-provider/AWSSSO_1` }),
  });
}
