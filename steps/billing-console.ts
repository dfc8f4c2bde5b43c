import { type AttestedChange, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { ACCOUNT_PAGE, BILLING_PREFERENCES } from './shared/console-urls.ts';

export default step({
  id: 'billing-console',
  title: t('Billing console'),
  why: t('The bill should be seen by the administrator, and reach you, without root signing in.'),
  cost: 'free',
  controls: [],

  // No API reads these three settings: AWS has console pages only.
  observe: async () => ({}),

  evidence: () => ({}),

  status: () => t('three switches that only the console shows, one of them to root alone'),

  plan: () => [iamAccess, invoice, freeTier],
});

const iamAccess: AttestedChange = {
  kind: 'attest',
  id: 'iam-access',
  summary: t('Let the administrator see the bill, so that root need not sign in for it'),
  undo: t('the same page, Edit, without "Activate IAM Access"'),
  url: ACCOUNT_PAGE,
  instructions: [
    t('Open the page below, signed in as the root user: nobody else may.'),
    t('At "IAM user and role access to Billing information" choose "Edit".'),
    t('Choose "Activate IAM Access", then "Update".'),
  ],
};

const invoice: AttestedChange = {
  kind: 'attest',
  id: 'invoice',
  summary: t('Have each invoice come by e-mail as a PDF, so that no bill goes unread'),
  undo: t('the same page, "Invoice delivery preferences", Edit'),
  url: BILLING_PREFERENCES,
  instructions: [
    t('Open the page below.'),
    t('At "Invoice delivery preferences" choose "Edit".'),
    t('Choose PDF invoices by e-mail, then "Update".'),
  ],
};

const freeTier: AttestedChange = {
  kind: 'attest',
  id: 'free-tier',
  summary: t('Have AWS write before something stops being free: at 85 % of each free allowance'),
  undo: t('the same page, "Alert preferences", Edit'),
  url: BILLING_PREFERENCES,
  instructions: [
    t('Open the page below.'),
    t('At "Alert preferences" choose "Edit".'),
    t('Choose the AWS Free Tier alerts, if they are not on yet, then "Update".'),
  ],
};
