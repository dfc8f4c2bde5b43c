import type { Statement } from '../../../steps/iam/policy-document.ts';
import { requireMfaStatements } from '../../../steps/people/require-mfa-policy.ts';
import { ACCOUNT, ALL, allowAllBut, iam, KIM } from './statements.ts';

/** How a call comes, by the condition keys that AWS then sets. A missing key is not `false`. */
const BY = {
  'the console without MFA': {
    'aws:MultiFactorAuthPresent': 'false',
    'aws:ViaAWSService': 'false',
  },
  'the console with MFA': { 'aws:MultiFactorAuthPresent': 'true', 'aws:ViaAWSService': 'false' },
  'an access key': { 'aws:ViaAWSService': 'false' },
  'an access key with a code': {
    'aws:MultiFactorAuthPresent': 'true',
    'aws:ViaAWSService': 'false',
  },
  'a service that acts for them': { 'aws:ViaAWSService': 'true' },
} satisfies Record<string, Record<string, string>>;

type Way = keyof typeof BY;

/** The rights that the group gives besides. */
const RIGHTS: Record<string, Statement[]> = {
  administrators: [ALL],
  developers: [allowAllBut('iam:*', 'organizations:*', 'account:*')],
};

export interface MfaCase {
  name: string;
  arn: string;
  /** The policies of whoever calls, with `aws:username` filled in. */
  identity: Statement[];
  keys: Record<string, string>;
  action: string;
  resource: string;
  allowed: boolean;
}

/** What somebody without MFA has to reach: the password, the device, and signing in by OAuth. */
const SETTING_UP: [action: string, resource: string][] = [
  ['iam:ChangePassword', KIM],
  ['iam:GetAccountPasswordPolicy', '*'],
  ['iam:GetUser', KIM],
  ['iam:CreateVirtualMFADevice', iam('mfa/kim-phone')],
  ['iam:EnableMFADevice', KIM],
  ['iam:ResyncMFADevice', KIM],
  ['iam:ListMFADevices', KIM],
  ['iam:GetMFADevice', KIM],
  ['iam:ListVirtualMFADevices', '*'],
  ['signin:AuthorizeOAuth2Access', '*'],
  ['signin:CreateOAuth2Token', '*'],
];
/** What nobody may do without MFA, though the group allows it: also what would weaken the account of whoever calls. */
const OTHERS: [action: string, resource: string][] = [
  ['s3:ListAllMyBuckets', '*'],
  ['s3:GetObject', `arn:aws:s3:::${ACCOUNT}-data/file`],
  ['ec2:TerminateInstances', '*'],
  ['lambda:InvokeFunction', `arn:aws:lambda:us-east-1:${ACCOUNT}:function:site`],
  ['sts:AssumeRole', iam('role/Admin')],
];
const ON_THE_WAY_IN: [action: string, resource: string][] = [
  ['iam:DeactivateMFADevice', KIM],
  ['iam:DeleteVirtualMFADevice', iam('mfa/kim-phone')],
  ['iam:CreateAccessKey', KIM],
  ['iam:CreateLoginProfile', KIM],
  ['iam:UpdateLoginProfile', KIM],
  ['iam:AttachUserPolicy', KIM],
  ['iam:EnableMFADevice', iam('user/jun')],
  ['iam:ChangePassword', iam('user/jun')],
];

const filledIn = (statements: Statement[]): Statement[] =>
  JSON.parse(JSON.stringify(statements).replaceAll(`\${aws:username}`, 'kim'));

const policy = filledIn(requireMfaStatements({ partition: 'aws' }));

function cases(rights: string, by: Way, allowed: boolean, calls: typeof OTHERS): MfaCase[] {
  return calls.map(([action, resource]) => ({
    name: `${rights}, by ${by}: ${action} on ${resource}`,
    arn: KIM,
    identity: [...(RIGHTS[rights] ?? []), ...policy],
    keys: BY[by],
    action,
    resource,
    allowed,
  }));
}

const WITHOUT: Way[] = ['the console without MFA', 'an access key'];
const WITH: Way[] = ['the console with MFA', 'an access key with a code'];

/** The policy that requires MFA, on a group that gives other rights too. Who may then do what. */
export const REQUIRE_MFA_CASES: MfaCase[] = [
  ...Object.keys(RIGHTS).flatMap((rights) => [
    ...WITHOUT.flatMap((by) => [
      ...cases(rights, by, true, SETTING_UP),
      ...cases(rights, by, false, [...OTHERS, ...ON_THE_WAY_IN.slice(0, 6)]),
    ]),
    ...WITH.flatMap((by) => cases(rights, by, true, [...SETTING_UP, ...OTHERS])),
    ...cases(rights, 'a service that acts for them', true, OTHERS),
  ]),
  // For administrators the Deny alone decides what they do to others; developers never may.
  ...cases('administrators', 'the console with MFA', true, ON_THE_WAY_IN),
  ...WITHOUT.flatMap((by) => cases('developers', by, false, ON_THE_WAY_IN)),
  ...cases('developers', 'the console with MFA', false, ON_THE_WAY_IN),
  // The group's policies are not among those of a role that somebody takes.
  ...OTHERS.map(([action, resource]) => ({
    name: `the session of a role: ${action}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Admin/kim`,
    identity: [ALL],
    keys: { 'aws:ViaAWSService': 'false' },
    action,
    resource,
    allowed: true,
  })),
];
