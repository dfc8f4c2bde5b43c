import { type Text, t } from '../../src/text/text.ts';

/** The way in that a sign-in has to prove: this user, with the password and the devices that are there now. */
export interface WayIn {
  name: string;
  /** `AIDA…`: a name may be given to somebody else, an id never is. */
  userId: string;
  /** Twelve digits. */
  account: string;
  /** When the password was set, in milliseconds. */
  passwordSet: number;
  /** When each MFA device was enabled, in milliseconds, by its serial number. */
  devices: ReadonlyMap<string, number>;
}

/** A sign-in under the user's name. */
export interface SignIn {
  /** ISO 8601. */
  at: string;
  region: string;
  /** It was made with Rootlock listening, and its session shows it. Absent: a console sign-in. */
  byBrowser?: true;
  /** Why it proves nothing about the way in. Absent if it does. */
  flaw?: Flaw;
}

export type Flaw =
  | 'failed'
  | 'without MFA'
  | 'other user'
  | 'before the password'
  | 'device gone'
  | 'before the device';

interface Recorded {
  eventTime?: string;
  eventName?: string;
  errorCode?: string;
  userIdentity?: {
    type?: string;
    principalId?: string;
    accountId?: string;
    userName?: string;
    accessKeyId?: string;
    sessionContext?: { attributes?: { creationDate?: string; mfaAuthenticated?: string } };
  };
  requestParameters?: { userName?: string; policyArn?: string } | null;
  responseElements?: { ConsoleLogin?: string } | null;
  additionalEventData?: { MFAUsed?: string; MFAIdentifier?: string } | null;
}

/**
 * Judges an event of CloudTrail. Only a sign-in proves a way in: an API call may come from a browser tab that was
 * left open before the password changed, or from a long-term access key with a code.
 *
 * @param event the JSON of `CloudTrailEvent`
 * @returns `undefined` for anything but a sign-in under this user's name
 */
export function judgeSignIn(
  event: string | undefined,
  region: string,
  way: WayIn,
): SignIn | undefined {
  const recorded = parseEvent(event);
  if (recorded?.eventName !== 'ConsoleLogin' || !recorded.eventTime) return undefined;
  const { type, userName } = recorded.userIdentity ?? {};
  if (type !== 'IAMUser' || userName !== way.name) return undefined;
  const flaw = flawOf(recorded, way);
  return { at: recorded.eventTime, region, ...(flaw && { flaw }) };
}

function flawOf(recorded: Recorded, way: WayIn): Flaw | undefined {
  const { principalId, accountId } = recorded.userIdentity ?? {};
  const { MFAUsed, MFAIdentifier = '' } = recorded.additionalEventData ?? {};
  const at = Date.parse(recorded.eventTime ?? '');
  if (principalId !== way.userId || accountId !== way.account) return 'other user';
  if (recorded.responseElements?.ConsoleLogin !== 'Success') return 'failed';
  if (MFAUsed !== 'Yes') return 'without MFA';
  if (!(at >= wholeSecond(way.passwordSet))) return 'before the password';
  const enabled = way.devices.get(MFAIdentifier);
  if (enabled === undefined) return 'device gone';
  return at >= wholeSecond(enabled) ? undefined : 'before the device';
}

/**
 * Judges an event of a session that Rootlock itself has seen begin, by a sign-in with the password. The event shows when that
 * was, and whether MFA was used; not with which device.
 *
 * @returns `undefined` for an event that does not show it
 */
export function judgeSession(
  event: string | undefined,
  { key, region }: OwnSession,
  way: WayIn,
): SignIn | undefined {
  const { principalId, accountId, accessKeyId, sessionContext } =
    parseEvent(event)?.userIdentity ?? {};
  const { creationDate = '', mfaAuthenticated } = sessionContext?.attributes ?? {};
  const began = Date.parse(creationDate);
  if (accessKeyId !== key || Number.isNaN(began)) return undefined;
  const flaw = (): Flaw | undefined => {
    if (principalId !== way.userId || accountId !== way.account) return 'other user';
    if (mfaAuthenticated !== 'true') return 'without MFA';
    if (began < wholeSecond(way.passwordSet)) return 'before the password';
    return began < wholeSecond(Math.min(...way.devices.values())) ? 'before the device' : undefined;
  };
  const found = flaw();
  return { at: creationDate, region, byBrowser: true, ...(found && { flaw: found }) };
}

