import type { PracticeState, Trail } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import { logGroupArn } from '../logs/find-group.ts';
import { badRequest, type CallContext } from '../operation-table.ts';
import { evaluate, parseStatements } from '../policy-language.ts';
import { trailArn } from './find-trail.ts';

interface Wanted {
  CloudWatchLogsLogGroupArn?: string | undefined;
  CloudWatchLogsRoleArn?: string | undefined;
}

/** Sets where the trail delivers besides its bucket. An empty member ends it, an omitted one leaves it. Recorded from a real account. */
export function deliverToLogs(trail: Trail, wanted: Wanted, call: CallContext): void {
  const { CloudWatchLogsLogGroupArn: group, CloudWatchLogsRoleArn: role } = wanted;
  if (group === '' || role === '') {
    delete trail.logs;
    return;
  }
  if (group === undefined && role === undefined) return;
  const logs = { group: group ?? trail.logs?.group ?? '', role: role ?? trail.logs?.role ?? '' };
  if (!hasGroup(call.state, trail, logs.group)) {
    throw badRequest(
      'InvalidCloudWatchLogsLogGroupArnException',
      'CloudTrail cannot validate the specified log group ARN.',
    );
  }
  // CloudTrail sees a new role, and its policy, as late as any reader.
  if (
    logsError(call.state, { ...trail, logs }) ||
    logsError(call.propagatedState(), { ...trail, logs })
  ) {
    throw badRequest(
      'InvalidCloudWatchLogsRoleArnException',
      'Access denied. Check the permissions for your role.',
    );
  }
  trail.logs = logs;
}

/** What is wrong with the delivery to the log group, if anything is. */
export function logsError(state: PracticeState, trail: Trail): string | undefined {
  const { logs, region } = trail;
  if (!logs) return undefined;
  if (!hasGroup(state, trail, logs.group)) return 'The specified log group does not exist.';
  const role = state.roles.find((one) => iamArn(state, 'role', one) === logs.role);
  const context = { 'aws:SourceArn': trailArn(state, trail), 'aws:SourceAccount': state.id };
  const trust = role
    ? evaluate(
        parseStatements(role.trust).map((one) => ({ ...one, Resource: '*' })),
        { action: 'sts:AssumeRole', resource: '*', service: 'cloudtrail.amazonaws.com', context },
      )
    : 'implicitDeny';
  const stream = `${logs.group.replace(/:\*$/, '')}:log-stream:${state.id}_CloudTrail_${region}`;
  const rights = Object.values(role?.inline ?? {}).flatMap(parseStatements);
  const mayWrite = ['logs:CreateLogStream', 'logs:PutLogEvents'].every(
    (action) => evaluate(rights, { action, resource: stream, context: {} }) === 'allowed',
  );
  return trust === 'allowed' && mayWrite
    ? undefined
    : 'Access denied. Check the permissions for your role.';
}

/** The group is one of the trail's home region, and the ARN names all that is in it. */
const hasGroup = (state: PracticeState, { region }: Trail, arn: string): boolean =>
  state.logGroups.some((one) => one.region === region && `${logGroupArn(state, one)}:*` === arn);
