import type { Account, ApiCall } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { type ServiceRole, serviceRoleArn, serviceRoleChanges } from '../iam/service-role.ts';

export const FORWARDING_ROLE = 'rootlock-alerts-forwarding';

export const forwardingRoleArn = (account: Account): string =>
  serviceRoleArn(account, FORWARDING_ROLE);

/** The ARN of the event bus that AWS sends a region's events to. */
export const defaultBus = ({ partition, id }: Account, region: string): string =>
  `arn:${partition}:events:${region}:${id}:event-bus/default`;

/** EventBridge acts as it to reach the bus of another region, and may do nothing else. */
export function forwardingRoleChanges(
  role: ServiceRole | null,
  account: Account,
  hub: string,
): ApiCall[] {
  const name = FORWARDING_ROLE;
  return serviceRoleChanges(role, {
    name,
    trust: {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': account.id } },
    },
    allowed: {
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Resource: defaultBus(account, hub),
    },
    words: {
      create: t('Create the role {name}, which brings events to the region of the alerts', {
        name,
      }),
      trust: t('Let EventBridge alone, for this account, use the role {name}', { name }),
      policy: t('Let the role {name} send events to {region}, and nothing else', {
        name,
        region: hub,
      }),
    },
  });
}
