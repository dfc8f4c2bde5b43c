import { type Text, t } from '../../src/text/text.ts';

/** Why CloudTrail cannot deliver its files, and what to do. */
interface DeliveryProblem {
  codes: RegExp;
  cause: Text;
  fix: Text;
}

const RESTORE_KEY = t(
  'Open the key in the KMS console, Customer managed keys, and enable it again.',
);
const WAIT = t('Wait an hour: AWS tries again by itself.');

/** Codes of S3, and of KMS as S3 passes them on. S3 and KMS API references, errors. */
const PROBLEMS: DeliveryProblem[] = [
  {
    codes: /^NoSuchBucket$/,
    cause: t('its bucket is gone'),
    fix: t(
      'If that stays: give the trail another bucket, in the CloudTrail console, the trail, Edit.',
    ),
  },
  {
    codes: /^AccessDenied/,
    cause: t('the policy of the bucket, or of its key, shuts CloudTrail out'),
    fix: t('Look for a Deny: S3 console, the bucket, Permissions, Bucket policy; then the key.'),
  },
  {
    codes: /^KMS\.Disabled/,
    cause: t('the key that encrypts its files is disabled'),
    fix: RESTORE_KEY,
  },
  {
    codes: /^KMS\.(KMS)?InvalidState/,
    cause: t('the key that encrypts its files cannot be used, or is about to be deleted'),
    fix: t('Open the key in the KMS console, and cancel its deletion, or enable it.'),
  },
  {
    codes: /^KMS\.NotFound/,
    cause: t('the key that encrypts its files is gone'),
    fix: t('Give the trail another key, or none: CloudTrail console, the trail, Edit.'),
  },
  {
    codes: /^(KMS\.AccessDenied|KMS\.Unauthorized)/,
    cause: t('the policy of its key shuts CloudTrail out'),
    fix: t('Let cloudtrail.amazonaws.com use the key: KMS console, the key, Key policy.'),
  },
  {
    codes: /^KMS\./,
    cause: t('the key that encrypts its files does not work'),
    fix: t('Look at the key in the KMS console, Customer managed keys.'),
  },
  {
    codes: /^(AllAccessDisabled|AccountProblem)/,
    cause: t('AWS has closed S3 for the account of the bucket'),
    fix: t('Look for unpaid bills, or ask AWS: https://console.aws.amazon.com/support'),
  },
  {
    codes: /^(PermanentRedirect|TemporaryRedirect|IllegalLocationConstraint)/,
    cause: t('S3 looks for its bucket in another region'),
    fix: t('Wait an hour if the bucket was made anew; else give the trail another bucket.'),
  },
  {
    codes: /^(SlowDown|ServiceUnavailable|InternalError|RequestTimeout|503)/,
    cause: t('S3 is busy'),
    fix: WAIT,
  },
];

/** `error`: the code that AWS gives, `KMS.DisabledException` for instance. The code is always told too. */
export function explainDeliveryError(error: string): { cause: Text; fix: Text } {
  const known = PROBLEMS.find(({ codes }) => codes.test(error));
  return {
    cause: known
      ? t('{cause} ({error})', { cause: known.cause, error })
      : t('S3 says {error}', { error }),
    fix: known?.fix ?? WAIT,
  };
}
