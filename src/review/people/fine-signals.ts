import { t } from '../../text/text.ts';
import { isKnown, knownIn } from '../known.ts';
import type { Signal } from '../page.ts';
import { daysSince } from './ages.ts';
import { OLD_KEY } from './limits.ts';
import type { Person } from './seen.ts';

/** What is as it should be of root and all users. Each only if it is known of all. */
export const fineSignals = (people: Person[], at: number): Signal[] => [
  ...everyonesMfa(people.filter(({ isRoot }) => !isRoot)),
  ...youngKeys(people, at),
];

function everyonesMfa(users: Person[]): Signal[] {
  if (!users.every(({ password, mfa }) => isKnown(password) && (!password.is || isKnown(mfa)))) {
    return [];
  }
  const people = users.filter(({ password }) => knownIn(password));
  if (people.length === 0 || !people.every(({ mfa }) => knownIn(mfa)?.isOn)) return [];
  return [
    {
      id: 'everyones-mfa',
      grade: 'fine',
      text: t('everybody with a password has MFA: {count}', { count: people.length }),
      controls: ['everyones-mfa'],
    },
  ];
}

function youngKeys(people: Person[], at: number): Signal[] {
  const isYoung = ({ keys }: Person): boolean => {
    if (!isKnown(keys)) return false;
    const active = keys.is.filter((key) => key.active !== false);
    const ages = active.map(({ made }) => (isKnown(made) ? daysSince(made.is, at) : OLD_KEY.watch));
    return active.length <= 1 && ages.every((days) => days < OLD_KEY.watch);
  };
  if (!people.every(isYoung)) return [];
  return [
    {
      id: 'young-keys',
      grade: 'fine',
      text: t('nobody has two access keys, or one that is {days} days old', {
        days: OLD_KEY.watch,
      }),
      controls: ['key-age'],
    },
  ];
}
