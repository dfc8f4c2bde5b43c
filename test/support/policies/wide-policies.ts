import {
  administrator,
  by,
  type PolicyCase,
  perhapsAdministrator,
  perhapsPowerful,
  powerful,
  weak,
} from './policy-case.ts';
import { ALL, allow, allowAllBut, given, iam, KIM } from './statements.ts';

/** `iam:PassedToService` and the like. */
const onlyTo = (service: string) => ({ StringEquals: { 'iam:PassedToService': service } });
const own = `arn:aws:iam::*:user/\${aws:username}`;
const ofTheirTeam = `arn:aws:iam::*:user/\${aws:PrincipalTag/team}/*`;
const allOn = (NotResource: string) => ({ Effect: 'Allow', Action: '*', NotResource });

/** What is allowed, in all the words that there are for it. */
export const WIDE_POLICIES: PolicyCase[] = [
  weak('nothing at all'),
  administrator('everything, inline', ALL),
  by(administrator('everything, attached'), { attached: [ALL] }),
  by(administrator('everything, by a group'), { group: [ALL] }),
  by(administrator('everything, attached to a group'), { groupAttached: [allow('*:*')] }),
  weak('everything on one bucket', allow('*', 'arn:aws:s3:::x')),
  weak('one service', allow('s3:*')),
  weak('all that only reads', allow(['iam:Get*', 'iam:List*', 's3:Get*'])),

  perhapsAdministrator('all actions but one that nobody knows', allowAllBut('prowler:action')),
  weak('all actions but those of IAM', allowAllBut('iam:*', 'organizations:*', 'account:*')),
  perhapsAdministrator('all actions but deleting users', allowAllBut('iam:DeleteUser')),
  perhapsAdministrator('all but IAM, and IAM', allowAllBut('iam:*'), allow('IAM:*')),
  perhapsAdministrator('everything on arn:aws:*', allow('*', 'arn:aws:*')),
  perhapsAdministrator('everything on arn:*', allow('*', 'arn:*')),
  perhapsAdministrator('everything but on one bucket', allOn('arn:aws:s3:::x')),
  powerful('everything on all of IAM', allow('*', 'arn:aws:iam::*:*')),

  powerful('iam:* in odd letters', allow('Iam:*')),
  by(powerful('iam:*, by a group'), { group: [allow('iam:*')] }),
  powerful('each action that ends in Policy', allow('iam:*Policy')),
  ...[
    'iam:PutUserPolicy',
    'iam:AttachUserPolicy',
    'iam:PutGroupPolicy',
    'iam:AttachGroupPolicy',
    'iam:AddUserToGroup',
    'iam:PutRolePolicy',
    'iam:AttachRolePolicy',
    'iam:UpdateAssumeRolePolicy',
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
    'iam:CreateAccessKey',
    'iam:CreateLoginProfile',
    'iam:UpdateLoginProfile',
    'iam:UpdateSAMLProvider',
  ].map((action) => powerful(action, allow(action))),
  weak('making users and groups', allow(['iam:CreateUser', 'iam:CreateGroup'])),
  powerful('policies of all users', allow('iam:PutUserPolicy', iam('user/*'))),
  powerful('their own policies', allow('iam:PutUserPolicy', KIM)),
  powerful('policies of users under their path', allow('iam:PutUserPolicy', iam('user/ops/*'))),
  perhapsPowerful('policies of another user', allow('iam:PutUserPolicy', iam('user/jun'))),
  weak('policies of one who is not there', allow('iam:PutUserPolicy', iam('user/nobody'))),
  perhapsPowerful('policies of users of their team', allow('iam:PutUserPolicy', ofTheirTeam)),
  weak('their own keys', allow(['iam:CreateAccessKey', 'iam:UpdateLoginProfile'], own)),
  powerful('all of IAM on themselves', allow('iam:*', KIM)),
  powerful('any role for a machine', allow(['iam:PassRole', 'ec2:RunInstances'])),
  weak('any role for nothing', allow('iam:PassRole')),
  weak('machines without a role', allow('ec2:*')),
  weak(
    'any role for one service, where there is none',
    given(onlyTo('lambda.amazonaws.com'), allow('iam:PassRole')),
    allow('lambda:*'),
  ),
  weak('assuming any role, where there is none', allow('sts:AssumeRole')),
];
