import type { Account, ApiCall, ConsoleChange, Look } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import {
  readServiceRole,
  type ServiceRole,
  serviceRoleArn,
  serviceRoleChanges,
} from '../iam/service-role.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { trailCall } from '../trail/trail-calls.ts';
import { trailArn } from '../trail/trail-changes.ts';
import { bestTrail, faultsOf, TRAIL_NAME, type Trail } from '../trail/trails.ts';

/** The log group that Rootlock makes, in the home region of the trail. */
const LOG_GROUP = 'rootlock-trail';
const ROLE_NAME = 'rootlock-trail-logs';

export interface LogGroup {
  /** Days. `null`: nothing is ever deleted. */
  retention: number | null;
  isEmpty: boolean;
}

/** How the trail reaches CloudWatch Logs. */
export interface LogDelivery {
  /** The group that receives the events, now or once it is made. */
  name: string;
  /** `null` if there is none of that name. */
  group: LogGroup | null;
  /** The role of our name. */
  role: ServiceRole | null;
}

/**
 * The trail whose events are to be counted: one without faults that this account may change, and if there are several, one that
 * delivers to a log group already. Before there is one: the one that will be. `null` if it is another account's, or its log group.
 */
export function trailForAlarms(trails: Trail[], account: Account): Trail | null {
  const usable = trails.filter(
    (trail) => trail.own && faultsOf(trail).length === 0 && !isElsewhere(trail, account),
  );
  const delivering = usable.filter(({ logs }) => logs !== null);
  const chosen = bestTrail(delivering.length > 0 ? delivering : usable, account);
  if (chosen) return chosen;
  const best = bestTrail(trails, account);
  if (!best) return newTrailOf(account);
  return best.own && !isElsewhere(best, account) ? best : null;
}

/** The trail that Rootlock is to make. */
const newTrailOf = (account: Account): Trail => ({
  name: TRAIL_NAME,
  arn: trailArn(account, account.region),
  home: account.region,
  own: true,
  organization: false,
  multiRegion: true,
  globalEvents: true,
  validation: true,
  logging: false,
  events: 'all',
  leftOut: [],
  selectors: { EventSelectors: [], AdvancedEventSelectors: [] },
  bucket: '',
  prefix: '',
  lastFile: null,
  error: null,
  logs: null,
  notifies: null,
});

/** `arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*` */
const groupPart = (arn: string, at: number): string => arn.split(':')[at] ?? '';

/** Another account or region has the log group, and its filters and alarms with it. */
const isElsewhere = ({ logs, home }: Trail, { id }: Account): boolean =>
  logs !== null && (groupPart(logs.group, 3) !== home || groupPart(logs.group, 4) !== id);

/** The log group that the trail writes to, or would, and the role that CloudTrail writes as. */
export async function readLogDelivery(look: Look, { logs, home }: Trail): Promise<LogDelivery> {
  const name = logs ? groupPart(logs.group, 6) : LOG_GROUP;
  const [{ logGroups = [] }, role] = await Promise.all([
    look.read('logs', 'DescribeLogGroups', { logGroupNamePrefix: name }, home),
    readServiceRole(look, ROLE_NAME),
  ]);
  const found = logGroups.find(({ logGroupName }) => logGroupName === name);
  return {
    name,
    group: found ? { retention: found.retentionInDays ?? null, isEmpty: !found.storedBytes } : null,
    role,
  };
}

/**
 * Does the step decide how long events are kept? Only until the trail writes there: after that the owner has removed the
 * retention, or made the group. What is in a group already is not ours to delete.
 */
export const asksForRetention = ({ logs }: Trail, { group }: LogDelivery): boolean =>
  group === null || (logs === null && group.retention === null && group.isEmpty);

/** Leads the events of the trail into the log group. A group and a role of the owner's stay as they are. */
export function deliveryChanges(
  trail: Trail,
  delivery: LogDelivery,
  days: number,
  account: Account,
): (ApiCall | ConsoleChange)[] {
  const { name, group, role } = delivery;
  const { arn, home, logs } = trail;
  const groupArn = `arn:${account.partition}:logs:${home}:${account.id}:log-group:${name}`;
  const roleArn = serviceRoleArn(account, ROLE_NAME);
  const changes: ApiCall[] = [
    ...(group ? [] : [createGroup(name, home)]),
    ...(asksForRetention(trail, delivery) ? [keepFor(name, home, days)] : []),
    ...(logs && logs.role !== roleArn
      ? []
      : serviceRoleChanges(role, {
          name: ROLE_NAME,
          trust: {
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceArn': arn, 'aws:SourceAccount': account.id } },
          },
          allowed: {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: `${groupArn}:log-stream:${account.id}_CloudTrail_${home}*`,
          },
          words: {
            create: t('Create the role {role}, which lets CloudTrail reach CloudWatch Logs', {
              role: ROLE_NAME,
            }),
            trust: t('Let CloudTrail alone, for this trail, use the role {role}', {
              role: ROLE_NAME,
            }),
            policy: t('Let the role {role} write to {group}, and nothing else', {
              role: ROLE_NAME,
              group: name,
            }),
          },
        })),
  ];
  if (!logs) changes.push(deliver(trail, name, { group: `${groupArn}:*`, role: roleArn }));
  return changes.length === 0 && logs?.error ? [checkDelivery(trail, logs.error)] : changes;
}

const undoGroup = (name: string) =>
  t('CloudWatch console > Log groups > {name} > Delete', { name });

const createGroup = (name: string, region: string): ApiCall => ({
  kind: 'call',
  summary: t('Create the log group {name} in {region}', { name, region }),
  undo: undoGroup(name),
  service: 'logs',
  operation: 'CreateLogGroup',
  region,
  input: { logGroupName: name, tags: { [ROOTLOCK_TAG.Key]: ROOTLOCK_TAG.Value } },
});

const keepFor = (name: string, region: string, retentionInDays: number): ApiCall => ({
  kind: 'call',
  summary: t('Delete events from the log group {name} after {days} days', {
    name,
    days: retentionInDays,
  }),
  undo: t('CloudWatch console > Log groups > {name} > Edit retention', { name }),
  service: 'logs',
  operation: 'PutRetentionPolicy',
  region,
  input: { logGroupName: name, retentionInDays },
});

const deliver = (trail: Trail, name: string, to: { group: string; role: string }): ApiCall => ({
  ...trailCall(
    trail,
    t('Send the events of the trail {trail} to the log group {name} as well', {
      trail: trail.name,
      name,
    }),
  ),
  diff: [[t('log group of CloudWatch'), t('none'), t('{name}', { name })]],
  service: 'cloudtrail',
  operation: 'UpdateTrail',
  region: trail.home,
  input: {
    Name: trail.arn,
    CloudWatchLogsLogGroupArn: to.group,
    CloudWatchLogsRoleArn: to.role,
  },
});

/** AWS keeps the error until it writes the next events. */
const checkDelivery = ({ name, home }: Trail, error: string): ConsoleChange => ({
  kind: 'console',
  id: 'delivery',
  shownLate: true,
  summary: t('Make {name} deliver to CloudWatch Logs again: {error}', { name, error }),
  url: `https://${home}.console.aws.amazon.com/cloudtrailv2/home?region=${home}#/trails`,
  page: t('the list of trails'),
  instructions: [
    t('Open the trail {name} and look at "CloudWatch Logs".', { name }),
    t('Check that the log group is there, and that the role may write to it.'),
    t('The error goes away once AWS delivers the next events.'),
  ],
});
