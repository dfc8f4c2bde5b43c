import type { RunContext, Text } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { findPerson, usersOf } from './find-person.ts';
import { CHANGES_JOB } from './person-group.ts';

/** The most names that a question lists. */
const LISTED = 12;

/** Asks whom it is about: somebody who has a user, or somebody new. */
export async function askForPerson(
  { host, reads }: Pick<RunContext, 'host' | 'reads'>,
  problemWith: (name: string) => Text | undefined,
): Promise<string> {
  const names = (await usersOf(reads())).map(({ UserName = '' }) => UserName);
  return host.ask('person', {
    kind: 'text',
    role: 'subject',
    message: messageFor(names),
    example: 'kim',
    validate: problemWith,
  });
}

function messageFor(names: string[]): Text {
  if (names.length === 0) return t('Name of the new user? A first name is fine.');
  const listed = names.slice(0, LISTED).join(', ');
  const more = names.length - LISTED;
  const all =
    more > 0 ? t('{listed} and {more} more', { listed, more }) : t('{listed}', { listed });
  return t('Whose way in? Users so far: {all}. A new name makes a new user.', { all });
}

/** Asks about somebody who is in a group already whether that still fits: no look at the account can tell. */
export async function askForOtherWork(
  { host, reads, answerStore, interactive, only, skip }: RunContext,
  name: string,
): Promise<void> {
  if (!interactive) return;
  if (skip.has('person-group') || only?.has('person-group') === false) return;
  const { groups, ...person } = await findPerson(reads(), name);
  if (groups.length === 0) return;
  const changes = await host.ask(CHANGES_JOB, {
    kind: 'confirm',
    role: 'subject',
    message: t('{name} is in {groups}. Change that?', {
      name: person.name,
      groups: groups.join(', '),
    }),
    initial: false,
  });
  if (changes) answerStore.set(CHANGES_JOB, true);
}