/** Did this session begin with MFA? `undefined` if the event is not one of its own, or does not say so. */
export function hasSessionMfa(event: string | undefined, key: string): boolean | undefined {
  const { accessKeyId, sessionContext } = parseEvent(event)?.userIdentity ?? {};
  const { mfaAuthenticated } = sessionContext?.attributes ?? {};
  return accessKeyId === key && mfaAuthenticated !== undefined
    ? mfaAuthenticated === 'true'
    : undefined;
}

/** A session that this computer has seen begin. */
export interface OwnSession {
  /** Id of its access key. */
  key: string;
  /** Where somebody signed in, and where CloudTrail shows it. */
  region: string;
}

/** The session of this user, in what the engine remembers. */
export function ownSession(known: unknown, name: string): OwnSession | undefined {
  const [key = '', region = '', user] = String(known).split(' ');
  // A long-term key begins with AKIA.
  const isSession = /^ASIA[A-Z0-9]{12,124}$/.test(key) && /^[a-z0-9-]+$/.test(region);
  return isSession && user === name ? { key, region } : undefined;
}

/** CloudTrail and IAM tell time in whole seconds, and do not round alike. */
export const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** What does away with an earlier proof, by the name of its event. */
export const WAY_CHANGES = {
  UpdateLoginProfile: 'before the password',
  ChangePassword: 'before the password',
  DeactivateMFADevice: 'device gone',
} as const satisfies Record<string, Flaw>;

/**
 * When an event changed this user's password or took a device away, in milliseconds, and what an earlier sign-in then lacks.
 *
 * @returns `undefined` if it did not
 */
export function wayChangeOf(
  event: string | undefined,
  way: WayIn,
): { at: number; flaw: Flaw } | undefined {
  const recorded = parseEvent(event);
  if (!recorded?.eventTime || recorded.errorCode) return undefined;
  const flaw = WAY_CHANGES[recorded.eventName as keyof typeof WAY_CHANGES];
  const { userName } = recorded.requestParameters ?? {};
  // Without a name, a user changes what is their own.
  const isOfUser =
    userName === undefined
      ? recorded.userIdentity?.principalId === way.userId
      : userName.toLowerCase() === way.name.toLowerCase();
  return flaw && isOfUser ? { at: Date.parse(recorded.eventTime), flaw } : undefined;
}

/** When an event attached this policy to a user, in milliseconds. `undefined` if it did not. */
export function policyAttachedAt(
  event: string | undefined,
  name: string,
  arn: string,
): number | undefined {
  const { eventName, eventTime, errorCode, requestParameters } = parseEvent(event) ?? {};
  const { userName = '', policyArn } = requestParameters ?? {};
  const isIt =
    eventName === 'AttachUserPolicy' &&
    !errorCode &&
    policyArn === arn &&
    userName.toLowerCase() === name.toLowerCase();
  return isIt && eventTime ? Date.parse(eventTime) : undefined;
}

/** An event that cannot be read proves nothing. */
function parseEvent(text = ''): Recorded | undefined {
  try {
    return JSON.parse(text) as Recorded;
  } catch {
    return undefined;
  }
}

/** What was seen of a sign-in that does not count, and why. */
export function describeFlaw(name: string, { at, flaw }: SignIn): Text {
  const when = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  switch (flaw) {
    case 'failed':
      return t('{name} failed to sign in at {when}', { name, when });
    case 'without MFA':
      return t('{name} signed in at {when} without MFA', { name, when });
    case 'other user':
      return t('another user named {name} signed in at {when}', { name, when });
    case 'before the password':
      return t('{name} signed in at {when}, before the password was set', { name, when });
    case 'device gone':
      return t('{name} signed in at {when} with an MFA device that no longer exists', {
        name,
        when,
      });
    default:
      return t('{name} signed in at {when}, before the MFA device was set up', { name, when });
  }
}
