import { step } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { findPerson } from './find-person.ts';

export const personUser = (wanted: string) =>
  step({
    id: 'person-user',
    title: t('User'),
    why: t('A user of their own can be limited, and removed without harm to anybody else.'),
    cost: 'free',
    notFor: ['project'],
    controls: [],

    observe: (look) => findPerson(look, wanted),

    evidence: ({ name, exists, groups }) => ({ user: exists ? name : null, groups }),

    status: ({ name, exists }) => (exists ? t('{name} exists', { name }) : t('none yet')),

    plan: ({ name, exists }) =>
      exists
        ? []
        : [
            {
              kind: 'call',
              summary: t('Create the user {name}, without a password yet', { name }),
              undo: t('IAM console > Users > {name} > Delete', { name }),
              service: 'iam',
              operation: 'CreateUser',
              input: { UserName: name, Tags: [ROOTLOCK_TAG] },
            },
          ],
  });
