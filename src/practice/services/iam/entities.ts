import type { Group, Policy, PracticeState, Role, User } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import { managedPolicies } from './managed-policies.ts';
import { isSameName, noSuchEntity } from './validation.ts';

/** Finds a user by name. Refuses with NoSuchEntity if there is none. */
export function findUser({ users }: PracticeState, name: string): User {
  const user = users.find((other) => isSameName(other.name, name));
  if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}

/** Finds a group by name. Refuses with NoSuchEntity if there is none. */
export function findGroup({ groups }: PracticeState, name: string): Group {
  const group = groups.find((other) => isSameName(other.name, name));
  if (!group) throw noSuchEntity(`The group with name ${name} cannot be found.`);
  return group;
}

/** Finds a role by name. Refuses with NoSuchEntity if there is none. */
export function findRole({ roles }: PracticeState, name: string): Role {
  const role = roles.find((other) => isSameName(other.name, name));
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

/** Finds an AWS managed policy, or one of the account, by ARN. */
export function findPolicy(state: PracticeState, policyArn: string): Policy {
  const policy =
    managedPolicies[policyArn] ??
    state.policies.find((other) => iamArn(state, 'policy', other) === policyArn);
  if (!policy) throw noSuchEntity(`Policy ${policyArn} does not exist or is not attachable.`);
  return policy;
}

/**
 * Documents travel as JSON, percent-encoded by RFC 3986. It leaves fewer characters as they are than JavaScript's
 * encoding.
 */
export const encodeDocument = (document: string): string =>
  encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
