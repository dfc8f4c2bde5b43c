import { type Change, type Question, step } from '../src/engine/step.ts';
import { listed } from '../src/text/listed.ts';
import { t } from '../src/text/text.ts';
import {
  type CredentialUses,
  isUnused,
  readCredentialUses,
  UNUSED_AFTER,
  type UsedCredential,
} from './people/credential-uses.ts';
import { agreedDays, daysQuestion, RENEWED_AFTER } from './people/key-age.ts';
import { lastWaysIn } from './people/last-ways-in.ts';
import { lastUse, nameOf, renew, switchOff } from './people/old-credential-changes.ts';
import { DAY_MS } from './shared/days.ts';

interface Seen extends CredentialUses {
  /** Unused, but nobody else is known to come in as an administrator. */
  lastWays: UsedCredential[];
  /** The owner's answer, if there is one. */
  days: number;
}

export default step({
  id: 'old-credentials',
  title: t('Old credentials'),
  why: t(
    'Nobody misses a password or a key that is not used, but whoever finds it can use it. A key that works for years has been in many places.',
  ),
  cost: 'free',
  level: 'recommended',
  follows: ['admin-password', 'everyones-mfa'],
  notFor: ['project'],
  // Not the age of keys: the owner may choose 180 days.
  controls: ['unused-credentials'],

  async observe(look): Promise<Seen> {
    const uses = await readCredentialUses(look);
    const days = agreedDays(look) ?? RENEWED_AFTER[0];
    return { ...uses, lastWays: await lastWaysIn(look, uses.used, uses.now), days };
  },

  evidence: (seen) => ({
    reportOf: new Date(seen.reported).toISOString(),
    unused: unusedIn(seen).map(factsOf),
    oldKeys: oldKeysIn(seen, seen.days).map(factsOf),
    renewedAfterDays: seen.days,
    withoutKnownUse: seen.others.map(({ user, what }) => ({ user, what })),
  }),

  status(seen) {
    const { others, days } = seen;
    const [unused, old] = [unusedIn(seen), oldKeysIn(seen, days)];
    const unusedText = t('unused for {days} days: {names}', {
      days: UNUSED_AFTER,
      names: usersOf(unused),
    });
    const oldText = t('keys older than {days} days: {names}', { days, names: usersOf(old) });
    const found = [
      ...(unused.length > 0 ? [unusedText] : []),
      ...(old.length > 0 ? [oldText] : []),
    ];
    const status = found.length > 0 ? listed(found, 'semicolon') : t('no unused password or key');
    return others.length === 0
      ? status
      : t('{status}. Look yourself whether these are used: {names}', {
          status,
          names: sayOthers(seen),
        });
  },

  mayAsk: { which: 'select', days: 'select' },

  questions(seen) {
    const unused = removable(seen);
    const [first, last] = RENEWED_AFTER;
    const isBetween = oldKeysIn(seen, first).length > oldKeysIn(seen, last).length;
    return {
      ...(unused.length > 1 && { which: whichQuestion(unused) }),
      ...(unused.length === 0 && isBetween && { days: DAYS_QUESTION }),
    };
  },

  /** One at a time: each is a question of its own. */
  plan(seen, { which, days = String(seen.days) }): Change[] {
    const unused = removable(seen);
    const chosen = unused.find((one) => keyOf(one) === which) ?? unused[0];
    const old = oldKeysIn(seen, Number(days));
    return [
      ...(chosen ? [switchOff(chosen)] : []),
      ...[...unused.filter((one) => one !== chosen), ...seen.lastWays].map((one) =>
        later(switchOff(one)),
      ),
      ...(old.length > 0 ? [renew(old, Number(days))] : []).map((change) =>
        chosen ? later(change) : change,
      ),
    ];
  },
});

const later = (change: Change): Change => ({ ...change, gated: true });

const unusedIn = ({ used, now }: Seen): UsedCredential[] =>
  used.filter((one) => isUnused(one, now));

const keyOf = ({ kind, user, id }: UsedCredential): string => `${kind} ${user} ${id}`;

const removable = (seen: Seen): UsedCredential[] =>
  unusedIn(seen).filter((one) => !seen.lastWays.some((last) => keyOf(last) === keyOf(one)));

/** Keys in use that are to be renewed. */
const oldKeysIn = ({ used, now }: Seen, days: number): UsedCredential[] =>
  used.filter((one) => one.kind === 'key' && !isUnused(one, now) && now - one.made > days * DAY_MS);

const usersOf = (credentials: UsedCredential[]): string =>
  [...new Set(credentials.map(({ user }) => user))].join(', ');

/** `kim (SSH, codecommit)`. */
const sayOthers = ({ others }: Seen): string =>
  [...new Set(others.map(({ user }) => user))]
    .map((user) => {
      const own = others.filter((one) => one.user === user).map(({ what }) => what);
      return `${user} (${[...new Set(own)].join(', ')})`;
    })
    .join(', ');

const factsOf = ({ user, kind, id, made, used }: UsedCredential) => ({
  user,
  kind,
  ...(id && { key: id }),
  made: new Date(made).toISOString(),
  lastUsed: used === undefined ? null : new Date(used).toISOString(),
});

const whichQuestion = (unused: UsedCredential[]): Question<'select'> => ({
  kind: 'select',
  message: t('Which of these should go first? Each is asked about by itself.'),
  initial: unused[0] ? keyOf(unused[0]) : '',
  notPersisted: true,
  choices: unused.map((one) => ({
    value: keyOf(one),
    label: t('{what}, {since}', { what: nameOf(one), since: lastUse(one) }),
  })),
});

const DAYS_QUESTION = daysQuestion(t('After how many days is an access key to be renewed?'));
