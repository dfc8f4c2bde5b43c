import type { Account, ApiCall, Look } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { type Statement, statements } from '../iam/policy-document.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { normalized } from '../trail/bucket-policy.ts';

const ROLE_NAME = 'rootlock-alerts-forwarding';

/** The statements of its trust policy, and of its own policy of our name. */
export interface ForwardingRole {
  trust: Statement[];
  policy: Statement[] | null;
}

export const forwardingRoleArn = ({ partition, id }: Account): string =>
  `arn:${partition}:iam::${id}:role/${ROLE_NAME}`;

export const defaultBus = ({ partition, id }: Account, region: string): string =>
  `arn:${partition}:events:${region}:${id}:event-bus/default`;

/** `null` if there is none. */
export async function readForwardingRole(look: Look): Promise<ForwardingRole | null> {
  const { RoleDetailList = [] } = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  const found = RoleDetailList.find(({ Arn }) => Arn === forwardingRoleArn(look.account));
  if (!found) return null;
  const own = found.RolePolicyList?.find(({ PolicyName }) => PolicyName === ROLE_NAME);
  return {
    trust: statements(found.AssumeRolePolicyDocument),
    policy: own ? statements(own.PolicyDocument) : null,
  };
}

/** EventBridge acts as it to reach the bus of another region, and may do nothing else. */
export function forwardingRoleChanges(
  role: ForwardingRole | null,
  account: Account,
  hub: string,
): ApiCall[] {
  const trust: Statement = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:SourceAccount': account.id } },
  };
  const allowed: Statement = {
    Effect: 'Allow',
    Action: 'events:PutEvents',
    Resource: defaultBus(account, hub),
  };
  const changes: ApiCall[] = [];
  if (!role) changes.push(createRole(trust));
  else if (!isJust(role.trust, trust)) changes.push(replaceTrust(trust));
  if (!role?.policy || !isJust(role.policy, allowed)) {
    changes.push(putPolicy(allowed, hub, Boolean(role?.policy)));
  }
  return changes;
}

const isJust = (found: Statement[], wanted: Statement): boolean => {
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 && sameText(only) === sameText(wanted);
};

const sameText = (statement: Statement): string => normalized(statement as never);

const documentOf = (statement: Statement): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

const createRole = (trust: Statement): ApiCall => ({
  kind: 'call',
  summary: t('Create the role {name}, by which events reach the region of the alerts', {
    name: ROLE_NAME,
  }),
  undo: t('IAM console > Roles > {name} > Delete', { name: ROLE_NAME }),
  service: 'iam',
  operation: 'CreateRole',
  input: {
    RoleName: ROLE_NAME,
    AssumeRolePolicyDocument: documentOf(trust),
    Tags: [ROOTLOCK_TAG],
  },
});

const replaceTrust = (trust: Statement): ApiCall => ({
  kind: 'call',
  summary: t('Let EventBridge alone, for this account, use the role {name}', { name: ROLE_NAME }),
  danger: true,
  undo: t('IAM console > Roles > {name} > Trust relationships > Edit', { name: ROLE_NAME }),
  service: 'iam',
  operation: 'UpdateAssumeRolePolicy',
  input: { RoleName: ROLE_NAME, PolicyDocument: documentOf(trust) },
});

const putPolicy = (allowed: Statement, region: string, isThere: boolean): ApiCall => ({
  kind: 'call',
  summary: t('Let the role {name} send events to {region}, and nothing else', {
    name: ROLE_NAME,
    region,
  }),
  ...(isThere && {
    danger: true,
    undo: t('IAM console > Roles > {name} > Permissions > Edit', { name: ROLE_NAME }),
  }),
  service: 'iam',
  operation: 'PutRolePolicy',
  input: {
    RoleName: ROLE_NAME,
    PolicyName: ROLE_NAME,
    PolicyDocument: documentOf(allowed),
  },
});
