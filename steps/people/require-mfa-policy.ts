import type { Output } from '../../src/aws/operations.ts';
import type { Account, ApiCall, Look } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { nameBeside } from '../iam/names.ts';
import { type Statement, statements } from '../iam/policy-document.ts';
import { meaningOf } from '../iam/same-statements.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';

/** The account's own policy that requires MFA. */
export interface RequireMfaPolicy {
  /** Its name if it is there, else one that is free. */
  name: string;
  isThere: boolean;
  /** A policy has the usual name and says something else. It is left alone. */
  taken: boolean;
}

export const REQUIRE_MFA = 'rootlock-require-mfa';

/** What everybody needs to set up MFA, each about themselves. */
const ON_ONESELF = [
  'iam:ChangePassword',
  'iam:EnableMFADevice',
  'iam:GetMFADevice',
  'iam:GetUser',
  'iam:ListMFADevices',
  'iam:ResyncMFADevice',
];
/** What names no user: AWS has no narrower resource for it. */
const ON_ALL = [
  'iam:GetAccountPasswordPolicy',
  'iam:ListVirtualMFADevices',
  'signin:AuthorizeOAuth2Access',
  'signin:CreateOAuth2Token',
];
const ON_DEVICES = ['iam:CreateVirtualMFADevice'];
/** Signing in, and what needs no permission. AWS Sign-In User Guide: a Deny of a sign-in action can stop the console session. */
const WITHOUT_PERMISSION = ['signin:Authenticate', 'sts:GetSessionToken'];

/**
 * Lets people set up MFA for themselves, and denies them everything else until they have signed in with it.
 *
 * `BoolIfExists`: calls by an access key do not have the key at all, and `Bool` would let them through. A service of AWS
 * that acts for somebody (`aws:ViaAWSService`) is not cut off. A path may stand before a user's name.
 */
export function requireMfaStatements({ partition }: Pick<Account, 'partition'>): Statement[] {
  const iam = (resource: string) => `arn:${partition}:iam::*:${resource}`;
  return [
    {
      Effect: 'Allow',
      Action: ON_ONESELF,
      Resource: [iam(`user/\${aws:username}`), iam(`user/*/\${aws:username}`)],
    },
    { Effect: 'Allow', Action: ON_DEVICES, Resource: iam('mfa/*') },
    { Effect: 'Allow', Action: ON_ALL, Resource: '*' },
    {
      Effect: 'Deny',
      NotAction: [...ON_ONESELF, ...ON_DEVICES, ...ON_ALL, ...WITHOUT_PERMISSION].sort(),
      Resource: '*',
      Condition: {
        BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false', 'aws:ViaAWSService': 'false' },
      },
    },
  ];
}

export const requireMfaDocument = (account: Pick<Account, 'partition'>): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: requireMfaStatements(account) });

export const requireMfaArn = ({ partition, id }: Account, name: string): string =>
  `arn:${partition}:iam::${id}:policy/${name}`;

type Policy = NonNullable<Output<'iam', 'GetAccountAuthorizationDetails'>['Policies']>[number];

/** Finds the policy by what it says, whatever it is called. */
export async function readRequireMfaPolicy(look: Look): Promise<RequireMfaPolicy> {
  const { Policies = [] } = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  const wanted = meaningOf(requireMfaStatements(look.account));
  const own = Policies.filter(({ Arn = '' }) => /::\d{12}:/.test(Arn)).map((policy) => ({
    name: policy.PolicyName ?? '',
    // One with a path has another ARN than the name tells.
    isWanted:
      policy.Arn === requireMfaArn(look.account, policy.PolicyName ?? '') &&
      meaningOf(defaultStatements(policy)) === wanted,
  }));
  const found = own.find(({ isWanted }) => isWanted);
  if (found) return { name: found.name, isThere: true, taken: false };
  const name = nameBeside(REQUIRE_MFA, own);
  return { name, isThere: false, taken: name !== REQUIRE_MFA };
}

const defaultStatements = ({ PolicyVersionList = [] }: Policy): Statement[] =>
  statements(PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion)?.Document);

/** Makes the policy. By itself it changes nothing for anybody. */
export const createRequireMfa = (account: Account, name: string): ApiCall => ({
  kind: 'call',
  summary: t('Create the policy {name}', { name }),
  undo: t('IAM console > Policies > {name} > Delete', { name }),
  service: 'iam',
  operation: 'CreatePolicy',
  input: { PolicyName: name, PolicyDocument: requireMfaDocument(account), Tags: [ROOTLOCK_TAG] },
});

/** Attaches the policy to a group of people. Never to a role: no session of a role carries MFA. */
export const attachRequireMfa = (account: Account, group: string, name: string): ApiCall => ({
  kind: 'call',
  summary: t('Require MFA of everybody in the group {group}', { group }),
  service: 'iam',
  operation: 'AttachGroupPolicy',
  input: { GroupName: group, PolicyArn: requireMfaArn(account, name) },
});
