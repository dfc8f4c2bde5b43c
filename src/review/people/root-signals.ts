import { t } from '../../text/text.ts';
import { isKnown, knownIn } from '../known.ts';
import type { Signal } from '../page.ts';
import { ago, daysSince } from './ages.ts';
import { OLD_KEY } from './limits.ts';
import type { Person, SeenPeople } from './seen.ts';

/** Days: what a monthly look finds. */
export const ROOT_USED_LATELY = 30;

export function rootSignals(
  { key, password, mfa, keys, certificates }: Person,
  { account, at }: Pick<SeenPeople, 'account' | 'at'>,
): Signal[] {
  const about = { row: key };
  const isMfaOn = knownIn(mfa)?.isOn;
  const held = [...(knownIn(keys) ?? []), ...(knownIn(certificates) ?? [])];
  const hasOldKey = (knownIn(keys) ?? []).some(
    ({ active, made }) =>
      active !== false && isKnown(made) && daysSince(made.is, at) >= OLD_KEY.watch,
  );
  const isClean = isKnown(keys) && isKnown(certificates) && held.length === 0;
  const lastUses = [
    knownIn(password)?.lastUsed,
    ...(knownIn(keys) ?? []).map(({ lastUsed }) => lastUsed),
  ];
  const isRootLooking = account.identity.kind === 'root';
  // AWS's records of use are hours old. Whoever looks as root uses it now.
  const uses = [
    ...lastUses.flatMap((use) => (use && knownIn(use)) || []),
    ...(isRootLooking ? [at] : []),
  ];
  const last = Math.max(...uses);
  const isRested =
    isKnown(password) && isKnown(keys) && lastUses.every((use) => !use || isKnown(use));
  return [
    ...(isMfaOn === false && knownIn(password)
      ? [
          {
            ...about,
            id: 'root-without-mfa',
            grade: 'do' as const,
            text: t('the root user has no MFA'),
            controls: ['root-mfa' as const],
            mend: ['--only', 'root-mfa'],
          },
        ]
      : []),
    ...(isMfaOn
      ? [
          {
            ...about,
            id: 'root-mfa',
            grade: 'fine' as const,
            text: t('the root user has MFA'),
            controls: ['root-mfa' as const],
          },
        ]
      : []),
    ...(held.length > 0
      ? [
          {
            ...about,
            id: 'root-key',
            grade: 'do' as const,
            text: t('the root user has an access key or a signing certificate'),
            controls: ['root-keys' as const, ...(hasOldKey ? ['key-age' as const] : [])],
            mend: ['--only', 'root-keys'],
          },
        ]
      : []),
    ...(isClean
      ? [
          {
            ...about,
            id: 'no-root-keys',
            grade: 'fine' as const,
            text: t('the root user has no access key'),
            controls: ['root-keys' as const],
          },
        ]
      : []),
    ...(uses.length > 0 && daysSince(last, at) <= ROOT_USED_LATELY
      ? [
          {
            ...about,
            id: 'root-used',
            grade: 'watch' as const,
            text: isRootLooking
              ? t('you are signed in as the root user, which counts as a use')
              : t('the root user was used {ago}', { ago: ago(last, at) }),
            controls: ['root-unused' as const],
          },
        ]
      : []),
    ...(isRested && (uses.length === 0 || daysSince(last, at) > ROOT_USED_LATELY)
      ? [
          {
            ...about,
            id: 'root-unused',
            grade: 'fine' as const,
            text: t('the root user was not used for {days} days', { days: ROOT_USED_LATELY }),
            controls: ['root-unused' as const],
          },
        ]
      : []),
  ];
}
