import { type Text, t } from '../../src/text/text.ts';

/** Why CloudTrail cannot deliver its files, and what to do. */
interface DeliveryProblem {
  codes: RegExp;
  cause: Text;
  fix: Text;
}

const RESTORE_KEY = t('Enable the key again: KMS console > Customer managed keys.');
const WAIT = t('Wait an hour: AWS tries again by itself.');

/** Codes of S3, and of KMS as S3 passes them on. S3 and KMS API references, errors. */
const PROBLEMS: DeliveryProblem[] = [
  {
    codes: /^NoSuchBucket$/,
    cause: t('its bucket no longer exists'),
    fix: t('If this stays, choose another bucket: CloudTrail console > Trails > the trail > Edit.'),
  },
  {
    codes: /^AccessDenied/,
    cause: t('the bucket policy or key policy denies access to CloudTrail'),
    fix: t(
      'Look for a Deny: S3 console > the bucket > Permissions > Bucket policy. Then in the key policy.',
    ),
  },
  {
    codes: /^KMS\.Disabled/,
    cause: t('its KMS key is disabled'),
    fix: RESTORE_KEY,
  },
  {
    codes: /^KMS\.(KMS)?InvalidState/,
    cause: t('its KMS key cannot be used, or is pending deletion'),
    fix: t('Cancel the deletion of the key, or enable it: KMS console > Customer managed keys.'),
  },
  {
    codes: /^KMS\.NotFound/,
    cause: t('its KMS key no longer exists'),
    fix: t('Choose another key, or none: CloudTrail console > Trails > the trail > Edit.'),
  },
  {
    codes: /^(KMS\.AccessDenied|KMS\.Unauthorized)/,
    cause: t('its key policy denies access to CloudTrail'),
    fix: t('Let cloudtrail.amazonaws.com use the key: KMS console > the key > Key policy.'),
  },
  {
    codes: /^KMS\./,
    cause: t('its KMS key does not work'),
    fix: t('Check the key: KMS console > Customer managed keys.'),
  },
  {
    codes: /^(AllAccessDisabled|AccountProblem)/,
    cause: t('AWS has disabled S3 for the account that owns the bucket'),
    fix: t('Look for unpaid bills, or ask AWS: https://console.aws.amazon.com/support'),
  },
  {
    codes: /^(PermanentRedirect|TemporaryRedirect|IllegalLocationConstraint)/,
    cause: t('S3 expects its bucket in another region'),
    fix: t(
      'If you have just recreated the bucket, wait an hour. If not, choose another bucket for the trail.',
    ),
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
      : t('S3 reports {error}', { error }),
    fix: known?.fix ?? WAIT,
  };
}
