import { type Text, t } from '../text/text.ts';

/** Errors that mean the same to the owner: what happened, and what to do. */
interface ErrorFamily {
  codes: RegExp;
  text(error: FailedCall): Text;
  fix: Text[];
}

/** `message` is AWS's own sentence, shortened and without secrets. `action`: `iam:CreateUser`. */
export interface FailedCall {
  code: string;
  message: string;
  action: string;
}

/** Node's codes of a certificate or a handshake that it does not accept. */
export const BROKEN_ENCRYPTION = /^(SELF_SIGNED_CERT|DEPTH_ZERO|UNABLE_TO_|CERT_|ERR_TLS|ERR_SSL)/;

export const RUN_AGAIN = t('Run Rootlock again: it continues where it stopped.');

/** The first family whose `codes` match explains an error. */
export const ERROR_FAMILIES: ErrorFamily[] = [
  {
    codes:
      /^(SignatureDoesNotMatch|RequestTimeTooSkewed|InvalidSignature(Exception)?|RequestExpired)$/,
    text: () => t('AWS does not accept the signature of the call.'),
    fix: [
      t('Set the clock of this computer to automatic time.'),
      t('If the clock is right, the secret access key has a typo: sign in again.'),
    ],
  },
  {
    codes: /^(OptInRequired|SubscriptionRequiredException|NotSignedUp)$/,
    text: ({ action }) =>
      t('AWS has not activated this account for {action} yet, or its plan lacks it.', { action }),
    fix: [
      t('Finish the sign-up: https://portal.aws.amazon.com/billing/signup'),
      t('AWS may take a day to activate the account. Then run Rootlock again.'),
      t('If it is activated already, the FREE plan may lack this service: leave the step out.'),
    ],
  },
  {
    codes: /^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|RequestThrottled)/,
    text: () => t('AWS is throttling the calls.'),
    fix: [t('Wait a minute.'), RUN_AGAIN],
  },
  {
    codes: /^(LimitExceeded|ServiceQuotaExceeded)/,
    text: ({ message }) => t('The account has reached a limit: {message}', { message }),
    fix: [
      t('Delete what you no longer need in the console of that service, then run Rootlock again.'),
    ],
  },
  {
    codes: /^(RegionDisabledException|IllegalLocationConstraintException)$/,
    text: () => t('This region is not enabled for the account.'),
    fix: [t('Choose another one with --region, such as us-east-1.')],
  },
  {
    codes: /^InsufficientS3BucketPolicyException$/,
    text: () => t('The bucket policy does not let CloudTrail write its files.'),
    fix: [
      t('Look for a Deny: S3 console > the bucket > Permissions > Bucket policy.'),
      t('Or choose another bucket. Then run Rootlock again.'),
    ],
  },
  {
    codes: BROKEN_ENCRYPTION,
    text: ({ code }) =>
      t('Something between this computer and AWS breaks the encryption ({code}).', { code }),
    fix: [
      t('Leave the VPN or the company network, or ask its administrators for their certificate.'),
      t('With the certificate in a file, set AWS_CA_BUNDLE=file, then run Rootlock again.'),
    ],
  },
  {
    // Codes of the operating system, of name resolution (EAI_AGAIN), and of responses that are no HTTP. ERR_ begins Node's codes for
    // mistakes of a program.
    codes: /^(E(?!RR_)[A-Z_]+|HPE_\w+|ERR_STREAM_PREMATURE_CLOSE|TimeoutError|AbortError)$/,
    text: ({ code }) => t('AWS cannot be reached from here ({code}).', { code }),
    fix: [t('Check the internet connection.'), RUN_AGAIN],
  },
];
