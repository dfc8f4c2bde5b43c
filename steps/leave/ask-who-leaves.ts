import type { RunContext } from '../../src/engine/step.ts';
import { nearest } from '../../src/text/nearest.ts';
import { type Text, t } from '../../src/text/text.ts';
import { isAmong } from '../iam/names.ts';
import { usersOf } from '../person/find-person.ts';
import { problemWithLeaver } from './problem-with-leaver.ts';

/** The most names that a question lists. */
const LISTED = 12;

/** Asks who leaves, unless somebody is named who has a user. */
export async function askWhoLeaves(
  { host, reads }: Pick<RunContext, 'host' | 'reads'>,
  named: string,
): Promise<string> {
  const names = (await usersOf(reads())).map(({ UserName = '' }) => UserName);
  if (isAmong(named, names) || (named !== '' && names.length === 0)) return named;
  const listed = names.slice(0, LISTED).join(', ');
  const message = t('Who leaves? Users: {listed}', { listed });
  return host.ask('person', {
    kind: 'text',
    role: 'subject',
    message:
      named === ''
        ? message
        : t('There is no user {name}. {question}', { name: named, question: message }),
    example: names[0] ?? 'kim',
    validate: (typed) => problemWithLeaver(typed) ?? notThere(typed, names),
  });
}

function notThere(typed: string, names: string[]): Text | undefined {
  if (isAmong(typed, names)) return undefined;
  const meant = nearest(typed, names);
  return meant
    ? t('There is no user {name}. Did you mean {meant}?', { name: typed, meant })
    : t('There is no user {name}.', { name: typed });
}
