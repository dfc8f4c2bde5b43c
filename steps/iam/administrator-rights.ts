import { conditionHolds } from './policy-conditions.ts';
import { asArray, type Statement } from './policy-document.ts';
import {
  effectsOf,
  may,
  on,
  type PolicyRequest,
  type Rights,
  type SignedIn,
} from './policy-evaluation.ts';
import { allOf, anyOf, type Verdict, verdict } from './verdict.ts';

/** What an administrator must be able to act on: ARNs. */
export interface Reach {
  user: string;
  group: string;
  role: string;
  bucket: string;
}

/** Stands for all that an owner needs: people, groups, roles, data, machines, and what has no ARN. */
export const ownerRequests = ({ user, group, role, bucket }: Reach): PolicyRequest[] => [
  ...on(user, 'iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'),
  ...on(user, 'iam:UpdateLoginProfile', 'iam:DeactivateMFADevice'),
  ...on(group, 'iam:AttachGroupPolicy', 'iam:AddUserToGroup'),
  ...on(role, 'iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'),
  ...on(bucket, 's3:DeleteBucket', 's3:PutBucketPolicy'),
  ...on('*', 'iam:GetAccountSummary', 's3:ListAllMyBuckets', 'ec2:TerminateInstances'),
  ...on('*', 'lambda:DeleteFunction', 'rds:DeleteDBInstance'),
];

/**
 * May they do everything, signed in so? Yes only if one statement says so and no Deny is left; no only if
 * something that an owner needs is denied.
 */
export function administrator(rights: Rights, reach: Reach, signedIn: SignedIn): Verdict {
  const needed = allOf(ownerRequests(reach).map((request) => may(rights, request, signedIn)));
  if (needed.answer === 'no') return needed;
  const { identity, boundary } = rights;
  const everything = allOf(
    [identity, ...(boundary ? [boundary] : [])].map((one) => allowsEverything(one, signedIn)),
  );
  if (everything.answer === 'yes') return everything;
  const why = new Set([...everything.because, ...needed.because]);
  return verdict('unknown', ...(why.size > 0 ? why : effectsOf(identity, 'Allow').flatMap(about)));
}

/** Does this allow everything on everything? A Deny that is left leaves it open, however little it denies. */
function allowsEverything(statements: Statement[], signedIn: SignedIn): Verdict {
  const allowed = anyOf(
    effectsOf(statements, 'Allow')
      .filter(isAboutEverything)
      .map(({ Condition }) => conditionHolds(Condition, signedIn)),
  );
  const left = effectsOf(statements, 'Deny').filter(
    ({ Condition }) => conditionHolds(Condition, signedIn).answer !== 'no',
  );
  if (allowed.answer !== 'yes' || left.length === 0) return allowed;
  return verdict('unknown', ...left.flatMap(hangsOn));
}

/** What a Deny hangs on: its conditions, else what it is about. */
export function hangsOn(statement: Statement): string[] {
  const keys = Object.values(statement.Condition ?? {}).flatMap((one) => Object.keys(one));
  return keys.length > 0 ? keys : about(statement);
}

/** AWS knows these of whom it simulates, or is told. */
const KNOWN_TO_AWS = /^aws:(principal|userid|username|multifactorauthpresent|requestedregion)/i;

/** The condition keys that a Deny hangs on and that nobody knows beforehand: an address, a time. */
export const openKeys = ({ identity, boundary = [] }: Rights, signedIn: SignedIn): string[] =>
  effectsOf([...identity, ...boundary], 'Deny')
    .flatMap(({ Condition }) => conditionHolds(Condition, signedIn))
    .flatMap(({ answer, because }) => (answer === 'unknown' ? because : []))
    .filter((key) => !KNOWN_TO_AWS.test(key));

/** The resources that it names, else its actions. */
function about({ Action, NotAction, NotResource, Resource }: Statement): string[] {
  const resources = [...asArray(Resource), ...asArray(NotResource)].filter((one) => one !== '*');
  return resources.length > 0 ? resources : [...asArray(Action), ...asArray(NotAction)];
}

export const isAboutEverything = ({ Action, Resource }: Statement): boolean =>
  asArray(Action).some((action) => action === '*' || action === '*:*') &&
  asArray(Resource).includes('*');

/** Would they be an administrator if nothing limited them? */
export const isAdministratorOnPaper = ({ identity }: Rights): boolean =>
  effectsOf(identity, 'Allow').some(isAboutEverything);
