import { aws } from './ko/aws.ts';
import { engine } from './ko/engine.ts';
import { practice } from './ko/practice.ts';
import { stepsAccount } from './ko/steps-account.ts';
import { stepsAdmin } from './ko/steps-admin.ts';
import { stepsBilling } from './ko/steps-billing.ts';
import { stepsMfa } from './ko/steps-mfa.ts';
import { stepsRoot } from './ko/steps-root.ts';
import { stepsTrail } from './ko/steps-trail.ts';
import type { Translations } from './translations.ts';

export { particle } from './particles.ts';

/** Korean: every sentence of the program, gathered from one file for each part of it. */
export const ko: Translations = {
  ...aws,
  ...engine,
  ...practice,
  ...stepsAccount,
  ...stepsAdmin,
  ...stepsBilling,
  ...stepsMfa,
  ...stepsRoot,
  ...stepsTrail,
};
