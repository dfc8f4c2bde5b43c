import { type AttestedChange, step } from '../src/engine/step.ts';
import { addressText } from '../src/text/address.ts';
import { t } from '../src/text/text.ts';
import { ACCOUNT_PAGE, BILLING_DASHBOARD, BILLING_PREFERENCES } from './shared/console-urls.ts';

export default step({
  id: 'billing-console',
  title: t('Billing console'),
  why: t('You want to see your bills, and get them by email, without signing in as root.'),
  cost: 'free',
  notFor: ['project'],
  controls: [],

  // No API reads these three settings: AWS has console pages only.
  observe: async () => ({}),

  evidence: () => ({}),

  status: () => t('three console settings'),

  // Before it is done, nobody but root sees anything there.
  handover: () => [[t('Billing dashboard'), addressText(BILLING_DASHBOARD)]],

  plan: () => [iamAccess, emails],
});

const iamAccess: AttestedChange = {
  kind: 'attest',
  id: 'iam-access',
  summary: t('Let the administrator see the bills, so that you do not need root for it'),
  undo: t('the same page > Edit > clear "Activate IAM Access"'),
  ...ACCOUNT_PAGE,
  instructions: [
    t('Sign in as the root user. Nobody else can change this.'),
    t('Under "IAM user and role access to Billing information", choose "Edit".'),
    t('Select "Activate IAM Access", then choose "Update".'),
  ],
};

/** The id is that of the second of the two settings, so whoever has confirmed it has confirmed both. */
const emails: AttestedChange = {
  kind: 'attest',
  id: 'free-tier',
  summary: t('Get each invoice by email, and an email before something stops being free'),
  undo: t('the same page > "Invoice delivery preferences" or "Alert preferences" > Edit'),
  ...BILLING_PREFERENCES,
  instructions: [
    t('Under "Invoice delivery preferences", choose "Edit".'),
    t('Select PDF invoices by email, then choose "Update".'),
    t('Under "Alert preferences", choose "Edit".'),
    t('Select the AWS Free Tier alerts if they are not selected yet, then choose "Update".'),
  ],
};
