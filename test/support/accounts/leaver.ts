import type { IAM } from '@aws-sdk/client-iam';
import type { PracticeState, User } from '../../../src/practice/state/account-state.ts';
import { NOW } from './new-account.ts';
import { giveOwner } from './owner-account.ts';
import { allowAll, trustPolicy } from './policies.ts';
import { giveMfa } from './practice-owner.ts';

export const LEAVER = 'kim';

/** An administrator, and somebody who leaves and has something of each kind. */
export async function giveLeaver(iam: IAM, state: PracticeState): Promise<User> {
  const created = NOW.toISOString();
  await giveOwner(iam, state, 'jun');
  await iam.createGroup({ GroupName: 'Developers' });
  await iam.createUser({
    UserName: LEAVER,
    Path: '/web/',
    Tags: [{ Key: 'Team', Value: 'Web' }],
  });
  await iam.addUserToGroup({ GroupName: 'Developers', UserName: LEAVER });
  await iam.createLoginProfile({ UserName: LEAVER, Password: 'Practice-makes-1-perfect' });
  giveMfa(state, LEAVER);
  giveMfa(state, LEAVER, `arn:aws:iam::${state.id}:u2f/user/${LEAVER}/laptop-7XKQ2M`);
  giveMfa(state, LEAVER, 'GAKT10254471');
  const kim = leaverIn(state);
  const used = { at: created, service: 's3', region: 'us-east-1' };
  Object.assign(kim, {
    keys: [
      { id: 'AKIAKIMKIMKIMKIM0001', active: true, created, lastUsed: used },
      { id: 'AKIAKIMKIMKIMKIM0002', active: false, created },
    ],
    certificates: [{ id: 'KIMKIMKIMKIMKIMKIMKIMK01', active: true, created }],
    sshKeys: [{ id: 'APKAKIMKIMKIMKIM00001', active: true, created }],
    serviceCredentials: [
      {
        id: 'ACCAKIMKIMKIMKIM00001',
        service: 'codecommit.amazonaws.com',
        userName: 'kim-at-1',
        active: true,
        created,
      },
    ],
    inline: { everything: allowAll() },
    attached: [
      'arn:aws:iam::aws:policy/PowerUserAccess',
      'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
    ],
    boundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  } satisfies Partial<User>);
  const [role] = state.roles;
  if (role) {
    const trust = trustPolicy({ AWS: `arn:aws:iam::${state.id}:user/web/${LEAVER}` });
    state.roles.push({ ...role, id: 'AROAKIM', name: 'release', path: '/', trust, attached: [] });
  }
  return kim;
}

/** @throws if nobody is there any more */
export function leaverIn({ users }: PracticeState): User {
  const kim = users.find(({ name }) => name === LEAVER);
  if (!kim) throw new Error(`no user ${LEAVER}`);
  return kim;
}

/** As AWS's console writes it for a role: no session from before this time works. */
export const revocation = (before: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['*'],
        Resource: ['*'],
        Condition: { DateLessThan: { 'aws:TokenIssueTime': before } },
      },
    ],
  });
