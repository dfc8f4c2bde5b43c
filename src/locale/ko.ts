import { accountKinds } from './ko/account-kinds.ts';
import { alertMails } from './ko/alert-mails.ts';
import { aws } from './ko/aws.ts';
import { browserSignIn } from './ko/browser-sign-in.ts';
import { chapters } from './ko/chapters.ts';
import { controls } from './ko/controls.ts';
import { engine } from './ko/engine.ts';
import { exports } from './ko/export.ts';
import { fields } from './ko/fields.ts';
import { help } from './ko/help.ts';
import { plain } from './ko/plain.ts';
import { playbooks } from './ko/playbooks.ts';
import { practice } from './ko/practice.ts';
import { program } from './ko/program.ts';
import { report } from './ko/report.ts';
import { review } from './ko/review.ts';
import { reviewMachines } from './ko/review-machines.ts';
import { reviewNetwork } from './ko/review-network.ts';
import { reviewPeople } from './ko/review-people.ts';
import { reviewRights } from './ko/review-rights.ts';
import { reviewTrail } from './ko/review-trail.ts';
import { screen } from './ko/screen.ts';
import { sentences } from './ko/sentences.ts';
import { signIn } from './ko/sign-in.ts';
import { stepsAccount } from './ko/steps-account.ts';
import { stepsAdmin } from './ko/steps-admin.ts';
import { stepsAlerts } from './ko/steps-alerts.ts';
import { stepsBilling } from './ko/steps-billing.ts';
import { stepsCisAlarms } from './ko/steps-cis-alarms.ts';
import { computer } from './ko/steps-computer.ts';
import { stepsContacts } from './ko/steps-contacts.ts';
import { stepsDefaults } from './ko/steps-defaults.ts';
import { stepsKey } from './ko/steps-key.ts';
import { stepsLeave } from './ko/steps-leave.ts';
import { stepsMfa } from './ko/steps-mfa.ts';
import { stepsOldCredentials } from './ko/steps-old-credentials.ts';
import { stepsPeople } from './ko/steps-people.ts';
import { stepsPerson } from './ko/steps-person.ts';
import { stepsRole } from './ko/steps-role.ts';
import { stepsRoot } from './ko/steps-root.ts';
import { stepsTrail } from './ko/steps-trail.ts';
import { visits } from './ko/visits.ts';
import type { Translations } from './translations.ts';

export { particle } from './particles.ts';

/** Every sentence of the program in Korean, from one file for each part of the program. */
export const ko: Translations = {
  ...accountKinds,
  ...alertMails,
  ...aws,
  ...browserSignIn,
  ...chapters,
  ...computer,
  ...controls,
  ...engine,
  ...exports,
  ...fields,
  ...help,
  ...plain,
  ...playbooks,
  ...practice,
  ...program,
  ...report,
  ...review,
  ...reviewNetwork,
  ...reviewMachines,
  ...reviewPeople,
  ...reviewRights,
  ...reviewTrail,
  ...screen,
  ...sentences,
  ...signIn,
  ...stepsAccount,
  ...stepsAdmin,
  ...stepsAlerts,
  ...stepsBilling,
  ...stepsCisAlarms,
  ...stepsDefaults,
  ...stepsContacts,
  ...stepsKey,
  ...stepsLeave,
  ...stepsMfa,
  ...stepsOldCredentials,
  ...stepsPeople,
  ...stepsPerson,
  ...stepsRole,
  ...stepsRoot,
  ...stepsTrail,
  ...visits,
};

/** The Korean sentence for an English one. The build replaces this file: see scripts/short-keys.mjs. */
export const inKorean = (en: string): string | undefined => ko[en];
