import type { Request } from '../../src/aws/operations.ts';
import type { Account, ApiCall } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { t } from '../../src/text/text.ts';
import { nameBeside } from '../iam/names.ts';
import { managedPolicy } from '../shared/arns-and-tags.ts';

const NAME = 'RootlockRevokedSessions';

/** An inline policy of a user that refuses sessions which began before a time. */
export interface Revocation {
  /** Its name, or the one that it is to have: somebody else's policy of our name stays as it is. */
  name: string;
  /** ISO 8601. `null` if there is none. */
  before: string | null;
}

/**
 * AWS's policy that denies everything. As a permissions boundary it goes with its user, where a policy has to be removed before
 * the user can be deleted, and would let sessions work again if the deletion failed.
 */
export const denyAll = (account: Pick<Account, 'partition'>): string =>
  managedPolicy(account, 'AWSDenyAll');

/** As the IAM console writes it to revoke the sessions of a role. IAM User Guide, "Revoke IAM role temporary security credentials". */
const documentFor = (before: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['*'],
        Resource: ['*'],
        Condition: { DateLessThan: { 'aws:TokenIssueTime': before } },
      },
    ],
  });

type Inline = { PolicyName?: string | undefined; PolicyDocument?: string | undefined }[];

/** The revocation among the inline policies of a user. */
export function revocationIn(inline: Inline = []): Revocation {
  for (const { PolicyName = '', PolicyDocument = '' } of inline) {
    const document = decodeURIComponent(PolicyDocument);
    const [, before] = /"aws:TokenIssueTime":"([\dTZ:-]+)"/.exec(document) ?? [];
    if (PolicyName.startsWith(NAME) && before && document === documentFor(before)) {
      return { name: PolicyName, before };
    }
  }
  const taken = inline.map(({ PolicyName = '' }) => ({ name: PolicyName }));
  return { name: nameBeside(NAME, taken), before: null };
}

/** Milliseconds. Changes of IAM take some seconds to be everywhere; a session that is issued meanwhile is refused too. */
const PROPAGATION_MS = 60_000;

/** The call before its time is known. */
export const revocationPreview = (UserName: string, PolicyName: string) =>
  revoke(UserName, PolicyName, placeholder('time'));

/** The call. `now`: AWS's time in milliseconds. */
export const revocationAt = (UserName: string, PolicyName: string, now: number) =>
  revoke(
    UserName,
    PolicyName,
    `${new Date(now + PROPAGATION_MS).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`,
  );

const revoke = (UserName: string, PolicyName: string, before: string) =>
  ({
    service: 'iam',
    operation: 'PutUserPolicy',
    input: { UserName, PolicyName, PolicyDocument: documentFor(before) },
  }) satisfies Request;

/**
 * While somebody still has what opens sessions, an older revocation says nothing of the sessions since. It goes first, so that a
 * new one follows whatever happens in between. Nobody gains by that who can open a new session anyway.
 */
export const withoutOldRevocation = (UserName: string, { name, before }: Revocation): ApiCall[] =>
  before === null
    ? []
    : [
        {
          kind: 'call',
          summary: t('Take back the earlier end of the sessions of {name}: a new one follows', {
            name: UserName,
          }),
          service: 'iam',
          operation: 'DeleteUserPolicy',
          input: { UserName, PolicyName: name },
        },
      ];
