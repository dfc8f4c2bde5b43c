import type { Look } from '../../src/engine/step.ts';
import { enabledRegions } from '../shared/enabled-regions.ts';
import { identities } from './administrators.ts';
import { type Candidates, ownerAdministrator } from './owner-administrator.ts';
import { assertHasOwnerRights } from './owner-rights.ts';
import { ownSession, type SignIn, type WayIn } from './sign-in-events.ts';
import { signInHistory } from './sign-in-search.ts';

export interface SignInProof {
  /** `null` if the owner comes in by a role, or if it is not known who they are. */
  owner: string | null;
  /** Those whom the owner may be, if it is not known. */
  unknown: Candidates | null;
  /** The latest sign-in that proves the way in that is there now. */
  proof: SignIn | null;
  /** The latest sign-in that proves nothing, if it is newer than the proof. */
  flawed: SignIn | null;
  /** The access key of a session that this computer has seen begin, and that CloudTrail does not show yet. */
  expected: string | null;
  /** Regions whose sign-ins these credentials may not look up. */
  unread: string[];
  /** Regions that are closed to this account. */
  outOfScope: string[];
  /** These credentials may not list the regions: only the usual ones were looked at. */
  regionsUnknown: boolean;
  /** AWS lists so many sign-ins that only the newest were looked through. */
  cut: boolean;
  /** When the password was last used, ISO 8601. No proof: it does not reveal whether MFA was used. */
  hint: string | null;
  /** Number of the owner's MFA devices. */
  devices: number;
}

/** Milliseconds. AWS's clock is known from headers, which have whole seconds. */
export const CLOCK_ERROR = 1000;

/** Under this id, the engine remembers the session of a sign-in with Rootlock listening, and its time. */
const SESSION = 'admin-sign-in.session';

/** Milliseconds. CloudTrail promises 15 minutes on average. */
const SHOWN_WITHIN = 60 * 60_000;

/** Under this id, the times are kept at which Rootlock sent a password of this user. */
export const passwordOf = (user: string): string => `admin-password.${user}`;

/**
 * Finds the owner's administrator, and the sign-in with MFA that proves their way in.
 *
 * @throws Blocked if they are an administrator on paper only
 */
export async function findSignInProof(look: Look): Promise<SignInProof> {
  const all = await identities(look);
  const { name: owner, unknown } = await ownerAdministrator(look, all);
  const unproven: SignInProof = {
    owner,
    unknown,
    proof: null,
    flawed: null,
    expected: null,
    unread: [],
    outOfScope: [],
    regionsUnknown: false,
    cut: false,
    hint: null,
    devices: 0,
  };
  if (owner === null) return unproven;
  const [{ way, hint, devices }, enabled] = await Promise.all([
    readWayIn(look, owner),
    enabledRegions(look),
  ]);
  const withoutProof = { ...unproven, hint, devices };
  if (!way) return withoutProof;
  const own = ownSession(look.known(SESSION), owner);
  const [{ isAwaited, ...history }] = await Promise.all([
    signInHistory(look, way, enabled, own),
    assertHasOwnerRights(look, owner),
  ]);
  const isRecent = look.clock() - (look.lastSent(SESSION) ?? 0) < SHOWN_WITHIN;
  return {
    ...withoutProof,
    ...history,
    expected: isAwaited && isRecent ? (own?.key ?? null) : null,
    regionsUnknown: enabled === undefined,
  };
}

interface FoundWayIn {
  /** `undefined` without a password or a device: then there is nothing to prove. */
  way: WayIn | undefined;
  hint: SignInProof['hint'];
  devices: number;
}

/** The password and the devices of a user. */
export async function readWayIn(look: Look, name: string): Promise<FoundWayIn> {
  const [found, listed, profile] = await Promise.all([
    look.find('iam', 'GetUser', { UserName: name }),
    look.find('iam', 'ListMFADevices', { UserName: name }),
    look.find('iam', 'GetLoginProfile', { UserName: name }),
  ]);
  const { UserId: userId, PasswordLastUsed } = found?.User ?? {};
  const devices = new Map(
    (listed?.MFADevices ?? []).flatMap(({ SerialNumber, EnableDate }) =>
      SerialNumber && EnableDate ? [[SerialNumber, EnableDate.getTime()] as const] : [],
    ),
  );
  const seen = {
    hint: PasswordLastUsed?.toISOString() ?? null,
    devices: listed?.MFADevices?.length ?? 0,
  };
  const created = profile?.LoginProfile?.CreateDate?.getTime();
  if (devices.size === 0 || !userId || created === undefined) return { ...seen, way: undefined };
  // CloudTrail shows a change of the password minutes later, and whether it changes the date, AWS does not say.
  const renewed = (look.lastSent(passwordOf(name)) ?? 0) - CLOCK_ERROR;
  const passwordSet = Math.max(created, renewed);
  return { ...seen, way: { name, userId, account: look.account.id, passwordSet, devices } };
}
