import type { Playbook } from '../../src/engine/playbook.ts';
import type { Chapter } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { problemWithName, rootsName } from '../iam/names.ts';
import { askForPerson } from './ask-for-person.ts';
import { personUser } from './person-user.ts';

/** A way in for somebody: their user, what it may do, and what they sign in with. */
export const person = (name: string): Chapter[] => [
  {
    id: 'person',
    title: t('The way in of {name}', { name }),
    steps: [personUser(name)],
  },
];

const problemWith = (name: string) => rootsName(name) ?? problemWithName(name, 64);

export const playbook: Playbook = {
  calls: ['iam CreateUser'],
  problemWith,
  begin: (context, named) =>
    named === '' ? askForPerson(context, problemWith) : Promise.resolve(named),
  chapters: person,
  words: (name) => ({
    greeting: t('A way in for {name}.', { name }),
    over: t('{name} can sign in.', { name }),
    left: (done, counted) =>
      t('{name} is not ready yet: {done} of {counted} steps are done.', { name, done, counted }),
    handover: t('To hand over to {name}', { name }),
  }),
};
