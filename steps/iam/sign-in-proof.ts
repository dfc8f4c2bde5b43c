import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { administrators, identities } from './administrators.ts';
import { ownerAdministrator } from './owner-administrator.ts';

/** A sign-in of the administrator that AWS has recorded. */
export interface Proof {
  /** ISO 8601. */
  at: string;
  region: string;
  how: 'console' | 'session';
}

/** An administrator as CloudTrail and the policy simulator see them. */
interface AdministratorUser {
  name: string;
  arn: string;
  /** When the way in that they have now was complete, in milliseconds. */
  credentialsSince: number;
}

/** 90 days: what LookupEvents goes back to. */
const LOOKUP_PERIOD = 90 * 24 * 60 * 60_000;

/**
 * Where sign-ins of IAM users are recorded: us-east-1, and the others where the browser has an alias cookie. CloudTrail
 * User Guide, "AWS Management Console sign-in events".
 */
const SIGN_IN_REGIONS = ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2'];

/** What stands for all that an owner needs: people, keys, data, and the account itself. */
const OWNER_ACTIONS = [
  'iam:CreateUser',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:UpdateLoginProfile',
  's3:DeleteBucket',
];

interface SignInProof {
  /** `null` where administrators come in by roles, or the owner has not said yet which of several. */
  owner: string | null;
  /** Administrators who are users, by name. */
  administrators: string[];
  proof: Proof | null;
  /** When the password was last used, ISO 8601: not enough, it says nothing of MFA. */
  hint: string | null;
  /** How many MFA devices the owner has. */
  devices: number;
}

/**
 * The administrator that the owner is, and whether AWS has seen them come in with MFA since they have a device.
 *
 * @throws Blocked where they are an administrator on paper alone
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
  const arn = found?.User?.Arn;
  const withoutProof = { ...unproven, hint, devices: devices.length };
  const password = profile?.LoginProfile?.CreateDate?.getTime();
  // A sign-in proves the way in that is there now: with this password, and with a device of these.
  if (enrolledAt.length === 0 || arn === undefined || password === undefined) return withoutProof;
  const administrator = {
    name: owner,
    arn,
    credentialsSince: Math.max(Math.min(...enrolledAt), password),
  };
  const [proof] = await Promise.all([
    latestSignIn(look, administrator),
    assertHasOwnerRights(look, administrator),
  ]);
  return { ...withoutProof, proof };
}

/** The latest sign-in with MFA, as far back as CloudTrail remembers. Attested by nobody: AWS saw it. */
async function latestSignIn(
  look: Look,
  { name, credentialsSince }: AdministratorUser,
): Promise<Proof | null> {
  // CloudTrail and IAM tell time in whole seconds.
  const since = Math.floor(Math.max(credentialsSince, look.clock() - LOOKUP_PERIOD) / 1000) * 1000;
  // Whole minutes: two steps that ask in one survey share the calls.
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
  // A region that cannot be read may hide a proof, but does not undo one that another region has.
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
  // All sign-ins, and the newest of all that the administrator did: there may be thousands of those.
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

/** `undefined` where it is none: what cannot be read proves nothing. */
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

/**
 * What the administrator may not do of what an owner needs, by AWS's own policy simulator.
 *
 * @throws Blocked where there is such a thing: an administrator on paper is no way back in
 */
async function assertHasOwnerRights(look: Look, { name, arn }: AdministratorUser): Promise<void> {
  const { EvaluationResults = [] } = await look.read('iam', 'SimulatePrincipalPolicy', {
    PolicySourceArn: arn,
    ActionNames: OWNER_ACTIONS,
    // Signed in with MFA, as the administrator is: a policy that denies all without it is a good one.
    ContextEntries: [
      {
        ContextKeyName: 'aws:MultiFactorAuthPresent',
        ContextKeyType: 'boolean',
        ContextKeyValues: ['true'],
      },
    ],
  });
  const denied = OWNER_ACTIONS.filter((action) => {
    const result = EvaluationResults.find(({ EvalActionName }) => EvalActionName === action);
    return result?.EvalDecision !== 'allowed';
  });
  if (denied.length === 0) return;
  throw new Blocked(
    t('{name} is an administrator, but is not allowed to: {denied}.', {
      name,
      denied: denied.join(', '),
    }),
    [
      t('Look at their policies, permissions boundary, and the policies of an organization.'),
      t('Allow it, or make another user the administrator, then run Rootlock again.'),
    ],
  );
}
