import type { Look } from '../../src/engine/contract.ts';
import { Blocked } from '../../src/engine/errors.ts';
import { t } from '../../src/engine/text.ts';
import { identities } from './administrators.ts';
import { administratorOf } from './owner.ts';

/** A sign-in of the administrator that AWS has recorded. */
export interface Proof {
  /** ISO 8601. */
  at: string;
  region: string;
  how: 'console' | 'session';
}

/** An administrator as CloudTrail and the policy simulator see them. */
interface Administrator {
  name: string;
  arn: string;
  /** When the first MFA device that they have now was enabled, ISO 8601. */
  enrolled: string;
}

const DAY = 24 * 60 * 60_000;
/** A sign-in this recent still proves that the way in works. */
const RECENT = 30 * DAY;

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
  'organizations:LeaveOrganization',
];

interface Proven {
  /** `null` where administrators come in by roles, or several must be asked about. */
  owner: string | null;
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
export async function provenOwner(look: Look): Promise<Proven> {
  const owner = administratorOf(look, await identities(look)) ?? null;
  if (owner === null) return { owner, proof: null, hint: null, devices: 0 };
  const [found, listed] = await Promise.all([
    look.find('iam', 'GetUser', { UserName: owner }),
    look.find('iam', 'ListMFADevices', { UserName: owner }),
  ]);
  const hint = found?.User?.PasswordLastUsed?.toISOString() ?? null;
  const devices = listed?.MFADevices ?? [];
  const [enrolled] = devices.flatMap(({ EnableDate }) => EnableDate?.toISOString() ?? []).sort();
  const arn = found?.User?.Arn;
  const known = { owner, hint, devices: devices.length };
  if (enrolled === undefined || arn === undefined) return { ...known, proof: null };
  const administrator = { name: owner, arn, enrolled };
  const [proof] = await Promise.all([
    proofOf(look, administrator),
    assertOwnsAll(look, administrator),
  ]);
  return { ...known, proof };
}

/** The latest recorded sign-in with MFA after the device was enrolled, within 30 days. Attested by nobody: AWS saw it. */
async function proofOf(look: Look, { name, enrolled }: Administrator): Promise<Proof | null> {
  // CloudTrail and IAM tell time in whole seconds.
  const since = Math.floor(Math.max(Date.parse(enrolled), look.clock() - RECENT) / 1000) * 1000;
  // Whole minutes: two steps that ask in one survey share the calls.
  const StartTime = new Date(Math.floor(since / 60_000) * 60_000);
  const regions = [...new Set([...SIGN_IN_REGIONS, look.account.region])];
  const found = await Promise.all(regions.map((region) => eventsIn(look, region, name, StartTime)));
  const proofs = found.flat().filter(({ at }) => Date.parse(at) >= since);
  return proofs.sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
}

async function eventsIn(
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
  const [logins, own] = await Promise.all([
    lookup('EventName', 'ConsoleLogin'),
    lookup('Username', name, { MaxResults: 50 }),
  ]);
  return [...(logins.Events ?? []), ...(own.Events ?? [])].flatMap(({ CloudTrailEvent }) => {
    const event = parsed(CloudTrailEvent);
    const how = event && howProven(event, name);
    return event?.eventTime && how ? [{ at: event.eventTime, region, how }] : [];
  });
}

interface Recorded {
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

function parsed(text: string | undefined): Recorded | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Recorded);
}

function howProven(event: Recorded, name: string): Proof['how'] | undefined {
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
async function assertOwnsAll(look: Look, { name, arn }: Administrator): Promise<void> {
  const { EvaluationResults = [] } = await look.read('iam', 'SimulatePrincipalPolicy', {
    PolicySourceArn: arn,
    ActionNames: OWNER_ACTIONS,
  });
  const denied = OWNER_ACTIONS.filter((action) => {
    const result = EvaluationResults.find(({ EvalActionName }) => EvalActionName === action);
    return result?.EvalDecision !== 'allowed';
  });
  if (denied.length === 0) return;
  throw new Blocked(
    t('{name} is an administrator, but may not do all: {denied}.', {
      name,
      denied: denied.join(', '),
    }),
    [t('Take away the policy or permissions boundary that denies it, then run Rootlock again.')],
  );
}
