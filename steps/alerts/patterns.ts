import { BUCKET_CHANGES, CREDENTIALS_MADE, RIGHTS_GIVEN, TRAIL_CHANGES } from './event-names.ts';

/** A pattern of EventBridge: each field is one of the listed values, or matches one of the listed conditions. */
export interface Pattern {
  readonly [field: string]: Pattern | readonly (string | Condition)[] | readonly Pattern[];
}

type Condition = { readonly exists: boolean } | { readonly 'anything-but': readonly string[] };

const ABSENT = [{ exists: false }] as const;

/**
 * No `detail-type`: AWS's guide writes `AWS Console Signin via CloudTrail`, and real events say `AWS Console Sign In via
 * CloudTrail`.
 */
const signIn = (result: 'Success' | 'Failure', detail: Pattern): Pattern => ({
  source: ['aws.signin'],
  detail: { eventName: ['ConsoleLogin'], responseElements: { ConsoleLogin: [result] }, ...detail },
});

/** A call that AWS carried out. A refused one changes nothing, and holds whatever its caller made up for names. */
const carriedOut = (service: string, names: readonly string[], detail: Pattern = {}): Pattern => ({
  source: [`aws.${service}`],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    eventSource: [`${service}.amazonaws.com`],
    eventName: names,
    errorCode: ABSENT,
    ...detail,
  },
});

/** The root user has a mail for everything that it does: `ROOT_USED`. A second one would say the same. */
const NOT_ROOT = { userIdentity: { type: [{ 'anything-but': ['Root'] }] } } as const;

export const ROOT_SIGNED_IN = signIn('Success', { userIdentity: { type: ['Root'] } });
export const ROOT_SIGN_IN_FAILED = signIn('Failure', { userIdentity: { type: ['Root'] } });

/**
 * Everything else that is done as root, refused calls and forgotten passwords too. `invokedBy`: AWS itself, on behalf of root.
 * `CheckMfa` comes before each sign-in. `CreateOAuth2Token` renews a session of `aws login` every 15 minutes;
 * `AuthorizeOAuth2Access` has begun it.
 */
export const ROOT_USED: Pattern = {
  detail: {
    userIdentity: { type: ['Root'], invokedBy: ABSENT },
    eventName: [{ 'anything-but': ['ConsoleLogin', 'CheckMfa', 'CreateOAuth2Token'] }],
    eventType: [{ 'anything-but': ['AwsServiceEvent'] }],
  },
};

/** IAM users alone: a sign-in by Identity Center says `No` even if its provider asked for MFA (CIS 7.0). */
export const SIGNED_IN_WITHOUT_MFA = signIn('Success', {
  userIdentity: { type: ['IAMUser'] },
  additionalEventData: { MFAUsed: ['No'] },
});

export const SIGN_IN_FAILED = signIn('Failure', NOT_ROOT);

/** AWS Sign-In sends it by itself, without a trail. Its content is not documented. */
export const SIGN_IN_ANOMALY: Pattern = {
  source: ['aws.signin'],
  'detail-type': ['Sign-in Anomaly Alert'],
};

export const CREDENTIAL_MADE = carriedOut('iam', CREDENTIALS_MADE, NOT_ROOT);

/** A virtual device must be deactivated before it is deleted, so its deletion would be a second mail. */
export const MFA_REMOVED = carriedOut('iam', ['DeactivateMFADevice'], NOT_ROOT);

export const RIGHT_GIVEN = carriedOut('iam', RIGHTS_GIVEN, NOT_ROOT);

/** By root too: whoever has only these alerts must hear of it. */
export const TRAIL_CHANGED = carriedOut('cloudtrail', TRAIL_CHANGES);

/** Changes of this bucket's own settings. Reading and deleting log files are data events, which nobody records for free. */
export const bucketChanged = (bucket: string): Pattern =>
  carriedOut('s3', BUCKET_CHANGES, { requestParameters: { bucketName: [bucket] } });
