import type { LogGroup, PracticeState } from '../../state/account-state.ts';
import { badRequest, type CallContext } from '../operation-table.ts';

export const invalidParameter = (message: string) =>
  badRequest('InvalidParameterException', message);

/** With `:*` at its end it means all that is in the group. */
export const logGroupArn = ({ id }: PracticeState, { region, name }: LogGroup): string =>
  `arn:aws:logs:${region}:${id}:log-group:${name}`;

/** API reference, CreateLogGroup: 1 to 512 letters, digits and `. - _ / #`. */
export function groupName(name = ''): string {
  if (/^[\w./#-]{1,512}$/.test(name)) return name;
  throw invalidParameter(`Value '${name}' at 'logGroupName' failed to satisfy constraint.`);
}

/** Finds a group of the call's region. */
export function findGroup(given: string | undefined, { state, region }: CallContext): LogGroup {
  const name = groupName(given);
  const group = state.logGroups.find((one) => one.region === region && one.name === name);
  if (group) return group;
  throw badRequest('ResourceNotFoundException', 'The specified log group does not exist.');
}
