import type { Output } from '../src/aws/operations.ts';
import { Blocked } from '../src/engine/errors.ts';
import { type Account, type ApiCall, step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { asArray, type Statement, statements } from './iam/policy-document.ts';
import { readServiceRole, type ServiceRole, trustChanges } from './iam/service-role.ts';
import { managedPolicy, rootArn } from './shared/arns-and-tags.ts';

interface Seen {
  /** ARNs of roles, groups and users that may open cases at AWS Support by the policy for it. */
  holders: string[];
  /** The role of our name, whoever made it. */
  role: ServiceRole | null;
}

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;

const POLICY = 'AWSSupportAccess';
const NAME = 'rootlock-support';

export default step({
  id: 'support-role',
  title: t('Role for AWS Support'),
  why: t(
    'When something goes wrong, somebody must be able to open a case with AWS Support without being root. Administrators with MFA may use this role, and give it to others.',
  ),
  cost: 'free',
  level: 'recommended',
  // Whoever works in a project comes without MFA of IAM.
  notFor: ['project'],
  controls: ['support-role'],

  async observe(look): Promise<Seen> {
    const details = await look.read('iam', 'GetAccountAuthorizationDetails', {});
    const holders = holdersOf(details, managedPolicy(look.account, POLICY));
    const role = await readServiceRole(look, NAME);
    if (holders.length === 0 && role) assertMayNothingElse(details);
    return { holders, role };
  },

  evidence: ({ holders }) => ({ holders }),

  status: ({ holders }) =>
    holders.length === 0
      ? t('none')
      : t('{names}', { names: holders.map((arn) => arn.split('/').at(-1)).join(', ') }),

  handover: ({ holders }) =>
    holders.some((arn) => arn.endsWith(`:role/${NAME}`))
      ? [[t('your support role'), t('Switch role in the console: {role}', { role: NAME })]]
      : [],

  plan({ holders, role }, _, account) {
    if (holders.length > 0) return [];
    const trust = trustChanges(role, wantedRole(account));
    // A role without rights that trusts just whom it should is one that was left half-made.
    const isOthers = trust.some(({ danger }) => danger);
    return [...trust, attach(account, isOthers)];
  },
});

/** Service-linked roles are AWS's, and a role that only services take helps nobody to open a case. */
function holdersOf(details: Details, policy: string): string[] {
  const { UserDetailList = [], GroupDetailList = [], RoleDetailList = [] } = details;
  const members = new Set(UserDetailList.flatMap(({ GroupList = [] }) => GroupList));
  const all = [
    ...RoleDetailList.filter((role) => isForPeople(statements(role.AssumeRolePolicyDocument))),
    ...GroupDetailList.filter(({ GroupName = '' }) => members.has(GroupName)),
    ...UserDetailList,
  ];
  return all.flatMap(({ Arn = '', AttachedManagedPolicies = [] }) =>
    AttachedManagedPolicies.some(({ PolicyArn }) => PolicyArn === policy) ? [Arn] : [],
  );
}

/** @throws Blocked if somebody else's role of our name has rights: more people could take it with our trust policy */
function assertMayNothingElse({ RoleDetailList = [] }: Details): void {
  const role = RoleDetailList.find(({ RoleName }) => RoleName === NAME);
  const others = [...(role?.AttachedManagedPolicies ?? []), ...(role?.RolePolicyList ?? [])];
  if (others.length === 0) return;
  const policies = others.map(({ PolicyName = '' }) => PolicyName).join(', ');
  throw new Blocked(
    t('The role {name} is there already, with rights of its own: {policies}', {
      name: NAME,
      policies,
    }),
    [
      t('Delete it if nobody uses it. Or attach {policy} to another role: that will do.', {
        policy: POLICY,
      }),
    ],
  );
}

const isForPeople = (trust: Statement[]): boolean =>
  trust.some(
    ({ Effect, Principal }) =>
      Effect === 'Allow' &&
      (typeof Principal === 'string' ||
        [...asArray(Principal?.AWS), ...asArray(Principal?.Federated)].length > 0),
  );

/** It trusts the account: who may take it is then for the policies of its users, and administrators may. */
const wantedRole = (account: Account) => ({
  name: NAME,
  trust: {
    Effect: 'Allow',
    Principal: { AWS: rootArn(account) },
    Action: 'sts:AssumeRole',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
  words: WORDS,
});

const WORDS: Record<'create' | 'trust' | 'policy', Text> = {
  create: t('Create the role {name}, which administrators with MFA may use', { name: NAME }),
  trust: t('Let only people of this account who have MFA use the role {name}', { name: NAME }),
  policy: t('Let the role {name} open cases with AWS Support, and nothing else', { name: NAME }),
};

/** Somebody else may have made a role of this name for something else. */
const attach = (account: Account, isOthers: boolean): ApiCall => ({
  kind: 'call',
  summary: WORDS.policy,
  ...(isOthers && { danger: true }),
  undo: t('IAM console > Roles > {name} > Permissions > Remove', { name: NAME }),
  service: 'iam',
  operation: 'AttachRolePolicy',
  input: { RoleName: NAME, PolicyArn: managedPolicy(account, POLICY) },
});
