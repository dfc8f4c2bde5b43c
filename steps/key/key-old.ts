import { type ApiCall, type Change, type Question, step } from '../../src/engine/step.ts';
import { commandAbout } from '../../src/text/program.ts';
import { type Text, t } from '../../src/text/text.ts';
import { DAY_MS } from '../shared/days.ts';
import {
  dayOf,
  findMachine,
  keyEvidence,
  type Machine,
  type MachineKey,
  newestKey,
  switchOffId,
} from './find-machine.ts';
import { NOT_LOOKED_UP, type Trace, traceOf, withTrace } from './key-trace.ts';

export const keyOld = (wanted: string) =>
  step({
    id: 'key-old',
    title: t('The old key'),
    why: t('It goes once no program uses it: first it is switched off, later it is deleted.'),
    cost: 'free',
    needs: ['key-use'],
    notFor: ['project'],
    controls: [],

    async observe(look) {
      const machine = await findMachine(look, wanted);
      const old = oldWorking(machine);
      const quietFor = look.known('key-old.days');
      return {
        ...machine,
        trace: old ? await traceOf(look, old) : NOT_LOOKED_UP,
        both: look.known('key-old.both'),
        quietFor: typeof quietFor === 'number' ? quietFor : undefined,
      };
    },

    evidence: ({ trace, ...seen }) => ({
      keys: oldKeys(seen).map(keyEvidence),
      lastCall: trace.call ? { call: trace.call.name, day: dayOf(trace.call.at) } : null,
      unread: trace.unread,
    }),

    status(seen) {
      const working = oldWorking(seen);
      const [inactive] = oldKeys(seen).filter(({ isActive }) => !isActive);
      if (working) return lastUse(working, seen.trace);
      return inactive ? t('{id} is inactive', { id: inactive.id }) : t('none');
    },

    handover(seen) {
      const [inactive] = oldKeys(seen).filter(({ isActive }) => !isActive);
      return inactive
        ? [
            [
              t('the old key'),
              t('{id} is off. In some weeks, if nothing has missed it: {command}', {
                id: inactive.id,
                command: commandAbout('key', seen.name),
              }),
            ],
          ]
        : [];
    },

    mayAsk: { both: 'select', days: 'number' },

    questions(seen) {
      const old = oldWorking(seen);
      return {
        ...(old && areBothInUse(seen, old) && { both: bothQuestion(old.id) }),
        ...(old && asksForDays(seen, old) && { days: DAYS_QUESTION }),
      };
    },

    plan(seen, { both, days = seen.quietFor ?? DAYS }): Change[] {
      const { name, now, quietFor, trace } = seen;
      const old = oldWorking(seen);
      const deletions = oldKeys(seen).filter(({ isActive, isJustOff }) => !isActive && !isJustOff);
      if (!old) return deletions.map((key) => deletion(name, key));
      const isAsked = areBothInUse(seen, old);
      if (isAsked && both === KEEP) return [];
      const used = usedAt(old, trace);
      // Until its questions are answered, the step is open.
      const isAnswered =
        (!isAsked || seen.both !== undefined) &&
        (!asksForDays(seen, old) || quietFor !== undefined);
      const isQuiet = used === undefined || now - used >= days * DAY_MS;
      if (isAnswered && isQuiet) return [switchOff(name, old, trace)];
      const change = later(name, old, trace, days);
      return [isAnswered ? { ...change, gated: true } : change];
    },
  });

/** Days in which nothing has used the old key: what is proposed, and the least. */
const DAYS = 7;
const LEAST_DAYS = 1;

/** The answer that two programs have a key each. */
const KEEP = 'keep';

const oldKeys = (seen: Machine): MachineKey[] => seen.keys.filter((key) => key !== newestKey(seen));

const oldWorking = (seen: Machine): MachineKey | undefined =>
  oldKeys(seen).find(({ isActive }) => isActive);

/** The last use that anything shows. IAM is hours late, and CloudTrail minutes. */
const usedAt = ({ used }: MachineKey, { call }: Trace): number | undefined =>
  used || call ? Math.max(used?.at ?? 0, call?.at ?? 0) : undefined;

/** Both have been used lately, and it was not this run that made the newest: perhaps two programs have one each. */
const areBothInUse = (seen: Machine & { trace: Trace }, old: MachineKey): boolean => {
  const newest = newestKey(seen);
  const used = usedAt(old, seen.trace);
  if (!newest?.used || newest.isNew || used === undefined) return false;
  return used >= newest.created && seen.now - used < DAYS * DAY_MS;
};

/** Only if one day is over, and both are not to stay. */
function asksForDays(seen: Machine & { trace: Trace; both: unknown }, old: MachineKey): boolean {
  const used = usedAt(old, seen.trace);
  const stay = seen.both === KEEP && areBothInUse(seen, old);
  return !stay && used !== undefined && seen.now - used >= LEAST_DAYS * DAY_MS;
}

const lastUse = ({ id, used }: MachineKey, trace: Trace): Text => {
  const use = used
    ? t('{id} works, last used on {day} for {service}', {
        id,
        day: dayOf(used.at),
        service: used.service,
      })
    : trace.call
      ? t('{id} works', { id })
      : t('{id} works, and was never used', { id });
  return withTrace(use, trace);
};

const switchOff = (UserName: string, key: MachineKey, trace: Trace): ApiCall => ({
  kind: 'call',
  summary: t('Switch the old key {id} of {name} off', { id: key.id, name: UserName }),
  sentAs: switchOffId(key.id),
  // A program that nobody thought of may still have it.
  danger: true,
  diff: [[t('access key {key}', { key: key.id }), lastUse(key, trace), t('inactive')]],
  undo: t('IAM console > Users > {name} > Security credentials > Access keys > Activate', {
    name: UserName,
  }),
  service: 'iam',
  operation: 'UpdateAccessKey',
  input: { UserName, AccessKeyId: key.id, Status: 'Inactive' },
});

/** Something uses it: the owner gives that the new key meanwhile. */
const later = (name: string, key: MachineKey, trace: Trace, days: number): ApiCall => ({
  ...switchOff(name, key, trace),
  summary: t('Switch the old key {id} of {name} off, once nothing has used it for {days} days', {
    id: key.id,
    name,
    days,
  }),
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

const bothQuestion = (id: string): Question<'select'> => ({
  kind: 'select',
  message: t('Both keys are in use. What about the older one, {id}?', { id }),
  example: 'goes',
  choices: [
    { value: 'goes', label: t('it goes, once nothing uses it any more') },
    { value: KEEP, label: t('two programs have one each: both stay') },
  ],
});

const DAYS_QUESTION: Question<'number'> = {
  kind: 'number',
  message: t('For how many days must nothing have used the old key before it is switched off?'),
  initial: DAYS,
  min: LEAST_DAYS,
  max: 365,
};
