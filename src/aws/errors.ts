import { Blocked, SignedOut } from '../engine/errors.ts';
import { shortened, type Text, t } from '../text/text.ts';
import { Damaged, Unreadable } from './client.ts';
import type { Request } from './operations.ts';

interface AwsError {
  name: string;
  message: string;
  /** The code on the wire, of errors that the SDK has a class for. */
  Code?: string;
  /** Node's own, of a connection that failed. */
  code?: string;
  $metadata?: { httpStatusCode?: number; attempts?: number };
}

/** Characters: AWS's own codes and sentences are shorter, and a screen holds no more. */
const LONGEST_CODE = 100;
const LONGEST = 600;

/** AWS's error code (`NoSuchEntity`), or Node's (`ECONNREFUSED`), or the name of the error. */
export function codeOf(error: unknown): string {
  const { Code, code, name } = error as AwsError;
  return shortened(Code ?? code ?? name, LONGEST_CODE);
}

/** What a family of errors means to the owner, and who must do what. */
interface Meaning {
  codes: RegExp;
  text(about: About): Text;
  fix: Text[];
}
interface About {
  code: string;
  message: string;
  action: string;
}

interface Details {
  code: string;
  status?: number;
  attempts?: number;
}

const AGAIN = t('Run Rootlock again: it goes on where it stopped.');

const MEANINGS: Meaning[] = [
  {
    codes:
      /^(SignatureDoesNotMatch|RequestTimeTooSkewed|InvalidSignature(Exception)?|RequestExpired)$/,
    text: () => t('AWS does not accept the signature of the call.'),
    fix: [
      t('Set the clock of this computer to automatic time.'),
      t('If the clock is right, the secret access key is mistyped: sign in again.'),
    ],
  },
  {
    codes: /^(OptInRequired|SubscriptionRequiredException|NotSignedUp)$/,
    text: ({ action }) => t('AWS has not activated this account for {action} yet.', { action }),
    fix: [
      t('Finish the registration: https://portal.aws.amazon.com/billing/signup'),
      t('Activation can take up to a day after that. Then run Rootlock again.'),
    ],
  },
  {
    codes: /^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|RequestThrottled)/,
    text: () => t('AWS asks to slow down.'),
    fix: [t('Wait a minute.'), AGAIN],
  },
  {
    codes: /^LimitExceeded/,
    text: ({ message }) => t('A limit of the account is reached: {message}', { message }),
    fix: [t('Delete what is no longer needed in the IAM console, then run Rootlock again.')],
  },
  {
    codes: /^(RegionDisabledException|IllegalLocationConstraintException)$/,
    text: () => t('This region is not switched on for the account.'),
    fix: [t('Choose another one with --region, us-east-1 for instance.')],
  },
  {
    codes: /^InsufficientS3BucketPolicyException$/,
    text: () => t('The policy of the bucket does not let CloudTrail write its files.'),
    fix: [
      t('Look for a Deny in it: S3 console, the bucket, Permissions, Bucket policy.'),
      t('Or answer with another bucket. Then run Rootlock again.'),
    ],
  },
  {
    codes: /^(SELF_SIGNED_CERT|DEPTH_ZERO|UNABLE_TO_|CERT_|ERR_TLS|ERR_SSL)/,
    text: ({ code }) =>
      t('Something between this computer and AWS breaks the encryption ({code}).', { code }),
    fix: [
      t(
        'Leave the VPN or the company network, or ask the people who run it for their certificate.',
      ),
      t('With their certificate in a file: NODE_EXTRA_CA_CERTS=file, then run Rootlock again.'),
    ],
  },
  {
    // Of the operating system, of its names (EAI_AGAIN), and of what is no HTTP. ERR_ is Node's for a program's mistakes.
    codes: /^(E(?!RR_)[A-Z_]+|HPE_\w+|ERR_STREAM_PREMATURE_CLOSE|TimeoutError|AbortError)$/,
    text: ({ code }) => t('AWS cannot be reached from here ({code}).', { code }),
    fix: [t('Check the internet connection.'), AGAIN],
  },
];

/** Ended, deleted, or never known. A session from `aws sts get-session-token` without MFA gets this of IAM too. */
const GONE =
  /^(ExpiredToken(Exception)?|InvalidClientTokenId|InvalidAccessKeyId|UnrecognizedClientException|AuthFailure|(Credentials|Token)ProviderError)$/;
const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedAccess)$/;

