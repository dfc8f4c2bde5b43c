import { isQuarantine } from '../../../steps/iam/quarantine.ts';
import type { ControlId } from '../../engine/step.ts';
import { wordsAbout } from '../../text/command-words.ts';
import { type Text, t } from '../../text/text.ts';
import { type Known, knownIn } from '../known.ts';
import type { Grade, Signal } from '../page.ts';
import { daysSince } from './ages.ts';
import { fineSignals } from './fine-signals.ts';
import { OLD_KEY } from './limits.ts';
import { rootSignals } from './root-signals.ts';
import type { Key, Person, SeenPeople } from './seen.ts';
import { byUrgency } from './urgency.ts';

/** Days. CIS 7.0, 2.11 asks for 45; 90 is what many rules of companies ask for. */
const UNUSED = { watch: 45, do: 90 };
/** A password or a key that was handed out may wait for its first use. */
const NEVER_USED = { watch: 7, do: 90 };

const OLD_CREDENTIALS = ['--only', 'old-credentials'];
/** By the step's own measure, sooner nothing is unused. */
const mendUnused = (days: number): string[] | undefined =>
  days >= UNUSED.watch ? OLD_CREDENTIALS : undefined;

/** What to do, what to know, and what is fine, of root and everybody. What is not known raises nothing. The most urgent first. */
export function signalsOf(seen: SeenPeople): Signal[] {
  const users = seen.people.filter(({ isRoot }) => !isRoot);
  return byUrgency([
    ...seen.people.filter(({ isRoot }) => isRoot).flatMap((root) => rootSignals(root, seen)),
    ...users.flatMap((user) => signalsOfUser(user, seen.at)),
    ...fineSignals(seen.people, seen.at),
  ]);
}

type Say = (id: string, grade: Grade, text: Text, controls: ControlId[], mend?: string[]) => Signal;

const known = new WeakMap<Person, Signal[]>();

/** Somebody for whom nothing came in keeps their signals. */
export function signalsOfUser(person: Person, at: number): Signal[] {
  const signals = known.get(person) ?? newSignals(person, at);
  known.set(person, signals);
  return signals;
}

function newSignals(person: Person, at: number): Signal[] {
  const { name } = person;
  const say: Say = (id, grade, text, controls, mend) => ({
    id,
    grade,
    text,
    row: name,
    controls,
    ...(mend && { mend }),
  });
  return [
    ...aboutPassword(person, at, say),
    ...aboutKeys(person, at, say),
    ...aboutRights(person, say),
  ];
}

function aboutPassword({ name, password, mfa }: Person, at: number, say: Say): Signal[] {
  const has = knownIn(password);
  if (!has) return [];
  const days = daysOf(has.lastUsed, at);
  const set = daysOf(has.since, at);
  return [
    ...(knownIn(mfa)?.isOn === false
      ? [
          say(
            'password-without-mfa',
            'do',
            t('{name} has a password and no MFA', { name }),
            ['everyones-mfa'],
            ['--only', 'everyones-mfa'],
          ),
        ]
      : []),
    ...graded(days, UNUSED).map(({ grade, days }) =>
      say(
        'password-unused',
        grade,
        t('the password of {name} was last used {days} days ago', { name, days }),
        ['unused-credentials'],
        OLD_CREDENTIALS,
      ),
    ),
    ...(knownIn(has.lastUsed) === null ? graded(set, NEVER_USED) : []).map(({ grade, days }) =>
      say(
        'password-never-used',
        grade,
        t('the password of {name} was never used, and set {days} days ago', { name, days }),
        ['unused-credentials'],
        mendUnused(days),
      ),
    ),
  ];
}

/** A program's key is changed by the playbook, which takes no people: they need none. */
const mendKey = ({ name, password }: Person): string[] | undefined =>
  knownIn(password) === null ? wordsAbout('key', name) : undefined;

