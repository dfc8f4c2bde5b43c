import { type Text, t } from '../../src/text/text.ts';

export interface Job {
  label: Text;
  /** AWS's policies for this work, by what follows `policy/` in their ARN. */
  policies: string[];
}

/** What people do, by the name of the group that is made for it. IAM User Guide, "AWS managed policies for job functions". */
export const JOBS: Record<string, Job> = {
  Developers: {
    label: t('develops: all services, but no people or rights'),
    policies: ['PowerUserAccess'],
  },
  Security: {
    label: t('security: sees settings, changes nothing'),
    policies: ['SecurityAudit', 'job-function/ViewOnlyAccess'],
  },
  Billing: {
    label: t('billing: bills, budgets and payment methods'),
    policies: ['job-function/Billing'],
  },
  ReadOnly: {
    label: t('reads: sees all, data too, changes nothing'),
    policies: ['ReadOnlyAccess'],
  },
};
