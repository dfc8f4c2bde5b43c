import { isAboutEverything } from '../../../steps/iam/administrator-rights.ts';
import { statements } from '../../../steps/iam/policy-document.ts';
import { effectsOf } from '../../../steps/iam/policy-evaluation.ts';
import type { Output } from '../../aws/operations.ts';
import { Blocked } from '../../engine/errors.ts';

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;
type Attached = { PolicyArn?: string | undefined; PolicyName?: string | undefined }[] | undefined;
type Inline =
  | { PolicyName?: string | undefined; PolicyDocument?: string | undefined }[]
  | undefined;

export type Kind = 'user' | 'group' | 'role';

/** A policy that somebody has. */
export interface HeldPolicy {
  name: string;
  /** Of a managed policy. Inline ones have none. */
  arn?: string;
  /** Who has it: the subject itself, or one of its groups. */
  holder: { kind: Kind; name: string };
  /** Its JSON as AWS keeps it, with its own line breaks. Absent if AWS did not give it. */
  text?: string;
}

/** Somebody whose rights AWS can simulate. */
export interface Subject {
  /** `kim`, `group/Developers`, `role/release`. */
  key: string;
  kind: Kind;
  name: string;
  arn: string;
  /** Milliseconds. */
  created?: number;
  groups: string[];
  /** Absent if the account's list could not be read. */
  policies?: HeldPolicy[];
  boundary?: HeldPolicy;
}

export const keyOf = (kind: Kind, name: string): string =>
  kind === 'user' ? name : `${kind}/${name}`;

/** Roles of AWS's own services belong to nobody in the account. */
const OF_A_SERVICE = '/aws-service-role/';

/** Users, groups and roles, in this order, with their policies. `documents`: what each managed policy says, by its ARN. */
export function subjectsIn(details: Details): {
  subjects: Subject[];
  documents: Map<string, string>;
  serviceRoles: number;
} {
  const documents = documentsIn(details);
  const managed = (holder: HeldPolicy['holder'], attached: Attached = []): HeldPolicy[] =>
    attached.map(({ PolicyArn: arn = '', PolicyName }) =>
      held(PolicyName ?? nameIn(arn), holder, documents.get(arn), arn),
    );
  const policiesOf = (kind: Kind, name: string, attached: Attached, inline: Inline = []) => [
    ...managed({ kind, name }, attached),
    ...inline.map(({ PolicyName = '', PolicyDocument }) =>
      held(PolicyName, { kind, name }, decoded(PolicyDocument)),
    ),
  ];
  const limits = (kind: Kind, name: string, arn: string | undefined) =>
    arn === undefined
      ? {}
      : { boundary: held(nameIn(arn), { kind, name }, documents.get(arn), arn) };

  const { UserDetailList = [], GroupDetailList = [], RoleDetailList = [] } = details;
  const groups = GroupDetailList.map((group): Subject => {
    const name = group.GroupName ?? '';
    const { AttachedManagedPolicies, GroupPolicyList } = group;
    const policies = policiesOf('group', name, AttachedManagedPolicies, GroupPolicyList);
    return { ...base('group', name, group), groups: [], policies };
  });
  const groupNamed = new Map(groups.map((group) => [group.name, group]));
  const users = UserDetailList.map((user): Subject => {
    const name = user.UserName ?? '';
    const own = policiesOf('user', name, user.AttachedManagedPolicies, user.UserPolicyList);
    const of = user.GroupList ?? [];
    const inherited = of.flatMap((group) => groupNamed.get(group)?.policies ?? []);
    return {
      ...base('user', name, user),
      groups: of,
      policies: [...own, ...inherited],
      ...limits('user', name, user.PermissionsBoundary?.PermissionsBoundaryArn),
    };
  });
  const ownRoles = RoleDetailList.filter(({ Path }) => !Path?.startsWith(OF_A_SERVICE));
  const roles = ownRoles.map((role): Subject => {
    const name = role.RoleName ?? '';
    return {
      ...base('role', name, role),
      groups: [],
      policies: policiesOf('role', name, role.AttachedManagedPolicies, role.RolePolicyList),
      ...limits('role', name, role.PermissionsBoundary?.PermissionsBoundaryArn),
    };
  });
  return {
    subjects: [...users, ...groups, ...roles],
    documents,
    serviceRoles: RoleDetailList.length - ownRoles.length,
  };
}

