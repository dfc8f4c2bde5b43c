import type { Playbook } from '../../src/engine/playbook.ts';
import type { Chapter } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { problemWithSubject } from '../iam/names.ts';
import { askForInstance, askForRole } from './ask-for-role.ts';
import { INSTANCE } from './instance.ts';
import { roleInstance } from './role-instance.ts';
import { roleMade } from './role-made.ts';
import { rolePolicy } from './role-policy.ts';
import { roleProfile } from './role-profile.ts';

/** A role for a machine of EC2, so that its programs need no key: the role, its rights, and how an instance gets it. */
export const ec2Role = (name: string): Chapter[] => [
  {
    id: 'role',
    title: t('The role {name} for EC2', { name }),
    steps: [roleMade(name), rolePolicy(name), roleProfile(name), roleInstance(name)],
  },
];

export const playbook: Playbook = {
  calls: [
    'ec2 AssociateIamInstanceProfile',
    'ec2 DescribeIamInstanceProfileAssociations',
    'ec2 DescribeInstances',
    'ec2 ReplaceIamInstanceProfileAssociation',
    'iam AddRoleToInstanceProfile',
    'iam AttachRolePolicy',
    'iam CreateInstanceProfile',
    'iam CreateRole',
    'iam GetInstanceProfile',
    'iam GetPolicy',
    'iam GetPolicyVersion',
    'iam ListPolicies',
    'iam SimulatePrincipalPolicy',
  ],
  problemWith: problemWithSubject,
  async begin(context, named, { instance }) {
    const name = named || (await askForRole(context, problemWithSubject));
    if (instance) context.answerStore.set(INSTANCE, instance);
    await askForInstance(context, name);
    return name;
  },
  chapters: ec2Role,
  words: (name) => ({
    greeting: t('A role for EC2: {name}.', { name }),
    over: t('The role {name} is ready: no key is needed.', { name }),
    left: (done, counted) =>
      t('The role {name} is not ready yet: {done} of {counted} steps are done.', {
        name,
        done,
        counted,
      }),
    handover: t('To launch an instance with the role {name}', { name }),
  }),
};
