import type { Playbook } from '../../src/engine/playbook.ts';
import type { Chapter } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { problemWithSubject } from '../iam/names.ts';
import { askForOtherWork, askForPerson } from './ask-for-person.ts';
import { findPerson } from './find-person.ts';
import { noteFor } from './note.ts';
import { personGroup } from './person-group.ts';
import { personMfa } from './person-mfa.ts';
import { personPassword } from './person-password.ts';
import { personUser } from './person-user.ts';

/** A way in for somebody: their user, what it may do, and what they sign in with. */
export const person = (name: string): Chapter[] => [
  {
    id: 'person',
    title: t('The way in of {name}', { name }),
    steps: [personUser(name), personGroup(name), personMfa(name), personPassword(name)],
  },
];

export const playbook: Playbook = {
  calls: [
    'iam AddUserToGroup',
    'iam AttachGroupPolicy',
    'iam CreateGroup',
    'iam CreateLoginProfile',
    'iam CreateUser',
    'iam CreateVirtualMFADevice',
    'iam DeleteVirtualMFADevice',
    'iam EnableMFADevice',
    'iam GetAccountPasswordPolicy',
    'iam GetLoginProfile',
    'iam GetPolicy',
    'iam GetPolicyVersion',
    'iam ListAccessKeys',
    'iam ListMFADeviceTags',
    'iam ListMFADevices',
    'iam ListPolicies',
    'iam ListVirtualMFADevices',
    'iam RemoveUserFromGroup',
    'iam SimulatePrincipalPolicy',
    'iam UpdateLoginProfile',
  ],
  problemWith: problemWithSubject,
  async begin(context, named) {
    const typed = named || (await askForPerson(context, problemWithSubject));
    // As AWS spells it, if there is such a user.
    const { name } = await findPerson(context.reads(), typed);
    await askForOtherWork(context, name);
    return name;
  },
  chapters: person,
  note: noteFor,
  words: (name) => ({
    greeting: t('A way in for {name}.', { name }),
    over: t('{name} can sign in.', { name }),
    left: (done, counted) =>
      t('{name} is not ready yet: {done} of {counted} steps are done.', { name, done, counted }),
    handover: t('To hand over to {name}', { name }),
  }),
};
