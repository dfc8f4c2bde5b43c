import type { Account, ApiCall, ConsoleChange, Row } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';

export const account: Account = {
  id: '123456789012',
  alias: 'acme',
  partition: 'aws',
  region: 'us-east-1',
  practice: false,
  identity: {
    arn: 'arn:aws:iam::123456789012:root',
    kind: 'root',
    isLongTerm: false,
    accessKeyId: 'ASIAEXAMPLE',
  },
};

export const policy: ApiCall = {
  kind: 'call',
  service: 'iam',
  operation: 'UpdateAccountPasswordPolicy',
  input: {},
  summary: t('Set a password policy'),
  diff: [
    [t('minimum length'), t('8'), t('14')],
    [t('kinds of characters'), t('3 of 4'), t('all 4')],
    [t('reuse'), t('allowed'), t('last 24 refused')],
  ],
  undo: t('IAM console > Account settings > Password policy > Edit > IAM default'),
};
export const device: ConsoleChange = {
  kind: 'console',
  id: 'mfa',
  summary: t('Switch on MFA for the root user'),
  url: 'https://us-east-1.console.aws.amazon.com/iam/home#/security_credentials',
  page: t('the security credentials of the root user'),
  instructions: [
    t('Multi-factor authentication (MFA) > Assign MFA device'),
    t('Name it, choose Authenticator app (or a passkey), scan, type two codes'),
    t('Do it again with a second device that you keep somewhere else'),
  ],
};
const removal: ApiCall = {
  kind: 'call',
  service: 'iam',
  operation: 'DeleteVirtualMFADevice',
  input: { SerialNumber: 'arn:aws:iam::123456789012:mfa/WXYZ' },
  summary: t('Delete the device that ends in WXYZ'),
  confirmPhrase: 'WXYZ',
};
const group: ApiCall = {
  kind: 'call',
  service: 'iam',
  operation: 'AttachGroupPolicy',
  input: { GroupName: 'administrators', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  summary: t('Make all members of {group} administrators: jun, mina', { group: 'ops' }),
  danger: true,
  undo: t('IAM console > User groups > ops > Permissions > Remove'),
};

const ADMINISTRATOR = { id: 'administrator', title: t('Root and administrator') };
const RECORDS = { id: 'records', title: t('Records and alerts') };
const MONEY = { id: 'money', title: t('Money') };
const LAST = { id: 'last', title: t('Last: root access keys') };

const row = (id: string, title: Row['title'], given: Partial<Row>): Row => ({
  id,
  chapter: ADMINISTRATOR,
  title,
  why: t('People who sign in with a password need one that cannot be guessed.'),
  level: 'essential',
  state: 'pending',
  status: t('none'),
  changes: [],
  controls: [],
  cost: 'free',
  ...given,
});

export const rows: Row[] = [
  row('root-mfa', t('Root user MFA'), {
    why: t('Without it, a leaked password is the whole account.'),
    status: t('off: you turn it on'),
    changes: [device],
  }),
  row('password-policy', t('Password policy'), {
    status: t('AWS default: 8 characters'),
    changes: [policy],
  }),
  row('admin-group', t('Administrator group'), { changes: [group] }),
  row('admin-user', t('Administrator'), {
    state: 'waiting',
    status: t('none, so you do everything as root'),
    message: t('After {step}.', { step: t('Administrator group') }),
  }),
  row('admin-mfa', t('Administrator MFA'), {
    state: 'waiting',
    status: t('none'),
    message: t('After {step}.', { step: t('Administrator') }),
  }),
  row('admin-password', t('Administrator password'), {
    state: 'waiting',
    message: t('After {step}.', { step: t('Administrator MFA') }),
  }),
  row('sign-in-url', t('Sign-in URL'), {
    level: 'optional',
    status: t('none: sign in with the account ID'),
  }),
  row('trail', t('CloudTrail'), {
    chapter: RECORDS,
    state: 'blocked',
    status: t('unknown'),
    message: t('AWS refuses cloudtrail:DescribeTrails.'),
    fix: [t('Sign in as the root user, then run Rootlock again.')],
    cost: t('cents a month for log storage'),
  }),
  row('alerts', t('Billing alerts'), {
    chapter: MONEY,
    state: 'secure',
    status: t('jun@acme.example, above $1'),
  }),
  row('invoices', t('Invoices by mail'), {
    chapter: MONEY,
    state: 'attested',
    status: t('you said so'),
  }),
  row('root-keys', t('Root access keys'), {
    chapter: LAST,
    state: 'skipped',
    status: t('1 key, used today'),
    changes: [removal],
  }),
];
