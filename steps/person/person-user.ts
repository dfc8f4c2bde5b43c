import { step } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { createPerson } from '../iam/create-user.ts';
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

    plan: ({ name, exists }) => (exists ? [] : [createPerson(name)]),
  });
