import { type Text, t } from '../../src/text/text.ts';
import * as mail from './mail.ts';
import type { Pattern } from './patterns.ts';
import * as patterns from './patterns.ts';

/** One kind of mail to the owner. */
export interface Alert {
  /** Kebab-case: part of the names of its rules. */
  id: string;
  /** The first line of its mail, and the heading in docs/alerts.md that says what to do. */
  title: Text;
  pattern: Pattern;
  /** Where EventBridge has its events: every region, us-east-1, or the region of the trail or of its bucket. */
  arrives: 'everywhere' | 'us-east-1' | 'trail' | 'bucket';
  /** The lines of its mail. */
  lines: readonly Text[];
}

const alert = (
  { title, advice, ...rest }: Omit<Alert, 'lines'> & { advice: Text },
  ...facts: Text[]
): Alert => ({
  ...rest,
  title,
  lines: [
    title,
    mail.ACCOUNT,
    mail.WHEN,
    ...facts,
    advice,
    t('Step by step: {file}, under: {title}', { file: t('docs/alerts.md of Rootlock'), title }),
  ],
});

/** Each event of a sign-in, of root or of IAM matches one of them at most. */
export const signInAlerts: readonly Alert[] = [
  alert(
    {
      id: 'root-signed-in',
      title: t('The root user has signed in'),
      pattern: patterns.ROOT_SIGNED_IN,
      arrives: 'us-east-1',
      advice: t('If it was not you, somebody has the password of the root user: change it now.'),
    },
    mail.FROM,
    mail.MFA_USED,
  ),
  alert(
    {
      id: 'root-sign-in-failed',
      title: t('Somebody could not sign in as the root user'),
      pattern: patterns.ROOT_SIGN_IN_FAILED,
      arrives: 'us-east-1',
      advice: t('If it was not you, somebody is trying: check that the root user has MFA.'),
    },
    mail.FROM,
  ),
  alert(
    {
      id: 'root-used',
      title: t('The root user has done something'),
      pattern: patterns.ROOT_USED,
      arrives: 'everywhere',
      advice: t('If it was not you: delete the access keys of the root user, change its password.'),
    },
    mail.CALL,
    mail.FROM,
  ),
  alert(
    {
      id: 'signed-in-without-mfa',
      title: t('An IAM user has signed in without MFA'),
      pattern: patterns.SIGNED_IN_WITHOUT_MFA,
      arrives: 'everywhere',
      advice: t('Give the user an MFA device. If it was not them: take away their password first.'),
    },
    mail.WHO,
    mail.FROM,
  ),
  alert(
    {
      id: 'sign-in-failed',
      title: t('A sign-in has failed'),
      pattern: patterns.SIGN_IN_FAILED,
      arrives: 'everywhere',
      advice: t('One is a typing error. Many are somebody who tries: check that the user has MFA.'),
    },
    mail.WHO,
    mail.FROM,
  ),
  alert({
    id: 'sign-in-anomaly',
    title: t('AWS has noticed an unusual sign-in'),
    pattern: patterns.SIGN_IN_ANOMALY,
    arrives: 'everywhere',
    advice: t('AWS says no more here. Look for ConsoleLogin in the event history of CloudTrail.'),
  }),
  alert(
    {
      id: 'credential-made',
      title: t('Somebody has made or changed a user, a password or a key'),
      pattern: patterns.CREDENTIAL_MADE,
      arrives: 'us-east-1',
      advice: t('If nobody you know did it: deactivate what was made, then ask who this was.'),
    },
    mail.CALL,
    mail.FOR_WHOM,
    mail.WHO,
    mail.FROM,
  ),
  alert(
    {
      id: 'mfa-removed',
      title: t('Somebody has taken an MFA device from a user'),
      pattern: patterns.MFA_REMOVED,
      arrives: 'us-east-1',
      advice: t('If it was not for a new device: give the user another one now.'),
    },
    mail.FOR_WHOM,
    mail.WHO,
    mail.FROM,
  ),
  alert(
    {
      id: 'right-given',
      title: t('Somebody has given rights'),
      pattern: patterns.RIGHT_GIVEN,
      arrives: 'us-east-1',
      advice: t('If nobody you know did it: take the rights away again, then ask who this was.'),
    },
    mail.CALL,
    mail.FOR_WHOM,
    mail.WHO,
    mail.FROM,
  ),
];

/** @param bucket where the trail writes its log files */
export const trailAlerts = (bucket: string): readonly Alert[] => [
  alert(
    {
      id: 'trail-changed',
      title: t('The trail has been stopped or changed'),
      pattern: patterns.TRAIL_CHANGED,
      arrives: 'trail',
      advice: t('If it was not you: start it again now, by Rootlock or in the console.'),
    },
    mail.CALL,
    mail.TRAIL,
    mail.WHO,
    mail.FROM,
  ),
  alert(
    {
      id: 'log-bucket-changed',
      title: t('The bucket of the log files has been changed'),
      pattern: patterns.bucketChanged(bucket),
      arrives: 'bucket',
      advice: t('If it was not you: run Rootlock, which sets it right again.'),
    },
    mail.CALL,
    mail.BUCKET,
    mail.WHO,
    mail.FROM,
  ),
];

/**
 * What the rule of another region hands on, so that one rule and one target there are enough. EventBridge takes `$or` for the
 * name of a field if fewer than two patterns follow.
 */
export function forwardPattern(alerts: readonly Alert[]): Pattern {
  const [first, ...others] = alerts.map(({ pattern }) => pattern);
  return first && others.length === 0 ? first : { $or: alerts.map(({ pattern }) => pattern) };
}
