import {
  administrator,
  by,
  type PolicyCase,
  perhapsAdministrator,
  perhapsPowerful,
  powerful,
  unknown,
  weak,
} from './policy-case.ts';
import {
  ALL,
  AT_OFFICE,
  allow,
  deny,
  ELSEWHERE,
  given,
  iam,
  LATER,
  WITH_MFA,
  WITHOUT_MFA,
} from './statements.ts';

const onlyPolicy = { ArnEquals: { 'iam:PolicyARN': iam('policy/x') } };
const denyAllBut = (...NotAction: string[]) => ({ Effect: 'Deny', NotAction, Resource: '*' });
const noMfa = { Bool: { 'aws:MultiFactorAuthPresent': 'false' } };
const within = (...boundary: Parameters<typeof weak>[1][]) => ({ inline: [ALL], boundary });
const everySetter = ['iam:P*', 'iam:A*', 'iam:C*', 'iam:U*', 'iam:S*'];

/** What a Deny, a boundary or a condition takes of what is allowed. */
export const LIMITED_POLICIES: PolicyCase[] = [
  weak('a Deny alone', deny('*')),
  weak('everything and a Deny of everything', ALL, deny('*')),
  by(weak('everything and a Deny by the group'), { attached: [ALL], group: [deny('*')] }),
  by(perhapsPowerful('everything and a Deny of IAM'), { attached: [ALL], inline: [deny('iam:*')] }),
  powerful('everything and a Deny of one action', ALL, deny('iam:CreateUser')),
  perhapsPowerful('everything and a Deny on arn:aws:*', ALL, deny('*', 'arn:aws:*')),
  powerful('everything and a Deny on all users', ALL, deny('iam:*', iam('user/*'))),
  perhapsPowerful('everything and a Deny of all but reading', ALL, denyAllBut('iam:Get*')),
  perhapsAdministrator('everything and a Deny on a bucket', ALL, deny('*', 'arn:aws:s3:::logs')),
  weak('iam:* and a Deny of iam:*', allow('iam:*'), deny('iam:*')),
  powerful('iam:* and a Deny that they may take away', allow('iam:*'), deny(everySetter)),

  by(administrator('everything within everything'), within(ALL)),
  by(weak('everything within one service'), within(allow('s3:*'))),
  by(powerful('everything within IAM'), within(allow('iam:*'))),
  by(
    powerful('everything within what they may lift'),
    within(allow(['s3:*', 'iam:DeleteUserPermissionsBoundary'])),
  ),
  by(perhapsPowerful('everything within all but IAM'), within(ALL, deny('iam:*'))),
  by(weak('one service within everything'), { inline: [allow('s3:*')], boundary: [ALL] }),

  administrator('everything with MFA', given(WITH_MFA, ALL)),
  administrator('everything, and nothing without MFA', ALL, given(WITHOUT_MFA, deny('*'))),
  perhapsPowerful('everything without MFA alone', given(noMfa, ALL)),
  powerful('everything, and nothing with MFA', ALL, given(WITH_MFA, deny('*'))),
  unknown('everything at the office', given(AT_OFFICE, ALL)),
  unknown('everything, and nothing elsewhere', ALL, given(ELSEWHERE, deny('*'))),
  unknown('everything, and nothing from a day on', ALL, given(LATER, deny('*'))),
  perhapsAdministrator('everything, no buckets elsewhere', ALL, given(ELSEWHERE, deny('s3:*'))),
  perhapsPowerful('iam:* at the office', given(AT_OFFICE, allow('iam:*'))),
  weak('one service at the office', given(AT_OFFICE, allow('s3:*'))),
  perhapsPowerful('one policy to attach', given(onlyPolicy, allow('iam:AttachUserPolicy'))),
];
