import type { Step } from '../src/engine/contract.ts';
import adminGroup from './admin-group.ts';
import adminMfa from './admin-mfa.ts';
import adminPassword from './admin-password.ts';
import adminUser from './admin-user.ts';
import passwordPolicy from './password-policy.ts';
import rootMfa from './root-mfa.ts';

/** The wizard's table of contents, in its order. */
export const steps: Step[] = [
  rootMfa,
  passwordPolicy,
  adminGroup,
  adminUser,
  adminMfa,
  adminPassword,
];
