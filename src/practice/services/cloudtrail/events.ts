import { randomUUID } from 'node:crypto';
import type { PracticeState, TrailEvent, User } from '../../fresh-account.ts';
import { iamArn } from '../iam/entities.ts';

/** Records a successful console sign-in. If the account has an alias, AWS uses the nearest region. */
export function recordSignIn(state: PracticeState, user: User, mfa: boolean, now: Date): void {
  if (user.password) user.password.lastUsed = now.toISOString();
  state.events.push({
    id: randomUUID(),
    at: now.toISOString(),
    region: state.alias ? 'us-east-2' : 'us-east-1',
    source: 'signin.amazonaws.com',
    name: 'ConsoleLogin',
    user: { id: user.id, name: user.name, arn: iamArn(state, 'user', user) },
    detail: {
      requestParameters: null,
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home',
        MobileVersion: 'No',
        MFAUsed: mfa ? 'Yes' : 'No',
      },
    },
  });
}

/** The event in the form of LookupEvents. */
export function describeEvent({ id: accountId }: PracticeState, event: TrailEvent) {
  const { id, at, region, source, name, user, detail } = event;
  const record = {
    eventVersion: '1.08',
    userIdentity: userIdentity(user, accountId),
    eventTime: at.replace(/\.\d+Z$/, 'Z'),
    eventSource: source,
    eventName: name,
    awsRegion: region,
    sourceIPAddress: '192.0.2.10',
    userAgent: 'Mozilla/5.0',
    ...detail,
    eventID: id,
    readOnly: false,
    eventType: source === 'signin.amazonaws.com' ? 'AwsConsoleSignIn' : 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: 'Management',
  };
  return {
    EventId: id,
    EventName: name,
    ReadOnly: 'false',
    EventTime: new Date(at),
    EventSource: source,
    Username: user.name,
    Resources: [],
    CloudTrailEvent: JSON.stringify(record),
  };
}

function userIdentity({ id, name, arn, mfa }: TrailEvent['user'], accountId: string) {
  const isRoot = id === accountId;
  return {
    type: isRoot ? 'Root' : 'IAMUser',
    principalId: id,
    arn,
    accountId,
    ...(!isRoot && { userName: name }),
    ...(mfa !== undefined && {
      sessionContext: { attributes: { mfaAuthenticated: String(mfa) } },
    }),
  };
}
