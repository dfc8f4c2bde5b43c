import { statements } from '../../../steps/iam/policy-document.ts';
import { Blocked } from '../../engine/errors.ts';
import type { Pieces } from '../../text/breather.ts';
import type { Pages } from './sources.ts';

type Inline = { PolicyName?: string | undefined; PolicyDocument?: string | undefined };
type Attached = { PolicyName?: string | undefined; PolicyArn?: string | undefined };

/**
 * The same without policies that are not in AWS's form: they could say anything. Each takes the place of an attached one that is not
 * among the policies, which counts as unknown.
 */
export function* withoutDamage(details: Pages): Pieces<Pages> {
  const sound: Pages = {
    UserDetailList: [],
    GroupDetailList: [],
    RoleDetailList: [],
    Policies: [],
  };
  for (const user of details.UserDetailList) {
    yield;
    const { inline, attached } = sorted(user.UserPolicyList, user.AttachedManagedPolicies);
    const own = { UserPolicyList: inline, AttachedManagedPolicies: attached };
    sound.UserDetailList.push({ ...user, ...own });
  }
  for (const group of details.GroupDetailList) {
    yield;
    const { inline, attached } = sorted(group.GroupPolicyList, group.AttachedManagedPolicies);
    const own = { GroupPolicyList: inline, AttachedManagedPolicies: attached };
    sound.GroupDetailList.push({ ...group, ...own });
  }
  for (const role of details.RoleDetailList) {
    yield;
    const { inline, attached } = sorted(role.RolePolicyList, role.AttachedManagedPolicies);
    const trust = role.AssumeRolePolicyDocument;
    sound.RoleDetailList.push({
      ...role,
      RolePolicyList: inline,
      AttachedManagedPolicies: attached,
      AssumeRolePolicyDocument: isPolicy(trust) ? trust : UNKNOWN_TRUST,
    });
  }
  for (const policy of details.Policies) {
    yield;
    const { PolicyVersionList = [] } = policy;
    if (PolicyVersionList.every((one) => !one.IsDefaultVersion || isPolicy(one.Document))) {
      sound.Policies.push(policy);
    }
  }
  return sound;
}

function sorted(inline: Inline[] = [], attached: Attached[] = []) {
  const isSound = ({ PolicyDocument }: Inline) => isPolicy(PolicyDocument);
  const damaged = inline.filter((one) => !isSound(one));
  return {
    inline: inline.filter(isSound),
    attached: [
      ...attached,
      ...damaged.map(({ PolicyName = '' }) => ({ PolicyName, PolicyArn: PolicyName })),
    ],
  };
}

/** It may let anybody in, or nobody: no condition key has this name. */
const UNKNOWN_TRUST = encodeURIComponent(
  JSON.stringify({
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'sts:AssumeRole',
      Condition: { Unseen: { 'trust policy': '' } },
    },
  }),
);

function isPolicy(encoded?: string): boolean {
  try {
    statements(encoded);
    return true;
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return false;
  }
}
