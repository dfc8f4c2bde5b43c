import type { Step } from '../src/engine/contract.ts';
import adminGroup from './admin-group.ts';
import adminUser from './admin-user.ts';
import passwordPolicy from './password-policy.ts';

/** The wizard's table of contents, in its order. */
export const steps: Step[] = [passwordPolicy, adminGroup, adminUser];
