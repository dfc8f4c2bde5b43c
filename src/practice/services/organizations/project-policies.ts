import { declarationsOf } from '../../../aws/operations.ts';
import type { ServiceCall } from '../../http/serve.ts';
import type { PracticeState } from '../../state/account-state.ts';
import { matchesWildcards } from '../conditions.ts';
import { callerArn } from '../iam-arns.ts';
import { Refusal } from '../operation-table.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * What the service control policies of a project deny anywhere. Those for roles below `/managed/` are not played. Source: AWS Account
 * Management, "Managed policies for your organization" (`BlockOrgEscape`, `BlockAccountManagementAPIs` and the following).
 */
const DENIED = words(`
  account:AcceptPrimaryEmailUpdate account:CloseAccount account:DeleteAlternateContact account:DisableRegion
  account:EnableRegion account:GetAlternateContact account:GetContactInformation
  account:GetGovCloudAccountInformation account:GetRegionOptStatus account:PutAccountName
  account:PutAlternateContact account:PutContactInformation account:StartPrimaryEmailUpdate billing:*
  notifications-contacts:* notifications:AssociateChannel notifications:CreateEventRule
  notifications:CreateNotificationConfiguration notifications:GetFeatureOptInStatus
  notifications:GetNotificationConfiguration notifications:ListChannels notifications:ListEventRules
  notifications:ListNotificationConfigurations notifications:ListNotificationEvents notifications:ListNotificationHubs
  notifications:RegisterNotificationHub organizations:AcceptHandshake organizations:LeaveOrganization
  sso:CreateInstance
`);

/** All that is allowed in us-east-1 and us-west-2, of the services that a step may call. From the same page (`UsEast1Partitional`). */
const ALLOWED: Record<string, string[]> = {
  'us-east-1': words(`
    account:* budgets:* ce:* cloudfront:* cloudtrail:LookupEvents cloudwatch:BatchGet* cloudwatch:Describe*
    cloudwatch:GenerateQuery cloudwatch:Get* cloudwatch:List* ec2:DescribeRegions freetier:* health:* iam:*
    identitystore:* invoicing:* kms:CreateGrant kms:Decrypt kms:DescribeKey kms:ListAliases logs:* organizations:*
    pricing:* route53:* s3:GetBucketLocation s3:ListAllMyBuckets servicequotas:* signin:* sso:* sts:* support:*
    tax:* trustedadvisor:* waf:* wafv2:*
  `),
  'us-west-2': words(`
    cloudtrail:LookupEvents health:* identitystore:* kms:Decrypt kms:DescribeKey kms:ListAliases servicequotas:*
    sso:* support:* trustedadvisor:*
  `),
};

/** @throws Refusal if AWS's policies forbid the call in a project */
export async function refuseInProject(
  state: PracticeState,
  { service, operation, region }: ServiceCall,
  caller: string,
): Promise<void> {
  const { id = '', managementAccount, projectRegion } = state.organization ?? {};
  const { reads, writes } = await declarationsOf(service);
  const { actions = [`${service}:${operation}`] } = reads[operation] ?? writes[operation] ?? {};
  const isIn = (list: string[], action: string) =>
    list.some((one) => matchesWildcards(one, action));
  const action = actions.find(
    (one) => isIn(DENIED, one) || (region !== projectRegion && !isIn(ALLOWED[region] ?? [], one)),
  );
  if (action === undefined) return;
  const policy = `arn:aws:organizations::${managementAccount}:policy/${id}/service_control_policy/p-project`;
  throw new Refusal(
    'AccessDenied',
    403,
    `User: ${callerArn(state, caller)} is not authorized to perform: ${action} on resource: * with an explicit deny in a service control policy: ${policy}`,
  );
}
