import type { Playbook } from '../../src/engine/playbook.ts';
import type { Chapter } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { keyCopies } from '../computer/key-copies.ts';
import { problemWithSubject } from '../iam/names.ts';
import { askForMachine, askForUse } from './ask-for-machine.ts';
import { keyNew } from './key-new.ts';
import { keyOld } from './key-old.ts';
import { keyRights } from './key-rights.ts';
import { keyUse } from './key-use.ts';
import { keyUser } from './key-user.ts';

/** An access key for a program: its user, what it may do, the key, and the end of the one before. */
export const accessKey = (name: string): Chapter[] => [
  {
    id: 'key',
    title: t('The access key of {name}', { name }),
    steps: [
      keyUser(name),
      keyRights(name),
      keyNew(name),
      keyUse(name),
      keyOld(name),
      keyCopies('key-copies', ['key-new', 'key-old']),
    ],
  },
];

export const playbook: Playbook = {
  calls: [
    'cloudtrail LookupEvents',
    'iam AddUserToGroup',
    'iam AttachGroupPolicy',
    'iam CreateAccessKey',
    'iam CreateGroup',
    'iam CreateUser',
    'iam DeleteAccessKey',
    'iam GetAccessKeyLastUsed',
    'iam GetLoginProfile',
    'iam GetPolicy',
    'iam GetPolicyVersion',
    'iam ListAccessKeys',
    'iam ListPolicies',
    'iam UpdateAccessKey',
  ],
  problemWith: problemWithSubject,
  async begin(context, named) {
    const name = named || (await askForMachine(context, problemWithSubject));
    await askForUse(context, name);
    return name;
  },
  chapters: accessKey,
  words: (name) => ({
    greeting: t('An access key for {name}.', { name }),
    over: t('The key of {name} works.', { name }),
    left: (done, counted) =>
      t('The key of {name} is not ready yet: {done} of {counted} steps are done.', {
        name,
        done,
        counted,
      }),
    handover: t('The key of {name}', { name }),
  }),
};
