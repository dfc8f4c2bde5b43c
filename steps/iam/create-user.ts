import type { ApiCall } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';

/** Creates a user, who has no way in yet. `summary` says what for. */
export const createUser = (name: string, summary: Text): ApiCall => ({
  kind: 'call',
  summary,
  undo: t('IAM console > Users > {name} > Delete', { name }),
  service: 'iam',
  operation: 'CreateUser',
  input: { UserName: name, Tags: [ROOTLOCK_TAG] },
});

/** Creates a user for somebody: their password comes after it, and MFA. */
export const createPerson = (name: string): ApiCall =>
  createUser(name, t('Create the user {name}, without a password yet', { name }));
