import type { ControlId } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';

export type SectionId = 'root' | 'people' | 'records' | 'defaults' | 'money';

/** The headings of the report, in order. */
export const SECTIONS: Record<SectionId, Text> = {
  root: t('Account and root user'),
  people: t('People and permissions'),
  records: t('Records and alarms'),
  defaults: t('Data, network and machines'),
  money: t('Money'),
};

/** The section in which the report answers each control. */
export const SECTION_OF: Record<ControlId, SectionId> = {
  'contact-details': 'root',
  'alternate-contacts': 'root',
  'root-keys': 'root',
  'root-mfa': 'root',
  'root-hardware-mfa': 'root',
  'root-unused': 'root',
  'central-root-access': 'root',
  'password-policy': 'people',
  'everyones-mfa': 'people',
  'unused-credentials': 'people',
  'key-age': 'people',
  'rights-by-groups': 'people',
  'no-full-rights': 'people',
  'support-role': 'people',
  'instance-roles': 'people',
  'access-analyzer': 'people',
  'access-review': 'people',
  trail: 'records',
  'log-file-validation': 'records',
  'log-bucket-access-log': 'records',
  alarms: 'records',
  guardduty: 'records',
  's3-public-access': 'defaults',
  'ebs-encryption': 'defaults',
  'network-acls': 'defaults',
  'remote-ports': 'defaults',
  'default-group': 'defaults',
  imdsv2: 'defaults',
  budgets: 'money',
  'cost-anomalies': 'money',
};
