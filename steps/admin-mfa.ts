import {
  type Account,
  type AttestedChange,
  type Change,
  type Look,
  type Question,
  step,
} from '../src/engine/step.ts';
import { placeholder } from '../src/text/placeholder.ts';
import { type Text, t } from '../src/text/text.ts';
import { heldToMfa, identities, type User } from './iam/administrators.ts';
import {
  kindOfDevice,
  mfaDevicesOf,
  type VirtualDevice,
  virtualDeviceFor,
} from './iam/mfa-devices.ts';
import { enrolApp, resync } from './iam/mfa-enrolment.ts';
import { DEVICES, enrolInConsole, enrolment, serial } from './iam/mfa-ways.ts';
import { type Candidates, ownerAdministrator, sayWhoYouAre } from './iam/owner-administrator.ts';
import { userCredentials } from './shared/console-urls.ts';

interface Seen {
  /** Name of the owner's administrator, which may not exist yet. `null` if they come in by a role, or are not known. */
  owner: string | null;
  unknown: Candidates | null;
  /** Every user who could become an administrator, or perhaps could. */
  users: HeldUser[];
  room: VirtualDevice | null;
  /** The device that the owner wants to enrol. */
  kind: string;
}

interface HeldUser
  extends Pick<User, 'name'>,
    Partial<Pick<User, 'administrator' | 'powerful' | 'because'>> {
  password: boolean;
  devices: string[];
}

export default step({
  id: 'admin-mfa',
  title: t('Administrator MFA'),
  why: t('With MFA, nobody gets in with a leaked password alone.'),
  cost: 'free',
  needs: ['admin-user'],
  notFor: ['project'],
  controls: [],

  async observe(look): Promise<Seen> {
    const all = await identities(look);
    const { name: owner, unknown } = await ownerAdministrator(look, all);
    const users = await Promise.all(heldToMfa(all).map((user) => readSignIn(look, user)));
    return {
      owner,
      unknown,
      users,
      room: owner === null ? null : await virtualDeviceFor(look, owner),
      kind: String(look.known('admin-mfa.device') ?? 'app'),
    };
  },

  evidence: ({ owner, users }) => ({
    owner,
    users: users.map((user) => ({ ...user })),
  }),

  status({ owner, users }) {
    const unprotected = withoutMfa(owner, users);
    if (unprotected.length > 0) return t('off for {names}', { names: unprotected.join(', ') });
    const kinds = new Set(users.flatMap(({ devices }) => devices.map(kindOfDevice)));
    if (kinds.size === 0) return t('no administrator signs in with a password');
    return t('on for {names}', {
      names: users
        .filter(({ devices }) => devices.length > 0)
        .map(({ name }) => name)
        .join(', '),
    });
  },

  mayAsk: { device: 'select', serial: 'text' },

  questions({ owner, users, kind }) {
    if (owner === null || isEnrolled(users, owner)) return {};
    return kind === 'token' ? { device, serial } : { device };
  },

  plan({ owner, unknown, users, room }, { device: kind = 'app', serial }, account) {
    const token = serial ?? placeholder('admin-mfa.serial');
    const others = withoutMfa(null, users).filter((name) => name !== owner);
    const changes: Change[] = others.map((name) =>
      enrolInConsole(name, reasonFor(users.find((user) => user.name === name))),
    );
    if (unknown) return [...changes, sayWhoYouAre(unknown)];
    if (owner === null || !room) return changes;
    if (isEnrolled(users, owner))
      return [...changes, ...recoveryOffers(account, owner, room, users)];
    return [enrolment(account, owner, room, kind, token), ...changes];
  },
});

/** Users without MFA who need it. The owner always does, others only if they have a password. */
function withoutMfa(owner: string | null, users: HeldUser[]): string[] {
  const unprotected = users.filter(({ name, password, devices }) => {
    return devices.length === 0 && (password || name === owner);
  });
  const names = unprotected.map(({ name }) => name);
  const exists = owner === null || users.some(({ name }) => name === owner);
  return exists ? names : [owner, ...names];
}

const isEnrolled = (users: Seen['users'], owner: string): boolean =>
  users.some(({ name, devices }) => name === owner && devices.length > 0);

async function readSignIn(
  look: Look,
  { name, administrator, powerful, because }: User,
): Promise<HeldUser> {
  const [profile, devices] = await Promise.all([
    look.find('iam', 'GetLoginProfile', { UserName: name }),
    mfaDevicesOf(look, name),
  ]);
  const password = profile !== undefined;
  return { name, administrator, powerful, because, password, devices };
}

/** Why somebody who is no administrator needs MFA: the owner may not know that they could become one. */
function reasonFor(user: HeldUser | undefined): Text[] {
  const { name = '', administrator, powerful, because = [] } = user ?? {};
  if (administrator === 'yes' || because.length === 0) return [];
  const reason = { name, because: because.slice(0, 3).join(', ') };
  return powerful === 'yes'
    ? [t('{name} could become an administrator with: {because}', reason)]
    : [t('{name} might be able to become an administrator, depending on: {because}', reason)];
}

const device: Question<'select'> = {
  kind: 'select',
  message: t('Which MFA device will you use?'),
  initial: 'app',
  // Its serial number.
  leadsOn: (kind) => kind === 'token',
  choices: DEVICES,
};

/** Offers for an owner who wants a second device or cannot get in with the first. The old device stays. */
function recoveryOffers(
  account: Account,
  owner: string,
  room: VirtualDevice,
  users: Seen['users'],
): Change[] {
  const ownDevices = users.find(({ name }) => name === owner)?.devices ?? [];
  const summary = t('Set up one more authenticator app for {owner}', { owner });
  const secondApp: Change = isSignedIn(account, owner)
    ? secondAppInConsole(owner, summary)
    : { ...enrolApp(account, owner, room), offerId: 'another', summary };
  const withCodes = ownDevices.filter((serial) => kindOfDevice(serial) !== 'passkey');
  return [
    secondApp,
    ...withCodes.map(
      (serial, n): Change => ({ ...resync(owner, serial), offerId: `resync-${n + 1}` }),
    ),
  ];
}

const isSignedIn = ({ identity }: Account, name: string): boolean =>
  identity.kind === 'user' && identity.arn.endsWith(`/${name}`);

/**
 * AWS refuses EnableMFADevice (403) of a user for themselves if they have a device and the session did not use it. Neither
 * an access key nor, as far as is known, a session of "aws login" shows that it did: the key would be shown in vain.
 */
const secondAppInConsole = (name: string, summary: Text): AttestedChange => ({
  kind: 'attest',
  id: 'another',
  offerId: 'another',
  summary,
  ...userCredentials(name),
  instructions: [
    t('You can add a second device only in the AWS console, signed in with the first one.'),
    t('Under "Multi-factor authentication (MFA)", choose "Assign MFA device".'),
  ],
});
