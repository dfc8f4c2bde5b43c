import {
  type ApiCall,
  type Change,
  type ConsoleChange,
  type Question,
  step,
} from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { userCredentials } from '../shared/console-urls.ts';
import {
  DAY,
  dayOf,
  findMachine,
  keyEvidence,
  type Machine,
  type MachineKey,
  newestKey,
  switchOffId,
} from './find-machine.ts';

export const keyOld = (wanted: string) =>
  step({
    id: 'key-old',
    title: t('The old key'),
    why: t('It goes once no program uses it: first it is switched off, later it is deleted.'),
    cost: 'free',
    needs: ['key-use'],
    notFor: ['project'],
    controls: [],

    observe: (look) => findMachine(look, wanted),

    evidence: (seen) => ({ keys: oldKeys(seen).map(keyEvidence) }),

    status(seen) {
      const working = oldWorking(seen);
      const [inactive] = oldKeys(seen).filter(({ isActive }) => !isActive);
      if (working) return lastUse(working);
      return inactive ? t('{id} is inactive', { id: inactive.id }) : t('none');
    },

    mayAsk: { both: 'select', days: 'number' },

    questions(seen) {
      const old = oldWorking(seen);
      return {
        ...(old && areBothInUse(seen, old) && { both: bothQuestion(old.id) }),
        ...(old?.used && { days: DAYS_QUESTION }),
      };
    },

    plan(seen, { both, days = DAYS }): Change[] {
      const { name, now } = seen;
      const old = oldWorking(seen);
      const deletions = oldKeys(seen).filter(({ isActive, isJustOff }) => !isActive && !isJustOff);
      if (!old) return deletions.map((key) => deletion(name, key));
      if (both === 'keep' && areBothInUse(seen, old)) return [];
      const isQuiet = !old.used || now - old.used.at >= days * DAY;
      return [isQuiet ? switchOff(name, old) : wait(name, old, days)];
    },
  });

/** Days. */
const DAYS = 7;

const oldKeys = (seen: Machine): MachineKey[] => seen.keys.filter((key) => key !== newestKey(seen));

const oldWorking = (seen: Machine): MachineKey | undefined =>
  oldKeys(seen).find(({ isActive }) => isActive);

/** Both have been used, and it was not this run that made the newest: perhaps two programs have one each. */
const areBothInUse = (seen: Machine, old: MachineKey): boolean => {
  const newest = newestKey(seen);
  return old.used !== undefined && newest?.used !== undefined && !newest.isNew;
};

const lastUse = ({ id, used }: MachineKey) =>
  used
    ? t('{id} works, last used on {day} for {service}', {
        id,
        day: dayOf(used.at),
        service: used.service,
      })
    : t('{id} works, and was never used', { id });

const switchOff = (UserName: string, key: MachineKey): ApiCall => ({
  kind: 'call',
  summary: t('Switch the old key {id} of {name} off', { id: key.id, name: UserName }),
  sentAs: switchOffId(key.id),
  // A program that nobody thought of may still have it.
  danger: true,
  diff: [[t('access key {key}', { key: key.id }), lastUse(key), t('inactive')]],
  undo: t('IAM console > Users > {name} > Security credentials > Access keys > Activate', {
    name: UserName,
  }),
  service: 'iam',
  operation: 'UpdateAccessKey',
  input: { UserName, AccessKeyId: key.id, Status: 'Inactive' },
});

/** Only the owner knows that nothing has missed it. */
const deletion = (UserName: string, { id }: MachineKey): ApiCall => ({
  kind: 'call',
  summary: t('Delete the inactive key {id}, once nothing has missed it for some weeks', { id }),
  offerId: `delete-${id}`,
  danger: true,
  confirmPhrase: id,
  service: 'iam',
  operation: 'DeleteAccessKey',
  input: { UserName, AccessKeyId: id },
});

const wait = (name: string, key: MachineKey, days: number): ConsoleChange => ({
  kind: 'console',
  id: 'wait',
  user: name,
  shownLate: true,
  summary: t('Have every program use the new key: {id} was used within {days} days', {
    id: key.id,
    days,
  }),
  ...userCredentials(name),
  instructions: [
    lastUse(key),
    t('Give the new key to whatever still uses it. Nothing switches the old one off meanwhile.'),
    t('Run this command again in some days: it goes on from here.'),
  ],
});

const bothQuestion = (id: string): Question<'select'> => ({
  kind: 'select',
  message: t('Both keys are in use. What about the older one, {id}?', { id }),
  example: 'goes',
  choices: [
    { value: 'goes', label: t('it goes, once nothing uses it any more') },
    { value: 'keep', label: t('two programs have one each: both stay') },
  ],
});

const DAYS_QUESTION: Question<'number'> = {
  kind: 'number',
  message: t('For how many days must nothing have used the old key before it is switched off?'),
  initial: DAYS,
  min: 1,
  max: 365,
};
