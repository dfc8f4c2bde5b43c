import { Blocked } from '../../src/engine/errors.ts';
import { step } from '../../src/engine/step.ts';
import { SIGN_IN } from '../../src/text/program.ts';
import { type Text, t } from '../../src/text/text.ts';
import { createUser } from '../iam/create-user.ts';
import { findPerson } from '../person/find-person.ts';

export const keyUser = (wanted: string) =>
  step({
    id: 'key-user',
    title: t('User'),
    why: t(
      'A program has a user of its own: then its key opens nothing but what the program needs.',
    ),
    cost: 'free',
    notFor: ['project'],
    controls: [],

    async observe(look) {
      const { name, exists } = await findPerson(look, wanted);
      const password = exists && (await look.find('iam', 'GetLoginProfile', { UserName: name }));
      if (password) throw isAPerson(name);
      return { name, exists };
    },

    evidence: ({ name, exists }) => ({ user: exists ? name : null }),

    status: ({ name, exists }) => (exists ? t('{name} exists', { name }) : t('none yet')),

    plan: ({ name, exists }) =>
      exists
        ? []
        : [createUser(name, t('Create the user {name}, which never has a password', { name }))],
  });

const isAPerson = (name: string): Blocked =>
  new Blocked(
    t('{name} has a console password, so it is a person: a program needs a user of its own.', {
      name,
    }),
    [
      PEOPLE_SIGN_IN,
      t('For a program, run this with another name, for instance {name}-backup.', { name }),
    ],
  );

export const PEOPLE_SIGN_IN: Text = t(
  'People need no access key: {command} gives them one for some hours, by their browser.',
  { command: SIGN_IN },
);
