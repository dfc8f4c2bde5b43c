import { parsePolicy } from '../../../steps/iam/policy-document.ts';
import { ROOTLOCK_TAG } from '../../../steps/shared/arns-and-tags.ts';
import type { Output } from '../../aws/operations.ts';
import type { Request } from '../../engine/step.ts';
import { type Command, given, type TerraformBlock } from '../inventory.ts';

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;
export type UserDetail = NonNullable<Details['UserDetailList']>[number];
export type GroupDetail = NonNullable<Details['GroupDetailList']>[number];
export type RoleDetail = NonNullable<Details['RoleDetailList']>[number];
export type PolicyDetail = NonNullable<Details['Policies']>[number];

/** A policy as IAM gives it: JSON, percent-encoded. */
export const decoded = (encoded = '{}') =>
  parsePolicy(() => JSON.parse(decodeURIComponent(encoded)));

/** Tags as CloudFormation and most services write them. */
export const tagPairs = (tags: Record<string, string> = {}): { Key: string; Value: string }[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** What Terraform writes for a list of tags. `undefined` if there is none. */
export const tagMap = (
  tags: { Key?: string | undefined; Value?: string | undefined }[] = [],
): Record<string, string> | undefined =>
  tags.length === 0
    ? undefined
    : Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));

/** The tags of a thing whose tags nobody has read: Rootlock tags what it makes, and all of it is named so. */
export const tagsByName = (name: string): (typeof ROOTLOCK_TAG)[] =>
  name.startsWith('rootlock-') ? [ROOTLOCK_TAG] : [];

/** Terraform must leave tags alone that nobody has read. */
export const TAGS = ['tags', 'tags_all'];

/** What gives a group, a user or a role its rights, in each form. */
export function rightsOf(
  of: 'Group' | 'User' | 'Role',
  name: string,
  { attached = [], inline = [] }: { attached: Attached; inline: UserDetail['UserPolicyList'] },
) {
  const arns = attached.map(({ PolicyArn = '' }) => PolicyArn);
  const documents = inline.map(({ PolicyName = '', PolicyDocument }) => ({
    PolicyName,
    PolicyDocument: decoded(PolicyDocument),
  }));
  const member = of.toLowerCase();
  const nameOf = { [`${of}Name`]: name };
  const request = (operation: string, input: object) =>
    ({ service: 'iam', operation, input: { ...nameOf, ...input } }) as unknown as Request;
  return {
    blocks: [
      ...arns.map(
        (arn): TerraformBlock => ({
          type: `aws_iam_${member}_policy_attachment`,
          name: `${name}_${arn.split('/').at(-1)}`,
          importId: `${name}/${arn}`,
          body: { [member]: name, policy_arn: arn },
        }),
      ),
      ...documents.map(
        ({ PolicyName, PolicyDocument }): TerraformBlock => ({
          type: `aws_iam_${member}_policy`,
          name: `${name}_${PolicyName}`,
          importId: `${name}:${PolicyName}`,
          body: { [member]: name, name: PolicyName, policy: JSON.stringify(PolicyDocument) },
        }),
      ),
    ],
    properties: given({ ManagedPolicyArns: arns, Policies: documents }),
    commands: [
      ...arns.map((PolicyArn): Command => request(`Attach${of}Policy`, { PolicyArn })),
      ...documents.map(
        ({ PolicyName, PolicyDocument }): Command =>
          request(`Put${of}Policy`, { PolicyName, PolicyDocument: JSON.stringify(PolicyDocument) }),
      ),
    ],
  };
}

type Attached = UserDetail['AttachedManagedPolicies'];
