import { Blocked, SignedOut } from '../engine/errors.ts';
import { SIGN_IN } from '../text/program.ts';
import { shortened, t } from '../text/text.ts';
import { Damaged, Unreadable } from './check-responses.ts';
import { costExplorerNotReady } from './cost-explorer-not-ready.ts';
import { type Caller, explainDenial } from './denials.ts';
import { BROKEN_ENCRYPTION, ERROR_FAMILIES, type FailedCall, RUN_AGAIN } from './error-families.ts';
import type { Request } from './operations.ts';
import { explainProxyFailure, ProxyFailure } from './proxy.ts';
import { ReplyLost, reasonOf } from './reply-lost.ts';

interface AwsError {
  name: string;
  message: string;
  /** The code on the wire. Only errors that the SDK has a class for have it. */
  Code?: string;
  /** Node's code of a failed connection. */
  code?: string;
  $metadata?: { httpStatusCode?: number; attempts?: number };
}

/** Characters. AWS's own codes and sentences are shorter, and a screen holds no more. */
const CODE_LENGTH_MAX = 100;
const MESSAGE_LENGTH_MAX = 600;
const LAST_LINK_MAX = 1500;

/** AWS's error code (`NoSuchEntity`), else Node's (`ECONNREFUSED`), else the name of the error. */
export function codeOf(error: unknown): string {
  const { Code, code, name } = reasonOf(error) as AwsError;
  return shortened(Code ?? code ?? name, CODE_LENGTH_MAX);
}

interface Details {
  code: string;
  status?: number;
  attempts?: number;
}

/** The credentials have ended, were deleted, or never existed. IAM also says so to a session from `aws sts get-session-token` without MFA. */
const REJECTED_CREDENTIALS =
  /^(ExpiredToken(Exception)?|InvalidClientTokenId|InvalidAccessKeyId|UnrecognizedClientException|AuthFailure|(Credentials|Token)ProviderError)$/;
/** EC2 says of a session that has ended what others say of a wrong clock, which the SDK has set right by then. */
const isExpiredForEc2 = (code: string, { service }: Request): boolean =>
  service === 'ec2' && code === 'RequestExpired';
/** `AuthorizationError` is SNS's. */
const DENIED =
  /^(AccessDenied|AccessDeniedException|AuthorizationError|UnauthorizedOperation|UnauthorizedAccess)$/;

/** The SDK's message if it cannot parse a response, because half of it is missing for example. */
const UNPARSED = /Deserialization error/;

/** What the SDK says in place of a sentence that AWS has not sent. */
const NO_REASON = /^(UnknownError|Unknown)?$/;

/** What is known about a call besides its request. */
interface Known {
  /** Values that must not appear in a sentence. */
  secrets?: string[];
  caller?: Caller;
}

/**
 * How often a call was sent, if Rootlock sends it again by itself: as often as the SDK did at any of these times. A lost reply may have
 * been the first.
 */
export function noteAttempts(error: unknown, before: number): number {
  const { $metadata = {} } = error as AwsError;
  $metadata.attempts = Math.max($metadata.attempts ?? 1, before);
  return $metadata.attempts;
}

/**
 * Turns the error of a call into `SignedOut`, or into `Blocked` with what to do. An error of neither AWS nor the network comes back
 * unchanged: it is our bug.
 */
