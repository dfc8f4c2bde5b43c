import type { Chapter } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import adminGroup from './admin-group.ts';
import adminMfa from './admin-mfa.ts';
import adminPassword from './admin-password.ts';
import adminSignIn from './admin-sign-in.ts';
import adminUser from './admin-user.ts';
import billingAlerts from './billing-alerts.ts';
import billingConsole from './billing-console.ts';
import cloudtrail from './cloudtrail.ts';
import passwordPolicy from './password-policy.ts';
import rootKeys from './root-keys.ts';
import rootMfa from './root-mfa.ts';
import signInUrl from './sign-in-url.ts';

/** The wizard's table of contents, in the order of the walk. */
export const chapters: Chapter[] = [
  {
    id: 'administrator',
    title: t('Root and administrator'),
    steps: [
      rootMfa,
      passwordPolicy,
      adminGroup,
      adminUser,
      adminMfa,
      adminPassword,
      signInUrl,
      adminSignIn,
    ],
  },
  {
    id: 'records',
    title: t('Records and alerts'),
    steps: [cloudtrail],
  },
  {
    id: 'money',
    title: t('Money'),
    steps: [billingAlerts, billingConsole],
  },
  {
    id: 'last',
    title: t('Last: root access keys'),
    steps: [rootKeys],
  },
];

export const steps = chapters.flatMap((chapter) => chapter.steps);
