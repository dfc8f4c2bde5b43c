import type { Account, ApiCall, AttestedChange, ConsoleChange } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ACCOUNT_PAGE, ROOT_CREDENTIALS, signInPage } from '../shared/console-urls.ts';
import { describeKey, type RootKey, shortId } from './root-credentials.ts';

/** The closed gate: no key is touched until the owner has proven another way in. */
export function proveSignIn(
  { rootIsSafe, proven }: { rootIsSafe: boolean; proven: boolean },
  account: Account,
): ConsoleChange {
  const mfa = t('Turn on MFA for the root user: the step "Root user MFA" shows how.');
  const proof = t(
    'Sign in as the administrator with MFA in a private window. It counts for 30 days.',
  );
  return {
    kind: 'console',
    id: 'gate',
    // CloudTrail shows a sign-in minutes later.
    ...(!proven && { shownLate: true }),
    summary: t('Prove that you can sign in without the root access keys before they are deleted'),
    ...(rootIsSafe ? signInPage(account) : ROOT_CREDENTIALS),
    instructions: [...(rootIsSafe ? [] : [mfa]), ...(proven ? [] : [proof])],
  };
}

/** Asked in addition to AWS's own proof, never in place of it. */
export const attestMailbox: AttestedChange = {
  kind: 'attest',
  once: true,
  id: 'mailbox',
  summary: t("Check that you can read root's mailbox, and that its phone number is yours"),
  ...ACCOUNT_PAGE,
  instructions: [
    t('Check that the email address and the phone number on it are right, and yours.'),
    t(
      'If you lose the password or an MFA device, this mailbox and phone are your last way back in.',
    ),
  ],
};

export const attestTwoDevices: AttestedChange = {
  kind: 'attest',
  once: true,
  id: 'two-devices',
  summary: t(
    'Check that you can still sign in as root or as the administrator if you lose one device',
  ),
  ...ROOT_CREDENTIALS,
  instructions: [
    t('If one phone holds the MFA of both root and the administrator, its loss can lock you out.'),
    t('If so, add a second device for root on that page, such as a passkey in the browser.'),
  ],
};

/** For an IAM user, or a root session that may not list the keys: only the console can delete them then. */
export const deleteInConsole: ConsoleChange = {
  kind: 'console',
  id: 'delete',
  summary: t('Delete the access keys and signing certificates of the root user'),
  ...ROOT_CREDENTIALS,
  instructions: [
    t('Sign in as the root user, if AWS asks.'),
    t('Under "Access keys", look at "Last used": is a key still in use?'),
    t('If so, deactivate it and wait a few days. If not, choose "Actions" > "Delete".'),
  ],
};

const howToReactivate = (id: string): Text =>
  t('as root: aws iam update-access-key --access-key-id {id} --status Active', { id });

const isUnread = ({ usedByOthers, unread = [] }: RootKey): boolean =>
  usedByOthers === null && unread.length > 0;

const notRuledOut = (key: RootKey): Text =>
  isUnread(key)
    ? t('cannot be ruled out: CloudTrail is not readable in {regions}', {
        regions: (key.unread ?? []).join(', '),
      })
    : t('cannot be ruled out');

const otherUsesRow = (known: Text): [Text, Text, Text] => [
  t('other uses'),
  known,
  t('stop working'),
];

/** `isSigningKey`: the key signs this run, so nothing can be sent after it. */
export const deactivateKey = (key: RootKey, isSigningKey: boolean): ApiCall => ({
  kind: 'call',
  summary: isSigningKey
    ? t('Deactivate the root access key {key}, the one you are signed in with', {
        key: describeKey(key),
      })
    : t('Deactivate the root access key {key}', { key: describeKey(key) }),
  diff: [
    [t('{key}', { key: shortId(key.id) }), t('active'), t('inactive, deleted on a later run')],
    ...(isUnread(key) ? [otherUsesRow(notRuledOut(key))] : []),
  ],
  danger: true,
  undo: howToReactivate(key.id),
  // Users of the key fail within hours or days. The key can be reactivated until it is deleted.
  shownLate: true,
  service: 'iam',
  operation: 'UpdateAccessKey',
  input: { AccessKeyId: key.id, Status: 'Inactive' },
});

/** The time of its deletion is kept under this id, since AWS says of no key that it existed. */
export const deletionOf = (id: string): string => `root-keys.deleted-${id}`;

/** `inUse`: something else used the key lately, or may have. `isSigningKey`: the key signs this run, so nothing can be sent after it. */
export function deleteKey(key: RootKey, inUse: boolean, isSigningKey: boolean): ApiCall {
  const lastFour = key.id.slice(-4);
  const status = key.active ? t('active') : t('inactive');
  const rows: ApiCall['diff'] = [[t('{key}', { key: shortId(key.id) }), status, t('deleted')]];
  // CloudTrail records no access to data.
  if (isSigningKey)
    rows.push(
      otherUsesRow(
        inUse ? notRuledOut(key) : t('none in CloudTrail, which does not record data access'),
      ),
    );
  return {
    kind: 'call',
    summary: isSigningKey
      ? t('Permanently delete the root access key {key}, the one you are signed in with', {
          key: describeKey(key),
        })
      : t('Permanently delete the root access key {key}', { key: describeKey(key) }),
    diff: rows,
    confirmPhrase: inUse ? `delete ${lastFour}` : lastFour,
    sentAs: deletionOf(key.id),
    service: 'iam',
    operation: 'DeleteAccessKey',
    input: { AccessKeyId: key.id },
  };
}

export const deleteCertificate = (id: string): ApiCall => ({
  kind: 'call',
  summary: t('Permanently delete the signing certificate {id} of the root user', {
    id: shortId(id),
  }),
  diff: [[t('{id}', { id: shortId(id) }), t('signs calls as root'), t('deleted')]],
  confirmPhrase: id.slice(-4),
  service: 'iam',
  operation: 'DeleteSigningCertificate',
  input: { CertificateId: id },
});
