import type { Chapter } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import accessAnalyzer from './access-analyzer.ts';
import adminGroup from './admin-group.ts';
import adminMfa from './admin-mfa.ts';
import adminPassword from './admin-password.ts';
import adminSignIn from './admin-sign-in.ts';
import adminUser from './admin-user.ts';
import billingAlerts from './billing-alerts.ts';
import billingConsole from './billing-console.ts';
import { planWords } from './budgets/plan-words.ts';
import cisAlarms from './cis-alarms.ts';
import cliProfile from './cli-profile.ts';
import cloudtrail from './cloudtrail.ts';
import contacts from './contacts.ts';
import costAnomalies from './cost-anomalies.ts';
import directPolicies from './direct-policies.ts';
import ec2Defaults from './ec2-defaults.ts';
import everyonesMfa from './everyones-mfa.ts';
import gitGuard from './git-guard.ts';
import guardduty from './guardduty.ts';
import leftoverKeys from './leftover-keys.ts';
import oldCredentials from './old-credentials.ts';
import passwordPolicy from './password-policy.ts';
import requireMfa from './require-mfa.ts';
import rootKeys from './root-keys.ts';
import rootMfa from './root-mfa.ts';
import s3PublicAccess from './s3-public-access.ts';
import signInAlerts from './sign-in-alerts.ts';
import signInUrl from './sign-in-url.ts';
import supportRole from './support-role.ts';
import trailAlerts from './trail-alerts.ts';

/** The wizard's table of contents, in the order of the walk. */
export const chapters: Chapter[] = [
  {
    id: 'administrator',
    title: t('Root and administrator'),
    why: t("a sign-in that isn't root"),
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
    why: t('who did what'),
    steps: [cloudtrail, signInAlerts, trailAlerts, cisAlarms],
  },
  {
    id: 'money',
    title: t('Money'),
    why: t('a warning before the bill'),
    about: planWords,
    steps: [billingAlerts, billingConsole, costAnomalies],
  },
  {
    id: 'defaults',
    title: t('Safe defaults'),
    why: t('closed unless you open it'),
    steps: [contacts, s3PublicAccess, ec2Defaults, supportRole, accessAnalyzer, guardduty],
  },
  {
    id: 'people',
    title: t('People'),
    why: t('MFA and groups, for everybody'),
    steps: [everyonesMfa, requireMfa, directPolicies, oldCredentials],
  },
  {
    id: 'computer',
    title: t('This computer'),
    why: t('commands without keys'),
    steps: [cliProfile, gitGuard],
  },
  {
    id: 'last',
    title: t('Last: root access keys'),
    why: t('once another way in works'),
    steps: [rootKeys, leftoverKeys],
  },
];

export const steps = chapters.flatMap((chapter) => chapter.steps);
