import type { Request } from '../../../src/aws/operations.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Account, Change, Row, StepState } from '../../../src/engine/step.ts';
import { placeholder } from '../../../src/text/placeholder.ts';
import { t } from '../../../src/text/text.ts';
import { CHAPTER } from '../engine/in-one-chapter.ts';

export const ACCOUNT: Account = {
  id: '123456789012',
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

export const row = (state: StepState, more: Partial<Row> = {}): Row => ({
  id: 'some-step',
  chapter: CHAPTER,
  title: t('Some step'),
  why: t('Because.'),
  level: 'essential',
  state,
  status: t('as it is'),
  evidence: {},
  controls: [],
  changes: [],
  ...more,
});

/** A call as data. The operation need not be one that a step uses. */
export const request = (operation: string, input: object, region?: string): Request =>
  ({ service: 'iam', operation, input, ...(region && { region }) }) as Request;

/** Values that must not be printed anywhere, in any form. */
export const HIDDEN = ['correct-horse-battery', '492039', '118204'];

const [password, one, two] = HIDDEN as [string, string, string];

/** Every kind of change, every optional member, and every way in which a secret could get into a report. */
export const CHANGES: Change[] = [
  {
    kind: 'call',
    ...request('CreateLoginProfile', { UserName: 'jun', Password: new Secret(password) }),
    summary: t('Set a password for {name}', { name: 'jun' }),
    diff: [[t('password'), t('none'), t('yours')]],
    danger: true,
    confirmPhrase: 'WXYZ',
    undo: t('Delete it in the IAM console.'),
  },
  {
    kind: 'call',
    ...request('UpdateLoginProfile', { UserName: 'jun', Password: password }, 'eu-west-1'),
    summary: t('Change the password'),
    offerId: 'change',
  },
  {
    kind: 'exchange',
    summary: t('Set up an authenticator app'),
    calls: [
      request('CreateVirtualMFADevice', { VirtualMFADeviceName: placeholder('admin-user.name') }),
      request('EnableMFADevice', {
        AuthenticationCode1: placeholder('first code'),
        AuthenticationCode2: placeholder('second code'),
      }),
      request('ResyncMFADevice', { AuthenticationCode1: one, AuthenticationCode2: two }),
    ],
    run: () => Promise.resolve(),
  },
  {
    kind: 'console',
    id: 'root-mfa',
    summary: t('Switch on MFA'),
    url: 'https://console.aws.amazon.com/',
    page: t('the console'),
    instructions: [t('Choose Assign MFA device.')],
    shownLate: true,
  },
  {
    kind: 'attest',
    id: 'mailbox',
    summary: t('The mailbox is yours alone'),
    url: 'https://console.aws.amazon.com/billing',
    page: t('the billing console'),
    instructions: [t('Sign in to it.')],
  },
  {
    kind: 'local',
    id: 'install',
    summary: t('Install the hooks'),
    argv: ['git', 'secrets', '--install'],
    undo: t('Delete the hooks.'),
  },
  {
    kind: 'local',
    id: 'key',
    summary: t('Take the key out'),
    edit: {
      file: '/home/jun/.aws/credentials',
      target: '/mnt/credentials',
      seen: '1',
      lines: [
        { at: 1, before: 'aws_secret_access_key = [secret]' },
        { at: 4, before: 'old', after: 'new' },
      ],
    },
  },
];
