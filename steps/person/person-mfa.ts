import { type AttestedChange, type Question, step } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { mfaDevicesOf, virtualDeviceFor } from '../iam/mfa-devices.ts';
import { DEVICES, enrolment, serial } from '../iam/mfa-ways.ts';
import { readRequireMfaPolicy, requireMfaArn } from '../people/require-mfa-policy.ts';
import { userCredentials } from '../shared/console-urls.ts';
import { findPerson, type Person } from './find-person.ts';

export const personMfa = (wanted: string) =>
  step({
    id: 'person-mfa',
    title: t('Their MFA'),
    why: t('With MFA, nobody gets in with a leaked password alone.'),
    cost: 'free',
    needs: ['person-group'],
    notFor: ['project'],
    controls: [],

    async observe(look) {
      const person = await findPerson(look, wanted);
      const [devices, room, isRequired] = await Promise.all([
        person.exists ? mfaDevicesOf(look, person.name) : [],
        virtualDeviceFor(look, person.name),
        requiresMfa(look, person),
      ]);
      return {
        name: person.name,
        devices,
        room,
        isRequired,
        kind: String(look.known('person-mfa.device') ?? 'app'),
      };
    },

    evidence: ({ devices, isRequired }) => ({ devices, required: isRequired }),

    status: ({ devices, isRequired }) =>
      devices.length > 0 ? t('on') : isRequired ? t('off, and required by the group') : t('off'),

    mayAsk: { device: 'select', serial: 'text' },

    questions: ({ name, devices, kind }) => ({
      ...(devices.length === 0 && { device: deviceQuestion(name) }),
      ...(devices.length === 0 && kind === 'token' && { serial }),
    }),

    plan({ name, devices, room, isRequired }, { device = 'app', serial: typed }, account) {
      if (devices.length > 0) return [];
      if (device === LATER) return [byThemselves(name, isRequired)];
      return [enrolment(account, name, room, device, typed ?? placeholder('person-mfa.serial'))];
    },
  });

/** They do it alone, at their first sign-in. */
const LATER = 'later';

async function requiresMfa(look: Parameters<typeof readRequireMfaPolicy>[0], person: Person) {
  const [{ isThere, name }, { GroupDetailList = [] }] = await Promise.all([
    readRequireMfaPolicy(look),
    look.read('iam', 'GetAccountAuthorizationDetails', {}),
  ]);
  const arn = requireMfaArn(look.account, name);
  return (
    isThere &&
    GroupDetailList.some(
      ({ GroupName = '', AttachedManagedPolicies = [] }) =>
        person.groups.includes(GroupName) &&
        AttachedManagedPolicies.some(({ PolicyArn }) => PolicyArn === arn),
    )
  );
}

const deviceQuestion = (name: string): Question<'select'> => ({
  kind: 'select',
  message: t('Which MFA device will {name} use?', { name }),
  initial: 'app',
  // Its serial number.
  leadsOn: (kind) => kind === 'token',
  choices: [
    ...DEVICES,
    { value: LATER, label: t('not now: {name} sets it up at the first sign-in', { name }) },
  ],
});

/** Nobody can see beforehand that they will do it: the owner answers for it, in this run. */
const byThemselves = (name: string, isRequired: boolean): AttestedChange => ({
  kind: 'attest',
  id: LATER,
  once: true,
  answered: true,
  summary: t('{name} sets up MFA at the first sign-in', { name }),
  ...userCredentials(name),
  instructions: [
    consequence(name, isRequired),
    t('The text to send to {name} says how. Run this again to see whether it is done.', { name }),
  ],
});

const consequence = (name: string, isRequired: boolean): Text =>
  isRequired
    ? t('Until then, {name} can do nothing else: the group requires MFA.', { name })
    : t('Nothing makes {name} do it: until then, the password alone is enough to get in.', {
        name,
      });
