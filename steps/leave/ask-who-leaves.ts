import { Blocked } from '../../src/engine/errors.ts';
import type { RunContext } from '../../src/engine/step.ts';
import { nearest } from '../../src/text/nearest.ts';
import { PROGRAM } from '../../src/text/program.ts';
import { type Text, t } from '../../src/text/text.ts';
import { Usage } from '../../src/text/usage.ts';
import { isAmong } from '../iam/names.ts';
import { usersOf } from '../person/find-person.ts';
import { problemWithLeaver } from './problem-with-leaver.ts';

/** The most names that a question lists. */
const LISTED = 12;

/**
 * Asks who leaves, unless somebody is named who has a user.
 *
 * @throws Blocked if there is nobody to choose from
 * @throws Usage if nobody is there to ask, and the name is nearly that of a user. Nothing is left of a user who was deleted, so a mistyped
 * name would pass for one
 */
export async function askWhoLeaves(
  { host, reads, interactive }: Pick<RunContext, 'host' | 'reads' | 'interactive'>,
  named: string,
): Promise<string> {
  const names = (await usersOf(reads())).map(({ UserName = '' }) => UserName);
  // As AWS spells it.
  const spelled = (typed: string) => names.find((name) => isAmong(name, [typed])) ?? typed;
  if (isAmong(named, names) || (named !== '' && names.length === 0)) return spelled(named);
  if (!interactive) {
    if (nearest(named, names)) throw new Usage(noUser(named, names));
    return named;
  }
  if (names.length === 0) throw nobodyThere();
  const message = t('Who leaves? Users: {listed}', { listed: listOf(names) });
  const asked = await host.ask('person', {
    kind: 'text',
    role: 'subject',
    message:
      named === ''
        ? message
        : t('There is no user {name}. {question}', { name: named, question: message }),
    example: names[0] ?? 'kim',
    validate: (typed) => problemWithLeaver(typed) ?? notThere(typed, names),
  });
  return spelled(asked);
}

const notThere = (typed: string, names: string[]): Text | undefined =>
  isAmong(typed, names) ? undefined : noUser(typed, names);

function noUser(typed: string, names: string[]): Text {
  const meant = nearest(typed, names);
  return meant
    ? t('There is no user {name}. Did you mean {meant}?', { name: typed, meant })
    : t('There is no user {name}.', { name: typed });
}

function listOf(names: string[]): Text {
  const listed = names.slice(0, LISTED).join(', ');
  const more = names.length - LISTED;
  return more > 0 ? t('{listed} and {more} more', { listed, more }) : t('{listed}', { listed });
}

const nobodyThere = (): Blocked =>
  new Blocked(t('There are no users in this account, so nobody can leave.'), [
    t('To try it: {program} person kim --leave --practice=busy', { program: PROGRAM }),
  ]);
