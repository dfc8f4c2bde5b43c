import type { Playbook } from '../../src/engine/playbook.ts';
import type { Chapter } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { problemWithName, rootsName } from '../iam/names.ts';
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

const problemWith = (name: string) => rootsName(name) ?? problemWithName(name, 64);

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
  problemWith,
  async begin(context, named) {
    const typed = named || (await askForPerson(context, problemWith));
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
