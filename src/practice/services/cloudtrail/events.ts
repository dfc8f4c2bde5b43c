import { randomUUID } from 'node:crypto';
import { isReading } from '../../../aws/operations.ts';
import type { PracticeState, TrailEvent, User } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';

const SIGN_IN = 'signin.amazonaws.com';
/** CloudTrail does not tell a name that nobody has: it may be a password, typed into the wrong field. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

interface SignIn {
  /** Of a regional endpoint. Without one, AWS picks the nearest region as soon as the account has an alias. */
  region?: string;
  fails?: boolean;
}

/**
 * A sign-in to the console, or a failed one.
 *
 * @param user nobody if the name does not exist: the sign-in then fails
 * @param mfa the serial number of the device; `true` is the user's first
 */
export function recordSignIn(
  state: PracticeState,
  user: User | undefined,
  mfa: boolean | string,
  now: Date,
  { region = state.alias ? 'us-east-2' : 'us-east-1', fails = user === undefined }: SignIn = {},
): void {
  if (user?.password && !fails) user.password.lastUsed = now.toISOString();
  const first = state.devices.find(({ owner }) => owner?.id === user?.id)?.serial;
  const device = typeof mfa === 'string' ? mfa : (first ?? `arn:aws:iam::${state.id}:mfa/phone`);
  const wrong = user ? 'Failed authentication' : 'No username found in supplied account';
  state.events.push({
    id: randomUUID(),
    at: now.toISOString(),
    region,
    source: SIGN_IN,
    name: 'ConsoleLogin',
    user: {
      ...(user && { id: user.id }),
      name: user?.name ?? HIDDEN,
      ...(user && !fails && { arn: iamArn(state, 'user', user) }),
      ...(fails && { accessKeyId: '' }),
    },
    detail: {
      ...(fails && { errorMessage: wrong }),
      requestParameters: null,
      responseElements: { ConsoleLogin: fails ? 'Failure' : 'Success' },
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home',
        MobileVersion: 'No',
        ...(mfa && { MFAIdentifier: device }),
        MFAUsed: mfa ? 'Yes' : 'No',
      },
    },
  });
}

/** The event in the form of LookupEvents. */
export function describeEvent({ id: accountId }: Pick<PracticeState, 'id'>, event: TrailEvent) {
  const { id, at, region, source, name, user, resources = [], detail } = event;
  const readOnly = isReading(name);
  const record = {
    eventVersion: '1.08',
    userIdentity: userIdentity(event, accountId),
    eventTime: wholeSeconds(at),
    eventSource: source,
    eventName: name,
    awsRegion: region,
    sourceIPAddress: '192.0.2.10',
    userAgent: 'Mozilla/5.0',
    ...detail,
    eventID: id,
    readOnly,
    eventType: source === SIGN_IN ? 'AwsConsoleSignIn' : 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: 'Management',
  };
  return {
    EventId: id,
    EventName: name,
    ReadOnly: String(readOnly),
    EventTime: new Date(wholeSeconds(at)),
    EventSource: source,
    Username: user.name,
    ...(user.accessKeyId && { AccessKeyId: user.accessKeyId }),
    Resources: resources.map(({ type, name }) => ({ ResourceType: type, ResourceName: name })),
    CloudTrailEvent: JSON.stringify(record),
  };
}

const wholeSeconds = (at: string): string => at.replace(/\.\d+Z$/, 'Z');

function userIdentity({ user, at }: TrailEvent, accountId: string) {
  const { id, name, arn, accessKeyId, mfa, began = at } = user;
  const isRoot = id === accountId;
  return {
    type: isRoot ? 'Root' : 'IAMUser',
    ...(id !== undefined && { principalId: id }),
    ...(arn !== undefined && { arn }),
    accountId,
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(!isRoot && { userName: name }),
    // A long-term key has no session.
    ...(mfa !== undefined && {
      sessionContext: {
        attributes: { creationDate: wholeSeconds(began), mfaAuthenticated: String(mfa) },
      },
    }),
  };
}
