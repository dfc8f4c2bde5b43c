import type { Playbook } from '../../src/engine/playbook.ts';
import type { Chapter } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { keyCopies } from '../computer/key-copies.ts';
import { askWhoLeaves } from './ask-who-leaves.ts';
import { leaveCredentials } from './leave-credentials.ts';
import { leaveGroups } from './leave-groups.ts';
import { leaveMfa } from './leave-mfa.ts';
import { leavePassword } from './leave-password.ts';
import { leaveSessions } from './leave-sessions.ts';
import { leaveUser } from './leave-user.ts';
import { problemWithLeaver } from './problem-with-leaver.ts';

/** Nothing of somebody who leaves works any more. What can be undone comes first, and deleting last. */
export const leave = (name: string): Chapter[] => [
  {
    id: 'leave',
    title: t('What {name} leaves', { name }),
    steps: [
      leaveCredentials(name),
      leavePassword(name),
      leaveSessions(name),
      leaveMfa(name),
      leaveGroups(name),
      leaveUser(name),
      keyCopies('leave-copies', ['leave-user']),
    ],
  },
];

export const playbook: Playbook = {
  calls: [
    'iam DeactivateMFADevice',
    'iam DeleteAccessKey',
    'iam DeleteLoginProfile',
    'iam DeleteServiceSpecificCredential',
    'iam DeleteSigningCertificate',
    'iam DeleteSSHPublicKey',
    'iam DeleteUser',
    'iam DeleteUserPolicy',
    'iam DeleteVirtualMFADevice',
    'iam DetachUserPolicy',
    'iam GetAccessKeyLastUsed',
    'iam GetLoginProfile',
    'iam GetUser',
    'iam ListAccessKeys',
    'iam ListMFADeviceTags',
    'iam ListMFADevices',
    'iam ListServiceSpecificCredentials',
    'iam ListSigningCertificates',
    'iam ListSSHPublicKeys',
    'iam ListVirtualMFADevices',
    'iam PutUserPermissionsBoundary',
    'iam PutUserPolicy',
    'iam RemoveUserFromGroup',
    'iam SimulatePrincipalPolicy',
    'iam TagMFADevice',
    'iam UpdateAccessKey',
    'iam UpdateServiceSpecificCredential',
    'iam UpdateSigningCertificate',
    'iam UpdateSSHPublicKey',
  ],
  problemWith: problemWithLeaver,
  begin: askWhoLeaves,
  chapters: leave,
  words: (name) => ({
    greeting: t('{name} leaves.', { name }),
    over: t(
      'Nobody gets in as {name} any more. A session of a role that is open goes on until it ends.',
      { name },
    ),
    left: (done, counted) =>
      t('Something of {name} still works: {done} of {counted} steps are done.', {
        name,
        done,
        counted,
      }),
    handover: t('To look after'),
  }),
};