function aboutKeys(person: Person, at: number, say: Say): Signal[] {
  const { name, keys } = person;
  const active = (knownIn(keys) ?? []).filter((key) => key.active === true);
  return [
    ...active.flatMap((key) => aboutKey(key, person, at, say)),
    ...(active.length > 1
      ? [
          say(
            'two-active-keys',
            'watch',
            t('{name} has {count} active access keys', { name, count: active.length }),
            ['key-age'],
            mendKey(person),
          ),
        ]
      : []),
  ];
}

function aboutKey(key: Key, person: Person, at: number, say: Say): Signal[] {
  const { name } = person;
  const made = daysOf(key.made, at);
  return [
    ...graded(daysOf(key.lastUsed, at), UNUSED).map(({ grade, days }) =>
      say(
        'key-unused',
        grade,
        t('an access key of {name} was last used {days} days ago', { name, days }),
        ['unused-credentials'],
        OLD_CREDENTIALS,
      ),
    ),
    ...(knownIn(key.lastUsed) === null ? graded(made, NEVER_USED) : []).map(({ grade, days }) =>
      say(
        'key-never-used',
        grade,
        t('an access key of {name} was never used, and made {days} days ago', { name, days }),
        ['unused-credentials'],
        mendUnused(days),
      ),
    ),
    ...graded(made, OLD_KEY).map(({ grade, days }) =>
      say(
        'key-old',
        grade,
        t('an access key of {name} is {days} days old', { name, days }),
        ['key-age'],
        mendKey(person) ?? OLD_CREDENTIALS,
      ),
    ),
  ];
}

function aboutRights(person: Person, say: Say): Signal[] {
  const { name, policies, power, keys } = person;
  const own = knownIn(policies) ?? [];
  const direct = own.filter((one) => !isQuarantine(one.name)).map((one) => one.name);
  const { answer, because = [] } = knownIn(power) ?? {};
  // Some have a dozen ways. The detail has them all.
  const why = [...because.slice(0, 3), ...(because.length > 3 ? ['…'] : [])].join(', ');
  const activeKeys = (knownIn(keys) ?? []).filter((key) => key.active === true).length;
  return [
    ...(own.length > direct.length
      ? [
          say(
            'quarantined-key',
            // AWS says of its policy not to remove it, and to follow its support case. So no command takes it away.
            activeKeys > 0 ? 'do' : 'watch',
            activeKeys > 0
              ? t(
                  'AWS found an access key of {name} somewhere public: delete it, and follow its support case',
                  { name },
                )
              : t('AWS keeps {name} in quarantine until its support case ends', { name }),
            ['access-review'],
          ),
        ]
      : []),
    ...(direct.length > 0
      ? [
          say(
            'direct-policy',
            'watch',
            t('{name} has policies of their own: {policies}', {
              name,
              policies: direct.join(', '),
            }),
            ['rights-by-groups'],
            ['--only', 'direct-policies'],
          ),
        ]
      : []),
    ...(answer === 'yes'
      ? [
          say(
            'may-become-administrator',
            'do',
            t('{name} may become administrator, by {why}', { name, why }),
            ['no-full-rights'],
          ),
        ]
      : []),
    ...(answer === 'unknown'
      ? [
          say(
            'may-become-administrator',
            'watch',
            t('perhaps {name} may become administrator: it hangs on {why}', { name, why }),
            ['no-full-rights'],
          ),
        ]
      : []),
    ...(answer === 'administrator' && activeKeys > 0
      ? [
          say(
            'administrator-with-key',
            'do',
            t(
              'whoever holds an access key of {name} may do everything: delete it, or narrow its rights in the IAM console',
              { name },
            ),
            ['no-full-rights'],
          ),
        ]
      : []),
  ];
}

const daysOf = (time: Known<number | null>, at: number): number | undefined => {
  const then = knownIn(time);
  return then === undefined || then === null ? undefined : daysSince(then, at);
};

function graded(
  days: number | undefined,
  limits: { watch: number; do: number },
): { grade: Grade; days: number }[] {
  if (days === undefined || days < limits.watch) return [];
  return [{ grade: days >= limits.do ? 'do' : 'watch', days }];
}
