import type { ApiCall } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';

/** Makes a group that nobody is in and that gives nothing yet. */
export const createGroup = (GroupName: string): ApiCall => ({
  kind: 'call',
  summary: t('Create the group {name}', { name: GroupName }),
  undo: t('IAM console > User groups > {name} > Delete', { name: GroupName }),
  service: 'iam',
  operation: 'CreateGroup',
  input: { GroupName },
});
