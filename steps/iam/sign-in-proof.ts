import type { Look } from '../../src/engine/step.ts';
import { administrators, identities } from './administrators.ts';
import { ownerAdministrator } from './owner-administrator.ts';
import { assertHasOwnerRights } from './owner-rights.ts';

/** A sign-in of the administrator as AWS recorded it. */
export interface Proof {
  /** ISO 8601. */
  at: string;
  region: string;
  how: 'console' | 'session';
}

/** An administrator as CloudTrail identifies them. */
interface AdministratorUser {
  name: string;
  /** When the current password and the oldest of the current devices were both set, in milliseconds. */
  credentialsSince: number;
}

/** Milliseconds. LookupEvents goes back 90 days. */
const LOOKUP_PERIOD = 90 * 24 * 60 * 60_000;

/**
 * Regions that record sign-ins of IAM users: us-east-1, and the others if the browser has an alias cookie. CloudTrail
 * User Guide, "AWS Management Console sign-in events".
 */
const SIGN_IN_REGIONS = ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2'];

interface SignInProof {
  /** `null` if administrators are roles only, or the owner has not chosen among several. */
  owner: string | null;
  /** Names of administrators who are users. */
  administrators: string[];
  proof: Proof | null;
  /** When the password was last used, ISO 8601. No proof: it does not reveal whether MFA was used. */
  hint: string | null;
  /** Number of the owner's MFA devices. */
  devices: number;
}

/**
 * Finds the owner's administrator, and the sign-in with MFA that AWS recorded since the device was enrolled.
 *
 * @throws Blocked if they are an administrator on paper only
 */
export async function findSignInProof(look: Look): Promise<SignInProof> {
  const all = await identities(look);
  const owner = ownerAdministrator(look, all) ?? null;
  const names = administrators(all).users.map(({ name }) => name);
  const unproven = { owner, administrators: names, proof: null, hint: null, devices: 0 };
  if (owner === null) return unproven;
  const [found, listed, profile] = await Promise.all([
    look.find('iam', 'GetUser', { UserName: owner }),
    look.find('iam', 'ListMFADevices', { UserName: owner }),
    look.find('iam', 'GetLoginProfile', { UserName: owner }),
  ]);
  const hint = found?.User?.PasswordLastUsed?.toISOString() ?? null;
  const devices = listed?.MFADevices ?? [];
  const enrolledAt = devices.flatMap(({ EnableDate }) => EnableDate?.getTime() ?? []);
  const withoutProof = { ...unproven, hint, devices: devices.length };
  const password = profile?.LoginProfile?.CreateDate?.getTime();
  // A sign-in counts only if it could use the current password and a current device.
  if (enrolledAt.length === 0 || password === undefined) return withoutProof;
  const administrator = {
    name: owner,
    credentialsSince: Math.max(Math.min(...enrolledAt), password),
  };
  const [proof] = await Promise.all([
    latestSignIn(look, administrator),
    assertHasOwnerRights(look, owner),
  ]);
  return { ...withoutProof, proof };
}

/** The latest sign-in with MFA within CloudTrail's 90 days. It needs no attestation: AWS recorded it. */
async function latestSignIn(
  look: Look,
  { name, credentialsSince }: AdministratorUser,
): Promise<Proof | null> {
  // CloudTrail and IAM give time in whole seconds.
  const since = Math.floor(Math.max(credentialsSince, look.clock() - LOOKUP_PERIOD) / 1000) * 1000;
  // Whole minutes, so that two steps of one survey make equal calls and share them.
  const StartTime = new Date(Math.floor(since / 60_000) * 60_000);
  const { partition, region: home } = look.account;
  const regions = [...new Set([...(partition === 'aws' ? SIGN_IN_REGIONS : []), home])];
  const found = await Promise.allSettled(
    regions.map((region) => signInsIn(look, region, name, StartTime)),
  );
  const proofs = found
    .flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    .filter(({ at }) => Date.parse(at) >= since);
  const [latest] = proofs.sort((a, b) => b.at.localeCompare(a.at));
  // An unreadable region may hide a proof, but does not undo one from another region.
  const failure = found.find((one) => one.status === 'rejected');
  if (!latest && failure) throw failure.reason;
  return latest ?? null;
}

async function signInsIn(
  look: Look,
  region: string,
  name: string,
  StartTime: Date,
): Promise<Proof[]> {
  const lookup = (AttributeKey: 'EventName' | 'Username', AttributeValue: string, more = {}) =>
    look.read(
      'cloudtrail',
      'LookupEvents',
      { LookupAttributes: [{ AttributeKey, AttributeValue }], StartTime, ...more },
      region,
    );
  // All sign-ins, but only the newest of the administrator's other events: there may be thousands.
  const [logins, byUser] = await Promise.all([
    lookup('EventName', 'ConsoleLogin'),
    lookup('Username', name, { MaxResults: 50 }),
  ]);
  return [...(logins.Events ?? []), ...(byUser.Events ?? [])].flatMap(({ CloudTrailEvent }) => {
    const event = parseRecord(CloudTrailEvent);
    const how = event && proofKind(event, name);
    return event?.eventTime && how ? [{ at: event.eventTime, region, how }] : [];
  });
}

interface CloudTrailRecord {
  eventTime?: string;
  eventName?: string;
  userIdentity?: {
    type?: string;
    userName?: string;
    sessionContext?: { attributes?: { mfaAuthenticated?: string } };
  };
  responseElements?: { ConsoleLogin?: string } | null;
  additionalEventData?: { MFAUsed?: string } | null;
}

/** `undefined` if the text is no record: an unreadable event proves nothing. */
function parseRecord(text = ''): CloudTrailRecord | undefined {
  try {
    return JSON.parse(text) as CloudTrailRecord;
  } catch {
    return undefined;
  }
}

function proofKind(event: CloudTrailRecord, name: string): Proof['how'] | undefined {
  const { type, userName, sessionContext } = event.userIdentity ?? {};
  if (type !== 'IAMUser' || userName !== name) return undefined;
  if (event.eventName === 'ConsoleLogin') {
    const success = event.responseElements?.ConsoleLogin === 'Success';
    return success && event.additionalEventData?.MFAUsed === 'Yes' ? 'console' : undefined;
  }
  return sessionContext?.attributes?.mfaAuthenticated === 'true' ? 'session' : undefined;
}
