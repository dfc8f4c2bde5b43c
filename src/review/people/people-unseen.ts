import { t } from '../../text/text.ts';
import { isKnown } from '../known.ts';
import type { Unseen } from '../page.ts';
import type { SeenPeople } from './seen.ts';

const MINUTE_MS = 60_000;

export function unseenOf({
  reported,
  at,
  denied,
  isByReport,
  isPowerPartial,
}: SeenPeople): Unseen[] {
  return [
    ...denied.map(({ call, why }) => ({ what: t('{call}', { call }), why })),
    ...(isKnown(reported)
      ? [
          {
            what: t('what changed since the credential report'),
            why: t('AWS made it {minutes} minutes ago, and makes a new one after four hours.', {
              minutes: Math.max(0, Math.floor((at - reported.is) / MINUTE_MS)),
            }),
          },
        ]
      : []),
    ...(isByReport
      ? [
          {
            what: t('SSH keys, kinds of MFA and ids of access keys'),
            why: t('They are read when you open a user.'),
          },
        ]
      : []),
    ...(isPowerPartial
      ? [
          {
            what: t('who may become administrator by being somebody else first'),
            why: t('There are too many users, groups and roles to compare each with each.'),
          },
        ]
      : []),
    {
      what: t('people of IAM Identity Center, and others who come in by a role'),
      why: t('They are no IAM users.'),
    },
  ];
}