export function asBlocked(
  error: unknown,
  request: Request,
  { secrets = [], caller }: Known = {},
): unknown {
  // Thrown on this computer, and explained already: the practice account could not be saved, for example.
  if (error instanceof Blocked) return error;
  if (error instanceof ReplyLost) {
    const explained = asBlocked(error.reason, request, { secrets, caller });
    if (explained instanceof Blocked) explained.lost = true;
    return explained;
  }
  const { message, $metadata } = error as AwsError;
  if (error instanceof Unreadable) return unreadable(error, $metadata?.attempts);
  const code = codeOf(error);
  if (error instanceof ProxyFailure && !BROKEN_ENCRYPTION.test(code)) {
    return explainProxyFailure(error, RUN_AGAIN);
  }
  if (REJECTED_CREDENTIALS.test(code) || isExpiredForEc2(code, request)) return signedOut(error);
  const status = $metadata?.httpStatusCode;
  const failed: FailedCall = {
    code,
    action: `${request.service}:${request.operation}`,
    message: shortenedSentence(
      secrets.reduce((text, value) => text.replaceAll(value, '[secret]'), message),
    ),
  };
  const attempts = $metadata?.attempts ?? 1;
  const details = { code, ...(status && { status }), attempts };
  if (request.operation === 'HeadBucket') {
    // HEAD has no body: 400 is the ExpiredToken of other operations.
    if (status === 400) return signedOut(error);
    if (status === 403) return inaccessibleBucket(String(request.input.Bucket), caller, details);
  }
  const notReady = request.service === 'ce' && costExplorerNotReady(code, failed.message);
  if (notReady) return new Blocked(notReady.text, notReady.fix, { ...details, notYet: true });
  if (DENIED.test(code)) {
    const names = sentencesIn(request.input);
    const { text, fix, deniedBy } = explainDenial(failed.action, failed.message, caller, names);
    return new Blocked(text, fix, { ...details, deniedBy });
  }
  if (error instanceof Damaged || UNPARSED.test(message)) return damaged(failed, details);
  const family = ERROR_FAMILIES.find(({ codes }) => codes.test(code));
  if (family) return new Blocked(family.text(failed), family.fix, details);
  if (!status) return error;
  if (status >= 500) {
    return new Blocked(
      t('AWS has a problem with {action} (HTTP {status}).', {
        action: failed.action,
        status,
      }),
      [t('Wait a few minutes. See https://health.aws.amazon.com'), RUN_AGAIN],
      details,
    );
  }
  return new Blocked(
    NO_REASON.test(failed.message)
      ? t('AWS refused {action}: {code}, without a reason.', { ...failed })
      : t('AWS refused {action}: {code}. {message}', { ...failed }),
    [t('Fix what AWS reports, then run Rootlock again. --verbose shows every call.')],
    details,
  );
}

/** The texts of an input that may pass for a sentence of AWS: those with a blank. */
const sentencesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(sentencesIn)
    : [];
};

/** Keeps the last ARN and the last link of a sentence whole: they lead to the reason. */
function shortenedSentence(text: string): string {
  const links = [...text.slice(0, LAST_LINK_MAX).matchAll(/(arn:|https:\/\/)\S+/g)];
  const ends = links.map(({ 0: link, index }) => index + link.length);
  return shortened(text, Math.max(MESSAGE_LENGTH_MAX, ...ends));
}

/** S3 gives HeadBucket no reason with its 403. */
const inaccessibleBucket = (bucket: string, caller: Caller, details: Details): Blocked =>
  new Blocked(
    t(
      'You cannot read the bucket {bucket}: somebody else owns it, its policy denies you access, or these credentials lack s3:ListBucket.',
      { bucket },
    ),
    [
      ...(caller === 'root' ? [] : [t('Sign in as the root user or as an administrator.')]),
      t('If that does not help, choose another bucket.'),
    ],
    details,
  );

/** AWS takes the credentials in another region, but in this one knows no credentials at all. */
export const regionOff = (region: string): Blocked =>
  new Blocked(
    t(
      'AWS accepts these credentials, but not in {region}: most likely this region is not enabled for the account.',
      { region },
    ),
    [
      t('Choose another one with --region, such as us-east-1.'),
      t('Or enable it, which takes a few minutes: AWS console > Account > AWS Regions.'),
    ],
    { code: 'RegionDisabledException' },
  );

const signedOut = (cause: unknown): SignedOut =>
  new SignedOut(
    t('AWS does not accept these credentials (any more).'),
    [
      t('Sign in again, with "{command}" for instance, then run Rootlock again.', {
        command: SIGN_IN,
      }),
      t('A session from "aws sts get-session-token" without MFA cannot call IAM: use another one.'),
    ],
    { cause },
  );

function unreadable({ status }: Unreadable, attempts = 1): Blocked {
  const details = { code: 'Unreadable', status, attempts };
  if (status >= 500) {
    return new Blocked(
      t('A gateway or proxy answered instead of AWS (HTTP {status}).', {
        status,
      }),
      [t('Turn off your proxy or VPN, if you use one. If not, wait a few minutes.'), RUN_AGAIN],
      details,
    );
  }
  return new Blocked(
    t('Something other than AWS answered (HTTP {status}), perhaps a network sign-in page.', {
      status,
    }),
    [t('Sign in to the network, or turn off your proxy or VPN.'), RUN_AGAIN],
    details,
  );
}

const damaged = ({ action }: FailedCall, { status, attempts }: Details): Blocked =>
  new Blocked(
    t('The reply of AWS to {action} arrived damaged.', { action }),
    [
      t('Check the internet connection, and turn off your proxy or VPN, if you use one.'),
      RUN_AGAIN,
    ],
    { code: 'Unreadable', ...(status && { status }), ...(attempts && { attempts }) },
  );