/** What the SDK says where it cannot make sense of an answer: half of it is missing, say. */
const DAMAGED = /Deserialization error/;

/**
 * What an error of a call means: `SignedOut`, or `Blocked` with what to do. Anything that neither AWS nor the network
 * said comes back as it is: our bug. `hidden`: values that must not stand in a sentence.
 */
export function asBlocked(error: unknown, request: Request, hidden: string[] = []): unknown {
  // From this computer, and told already: the practice account could not be kept, say.
  if (error instanceof Blocked) return error;
  const { message, $metadata } = error as AwsError;
  if (error instanceof Unreadable) return unreadable(error, $metadata?.attempts);
  const code = codeOf(error);
  if (GONE.test(code)) return signedOut(error);
  const status = $metadata?.httpStatusCode;
  const about = {
    code,
    action: `${request.service}:${request.operation}`,
    message: shortened(
      hidden.reduce((text, value) => text.replaceAll(value, '[secret]'), message),
      LONGEST,
    ),
  };
  const attempts = $metadata?.attempts ?? 1;
  const details = { code, ...(status && { status }), attempts };
  if (request.operation === 'HeadBucket') {
    // What it calls ExpiredToken elsewhere.
    if (status === 400) return signedOut(error);
    if (status === 403) return foreign(String(request.input.Bucket), details);
  }
  if (DENIED.test(code)) return denied(about, details);
  if (error instanceof Damaged || DAMAGED.test(message)) return damaged(about, details);
  const meaning = MEANINGS.find(({ codes }) => codes.test(code));
  if (meaning) return new Blocked(meaning.text(about), meaning.fix, details);
  if (!status) return error;
  if (status >= 500) {
    return new Blocked(
      t('AWS has a problem of its own with {action} (HTTP {status}).', {
        action: about.action,
        status,
      }),
      [t('Wait some minutes; https://health.aws.amazon.com says more.'), AGAIN],
      details,
    );
  }
  return new Blocked(
    t('AWS refused {action}: {code}. {message}', about),
    [t('Fix what AWS names, then run Rootlock again. --verbose shows every call.')],
    details,
  );
}

/** S3 says no more than "403" to HeadBucket: it has no body. */
const foreign = (bucket: string, details: Details): Blocked =>
  new Blocked(
    t(
      'You may not look at the bucket {bucket}: it belongs to somebody else, its policy shuts you out, or these credentials may not do s3:ListBucket.',
      { bucket },
    ),
    [
      t('Sign in as the root user or as an administrator.'),
      t('If that does not help, choose another bucket for what was to go there.'),
    ],
    details,
  );

const signedOut = (cause: unknown): SignedOut =>
  new SignedOut(
    t('AWS does not take these credentials, or no longer.'),
    [
      t('Sign in again, with "aws login" for instance, then run Rootlock again.'),
      t('A session from "aws sts get-session-token" without MFA cannot call IAM: use another.'),
    ],
    { cause },
  );

function unreadable({ status }: Unreadable, attempts = 1): Blocked {
  const details = { code: 'Unreadable', status, attempts };
  if (status >= 500) {
    return new Blocked(
      t('Not AWS itself answered, but a gateway or proxy in front of it (HTTP {status}).', {
        status,
      }),
      [t('Leave the proxy or VPN, if there is one; if not, wait some minutes.'), AGAIN],
      details,
    );
  }
  return new Blocked(
    t(
      'Not AWS but something on the way answered (HTTP {status}), a network sign-in page perhaps.',
      { status },
    ),
    [t('Sign in to the network, or leave the proxy or VPN.'), AGAIN],
    details,
  );
}

const damaged = ({ action }: About, { status, attempts }: Details): Blocked =>
  new Blocked(
    t('The answer of AWS to {action} arrived damaged.', { action }),
    [t('Check the internet connection, and leave the proxy or VPN if there is one.'), AGAIN],
    { code: 'Unreadable', ...(status && { status }), ...(attempts && { attempts }) },
  );

function denied({ action, message }: About, details: Details): Blocked {
  if (/(service|resource) control policy/.test(message)) {
    return new Blocked(
      t('A policy of the organization that this account belongs to forbids {action}.', { action }),
      [t('Ask those who run the organization to allow it, or to do it.')],
      details,
    );
  }
  return new Blocked(
    t('These credentials may not do {action}.', { action }),
    [
      t('Sign in as the root user or as an administrator.'),
      t('Or have what "rootlock permissions" prints allowed to them.'),
    ],
    details,
  );
}
