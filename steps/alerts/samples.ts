import type { Account } from '../../src/engine/step.ts';
import type { Alert } from './alerts.ts';
import type { Pattern } from './patterns.ts';

type Values = Extract<Pattern[string], readonly unknown[]>;
type Sample = { [field: string]: unknown };

/**
 * What an event says if a pattern says only what it must not be, or nothing. Service and call are made up: a rule about single
 * services or calls is not about all of them.
 */
const OTHERWISE: Record<string, string> = {
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.anyservice',
  eventName: 'AnyCall',
  eventType: 'AwsApiCall',
};

/** Who else there is if a pattern says only who it must not be: a user, and whoever comes by a role or Identity Center. */
const TYPES = ['IAMUser', 'AssumedRole'];

/** As real events of sign-ins have it. AWS's guide leaves out a blank. */
const SIGN_IN = 'AWS Console Sign In via CloudTrail';

/** Events as an alert is about, one for each call and each kind of caller, in the form that TestEventPattern takes. */
export function samplesOf({ pattern }: Alert, { id }: Account, region: string): Sample[] {
  const { eventName, userIdentity } = (pattern.detail ?? {}) as {
    eventName?: Values;
    userIdentity?: { type: Values };
  };
  const names = (eventName ?? []).filter((name) => typeof name === 'string');
  const isSignIn = names.includes('ConsoleLogin');
  const isAnybody = userIdentity?.type.every((one) => typeof one !== 'string');
  const types = isAnybody ? TYPES : [undefined];
  const calls = (names.length > 0 ? names : [undefined]).flatMap((name) =>
    types.map((type) => ({ name, type })),
  );
  return calls.map(({ name, type }) => {
    const { detail = {}, ...said } = sampleOf(pattern) as { detail?: Sample };
    return {
      version: '0',
      id: '12345678-1234-1234-1234-123456789012',
      account: id,
      time: '2026-01-01T00:00:00Z',
      region,
      resources: [],
      source: OTHERWISE.source,
      'detail-type': isSignIn ? SIGN_IN : OTHERWISE['detail-type'],
      ...said,
      detail: {
        eventType: isSignIn ? 'AwsConsoleSignIn' : OTHERWISE.eventType,
        awsRegion: region,
        recipientAccountId: id,
        ...detail,
        ...(name && { eventName: name }),
        ...(type && { userIdentity: { type } }),
      },
    };
  });
}

const sampleOf = (pattern: Pattern): Sample =>
  Object.fromEntries(
    Object.entries(pattern).flatMap(([field, wanted]): [string, unknown][] => {
      if (!Array.isArray(wanted)) return [[field, sampleOf(wanted as Pattern)]];
      const [first] = wanted as Values;
      if (typeof first === 'string') return [[field, first]];
      return first !== undefined && 'exists' in first ? [] : [[field, OTHERWISE[field]]];
    }),
  );
