import { t } from '../../text/text.ts';
import type { Signal } from '../page.ts';
import { ago, daysSince } from './ages.ts';
import { isKnown, knownIn, type Person } from './seen.ts';

/** Days: what a monthly look finds. */
export const ROOT_USED_LATELY = 30;

export function rootSignals(
  { key, password, mfa, keys, certificates }: Person,
  at: number,
): Signal[] {
  const about = { row: key };
  const isMfaOn = knownIn(mfa)?.isOn;
  const held = [...(knownIn(keys) ?? []), ...(knownIn(certificates) ?? [])];
  const isClean = isKnown(keys) && isKnown(certificates) && held.length === 0;
  const uses = [
    knownIn(password)?.lastUsed,
    ...(knownIn(keys) ?? []).map(({ lastUsed }) => lastUsed),
  ].flatMap((use) => (use && knownIn(use)) || []);
  const last = Math.max(...uses);
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
            controls: ['root-keys' as const],
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
            text: t('the root user was used: {ago}', { ago: ago(last, at) }),
            controls: ['root-unused' as const],
          },
        ]
      : []),
  ];
}
