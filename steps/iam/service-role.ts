import type { Account, ApiCall, Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { normalized } from '../trail/bucket-policy.ts';
import { type Statement, statements } from './policy-document.ts';

/** The statements of its trust policy, and of its own policy of the same name. */
export interface ServiceRole {
  trust: Statement[];
  policy: Statement[] | null;
}

/** A role that a service of AWS acts as. `trust` and `allowed` are all that it has. */
export interface WantedRole {
  name: string;
  trust: Statement;
  allowed: Statement;
  /** What each change is called. */
  words: { create: Text; trust: Text; policy: Text };
}

export const serviceRoleArn = ({ partition, id }: Account, name: string): string =>
  `arn:${partition}:iam::${id}:role/${name}`;

/** `null` if there is none. */
export async function readServiceRole(look: Look, name: string): Promise<ServiceRole | null> {
  const { RoleDetailList = [] } = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  const found = RoleDetailList.find(({ Arn }) => Arn === serviceRoleArn(look.account, name));
  if (!found) return null;
  const own = found.RolePolicyList?.find(({ PolicyName }) => PolicyName === name);
  return {
    trust: statements(found.AssumeRolePolicyDocument),
    policy: own ? statements(own.PolicyDocument) : null,
  };
}

/** Makes the role, or completes it. */
export function serviceRoleChanges(role: ServiceRole | null, wanted: WantedRole): ApiCall[] {
  const changes = trustChanges(role, wanted);
  if (!role?.policy || !isJust(role.policy, wanted.allowed)) {
    changes.push(putPolicy(wanted, Boolean(role?.policy)));
  }
  return changes;
}

/** Makes the role without any permission, or has it trust just whom it should. */
export function trustChanges(
  role: Pick<ServiceRole, 'trust'> | null,
  wanted: Pick<WantedRole, 'name' | 'trust' | 'words'>,
): ApiCall[] {
  if (!role) return [createRole(wanted)];
  return isJust(role.trust, wanted.trust) ? [] : [replaceTrust(wanted)];
}

const isJust = (found: Statement[], wanted: Statement): boolean => {
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 && sameText(only) === sameText(wanted);
};

const sameText = (statement: Statement): string => normalized(statement as never);

const documentOf = (statement: Statement): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

const createRole = ({ name, trust, words }: Parameters<typeof trustChanges>[1]): ApiCall => ({
  kind: 'call',
  summary: words.create,
  undo: t('IAM console > Roles > {name} > Delete', { name }),
  service: 'iam',
  operation: 'CreateRole',
  input: { RoleName: name, AssumeRolePolicyDocument: documentOf(trust), Tags: [ROOTLOCK_TAG] },
});

const replaceTrust = ({ name, trust, words }: Parameters<typeof trustChanges>[1]): ApiCall => ({
  kind: 'call',
  summary: words.trust,
  danger: true,
  undo: t('IAM console > Roles > {name} > Trust relationships > Edit', { name }),
  service: 'iam',
  operation: 'UpdateAssumeRolePolicy',
  input: { RoleName: name, PolicyDocument: documentOf(trust) },
});

const putPolicy = ({ name, allowed, words }: WantedRole, isThere: boolean): ApiCall => ({
  kind: 'call',
  summary: words.policy,
  ...(isThere && {
    danger: true,
    undo: t('IAM console > Roles > {name} > Permissions > Edit', { name }),
  }),
  service: 'iam',
  operation: 'PutRolePolicy',
  input: { RoleName: name, PolicyName: name, PolicyDocument: documentOf(allowed) },
});
