import { type ConsoleChange, step } from '../src/engine/step.ts';
import { PROGRAM, SAME_OPTIONS } from '../src/text/program.ts';
import { t } from '../src/text/text.ts';
import { type Person, readPeople, withoutMfa } from './people/people.ts';
import { IAM_USERS } from './shared/console-urls.ts';

export default step({
  id: 'everyones-mfa',
  title: t('MFA of everybody'),
  why: t(
    'A leaked password opens what its owner may do, also of people who are no administrators.',
  ),
  cost: 'free',
  level: 'recommended',
  follows: ['admin-mfa', 'admin-password'],
  // People there do not sign in by IAM.
  notFor: ['project'],
  controls: ['everyones-mfa'],

  observe: readPeople,

  evidence: (people) => ({ people: people.map(({ name, devices }) => ({ name, devices })) }),

  status(people) {
    const open = withoutMfa(people);
    if (open.length > 0) return t('off for {names}', { names: open.join(', ') });
    return people.length === 0
      ? t('nobody signs in with a password')
      : t('on for everybody with a password: {count}', { count: people.length });
  },

  plan: (people) => (withoutMfa(people).length > 0 ? [enrol(people)] : []),
});

/** One change for all: whoever is there goes first, and nobody waits for somebody who is away. */
const enrol = (people: Person[]): ConsoleChange => ({
  kind: 'console',
  id: 'enrol',
  summary: t('Turn on MFA for {name}', { name: withoutMfa(people).join(', ') }),
  undo: t('IAM console > Users > the user > Security credentials > Remove'),
  ...IAM_USERS,
  instructions: [
    t(
      'They do it themselves: signed in, at the top right, "Security credentials", "Assign MFA device".',
    ),
    t(
      'Or you do it with them: choose the user on the page below, "Security credentials", "Assign MFA device".',
    ),
    t('Or set it up here, one after the other: {program} person NAME{options}', {
      program: PROGRAM,
      options: SAME_OPTIONS,
    }),
    t(
      'Somebody who no longer needs to sign in: take the password away there, with "Manage console access".',
    ),
  ],
});
