import { type ApiCall, type Change, type Question, step } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { agreedDays, daysQuestion, RENEWED_AFTER } from '../people/key-age.ts';
import { DAY_MS } from '../shared/days.ts';
import { createKey } from './create-key.ts';
import { dayOf, findMachine, keyEvidence, type MachineKey, newestKey } from './find-machine.ts';

export const keyNew = (wanted: string) =>
  step({
    id: 'key-new',
    title: t('The key'),
    why: t('A key works for ever: a leaked one too. Renewing it limits how long.'),
    cost: 'free',
    needs: ['key-rights'],
    notFor: ['project'],
    controls: [],

    async observe(look) {
      const machine = await findMachine(look, wanted);
      return {
        ...machine,
        isForProfile: look.known('key-new.where') === PROFILE,
        isElsewhere: look.known('key-new.unseen') === HELD,
        agreed: agreedDays(look),
      };
    },

    evidence: ({ keys }) => ({ keys: keys.map(keyEvidence) }),

    status(seen) {
      const newest = newestKey(seen);
      if (!newest) return t('none yet');
      const { id, created } = newest;
      return t('{id}, of {day}', { id, day: dayOf(created) });
    },

    handover(seen): [Text, Text][] {
      const newest = newestKey(seen);
      if (!newest) return [];
      const how = howToUse(newest);
      return [
        [t('access key'), t('{id}', { id: newest.id })],
        ...(how ? [[t('for the program'), how] satisfies [Text, Text]] : []),
      ];
    },

    mayAsk: { unseen: 'select', days: 'select', where: 'select', profile: 'text' },

    questions(seen) {
      const unseen = unseenKey(seen);
      const age = ageOf(seen);
      const [first, last] = RENEWED_AFTER;
      return {
        ...(unseen && { unseen: unseenQuestion(unseen) }),
        ...(age > first &&
          age <= last &&
          seen.agreed === undefined && { days: ageQuestion(Math.floor(age)) }),
        ...(hasRoom(seen) && { where: whereQuestion(seen.name) }),
        ...(hasRoom(seen) && seen.isForProfile && { profile: profileQuestion(seen.name) }),
      };
    },

    plan(
      seen,
      {
        unseen,
        days = String(seen.agreed ?? RENEWED_AFTER[0]),
        where = PROFILE,
        profile = profileFor(seen.name),
      },
    ): Change[] {
      const lost = unseen === HELD ? undefined : unseenKey(seen);
      const keys = seen.keys.filter((key) => key !== lost);
      const working = keys.filter(({ isActive }) => isActive);
      const create = createKey({
        user: seen.name,
        profile: where === PROFILE ? profile : undefined,
      });
      const removal = lost ? [removeUnseen(seen.name, lost)] : [];
      // Two that work: the older one goes first, once nothing uses it.
      if (working.length > 1) return removal;
      const [only] = working;
      const isOld = only && seen.now - only.created > Number(days) * DAY_MS;
      // It cannot make room yet.
      if (keys.length > 1 && keys.some(({ isJustOff }) => isJustOff)) return removal;
      if (!only || isOld) return [...removal, ...roomFor(seen.name, keys), create];
      if (only.isNew || removal.length + keys.length > 1) return removal;
      return [
        {
          ...create,
          summary: t('Renew the key of {name} already now', { name: seen.name }),
          offerId: 'renew',
        },
      ];
    },
  });

/** How the program gets it, as far as this computer knows. */
function howToUse({ profile, isNew }: MachineKey): Text | undefined {
  if (profile)
    return t('set AWS_PROFILE={profile}, or use --profile {profile} of the AWS CLI', { profile });
  return isNew
    ? t('set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, from where you keep the secret')
    : undefined;
}

/** The answer that a program has the secret. */
const HELD = 'held';
/** The answers to where the secret goes. */
const PROFILE = 'profile';
const SHOWN = 'shown';

/** Of the newest key alone: nothing shows that anybody has its secret. */
function unseenKey(seen: { keys: MachineKey[] }): MachineKey | undefined {
  const newest = newestKey(seen);
  return newest && !newest.isHeld && !newest.isProven ? newest : undefined;
}

/** No key is made beside two that work. */
function hasRoom(seen: { keys: MachineKey[]; isElsewhere: boolean }): boolean {
  const lost = seen.isElsewhere ? undefined : unseenKey(seen);
  return seen.keys.filter((key) => key.isActive && key !== lost).length < 2;
}

/** Of the only key that works, in days. 0 if there are none or two. */
function ageOf({ keys, now }: { keys: MachineKey[]; now: number }): number {
  const [only, ...others] = keys.filter(({ isActive }) => isActive);
  return only && others.length === 0 ? (now - only.created) / DAY_MS : 0;
}

const removeUnseen = (UserName: string, { id, created }: MachineKey): ApiCall => ({
  kind: 'call',
  summary: t('Delete the key {id} of {day}, whose secret nobody has', { id, day: dayOf(created) }),
  danger: true,
  service: 'iam',
  operation: 'DeleteAccessKey',
  input: { UserName, AccessKeyId: id },
});

/** A user has two keys at most, and inactive ones count. */
function roomFor(UserName: string, keys: MachineKey[]): ApiCall[] {
  const [oldest] = keys.filter(({ isActive }) => !isActive);
  if (keys.length < 2 || !oldest) return [];
  const { id } = oldest;
  return [
    {
      kind: 'call',
      summary: t('Delete the inactive key {id}, to make room: a user has two at most', { id }),
      danger: true,
      confirmPhrase: id,
      service: 'iam',
      operation: 'DeleteAccessKey',
      input: { UserName, AccessKeyId: id },
    },
  ];
}

const unseenQuestion = ({ id, created }: MachineKey): Question<'select'> => ({
  kind: 'select',
  message: t('The key {id} of {day} has never been used. Does a program have its secret?', {
    id,
    day: dayOf(created),
  }),
  example: 'lost',
  choices: [
    { value: HELD, label: t('yes, it is going to use it') },
    { value: 'lost', label: t('no, nobody has it: delete the key') },
  ],
});

const ageQuestion = (age: number): Question<'select'> =>
  daysQuestion(t('The key is {age} days old. After how many days is it to be renewed?', { age }));

const whereQuestion = (name: string): Question<'select'> => ({
  kind: 'select',
  message: t('Where does the new key of {name} go?', { name }),
  initial: PROFILE,
  leadsOn: (where) => where === PROFILE,
  choices: [
    { value: PROFILE, label: t('into a profile of the AWS CLI on this computer') },
    { value: SHOWN, label: t('to a secret store elsewhere: it is shown once') },
  ],
});

/** IAM's names may hold a comma and an equals sign. */
const profileFor = (name: string): string => name.replace(/[^\w.@+-]/g, '-');

const profileQuestion = (name: string): Question<'text'> => ({
  kind: 'text',
  message: t('Name of the profile?'),
  initial: profileFor(name),
  notPersisted: true,
  validate: (typed) =>
    /^[\w.@+-]+$/.test(typed) ? undefined : t('Use only A-Z, a-z, 0-9 and these: . @ + - _'),
});