const base = (
  kind: Kind,
  name: string,
  { Arn = '', CreateDate }: { Arn?: string | undefined; CreateDate?: Date | undefined },
) => ({
  key: keyOf(kind, name),
  kind,
  name,
  arn: Arn,
  ...(CreateDate && { created: CreateDate.getTime() }),
});

const held = (
  name: string,
  holder: HeldPolicy['holder'],
  text: string | undefined,
  arn?: string,
): HeldPolicy => ({ name, holder, ...(arn && { arn }), ...(text !== undefined && { text }) });

/** The name of what an ARN is about, without its path. */
export const nameIn = (arn: string): string => arn.split('/').at(-1) ?? arn;

function documentsIn({ Policies = [] }: Details): Map<string, string> {
  const found = new Map<string, string>();
  for (const { Arn = '', PolicyVersionList = [] } of Policies) {
    const version = PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
    const text = decoded(version?.Document);
    if (text !== undefined) found.set(Arn, text);
  }
  return found;
}

/** Documents travel percent-encoded (RFC 3986). `undefined` if one arrived damaged. */
export function decoded(document: string | undefined): string | undefined {
  try {
    return document === undefined ? undefined : decodeURIComponent(document);
  } catch {
    return undefined;
  }
}

/** The statements of a policy's JSON. `undefined` if it is not known, or no policy. */
export function statementsIn(text: string | undefined) {
  if (text === undefined) return undefined;
  try {
    return statements(encodeURIComponent(text));
  } catch (error) {
    // Encoding throws on half of a pair of surrogates.
    if (error instanceof Blocked || error instanceof URIError) return undefined;
    throw error;
  }
}

const parsed = new WeakMap<HeldPolicy, ReturnType<typeof statementsIn>>();

/** Members of a group share its policies. */
function statementsOf(policy: HeldPolicy) {
  if (!parsed.has(policy)) parsed.set(policy, statementsIn(policy.text));
  return parsed.get(policy);
}

/**
 * Does a policy allow everything? `but-denied`: a policy also denies something. `in-boundary`: as far as the boundary allows.
 * `undefined`: not all policies could be read.
 */
export type Everything = 'yes' | 'but-denied' | 'in-boundary' | 'on-a-condition' | 'no';

export function everythingOf({ policies, boundary }: Subject): Everything | undefined {
  const all = policies?.map(statementsOf) ?? [undefined];
  const known = all.flatMap((one) => one ?? []);
  const [allows, denies] = [
    effectsOf(known, 'Allow').filter(isAboutEverything),
    effectsOf(known, 'Deny'),
  ];
  if (denies.some((one) => isAboutEverything(one) && !one.Condition)) return 'no';
  if (!allows.some((one) => !one.Condition)) {
    if (all.includes(undefined)) return undefined;
    return allows.length > 0 ? 'on-a-condition' : 'no';
  }
  if (boundary && !isUnlimiting(boundary)) return 'in-boundary';
  return denies.length > 0 ? 'but-denied' : 'yes';
}

/** A boundary that allows less, or could not be read, is no right to do everything. */
const isUnlimiting = (boundary: HeldPolicy): boolean =>
  ['yes', 'but-denied'].includes(
    everythingOf({ key: '', kind: 'user', name: '', arn: '', groups: [], policies: [boundary] }) ??
      'no',
  );

/** May they do everything, but for what a policy denies? */
export const mayDoEverything = (subject: Subject): boolean =>
  ['yes', 'but-denied'].includes(everythingOf(subject) ?? 'no');
