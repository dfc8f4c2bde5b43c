import type { Group, Policy, PracticeState, User } from '../../fresh-account.ts';
import { absent, isSameName } from '../validation.ts';
import { managedPolicies } from './managed-policies.ts';

type Kind = 'user' | 'group' | 'role' | 'policy' | 'mfa';

export const arn = (
  { id }: PracticeState,
  kind: Kind,
  { path, name }: { path: string; name: string },
) => `arn:aws:iam::${id}:${kind}${path}${name}`;

export const rootArn = ({ id }: PracticeState): string => `arn:aws:iam::${id}:root`;

export function userOf({ users }: PracticeState, name: string): User {
  const user = users.find((other) => isSameName(other.name, name));
  if (!user) throw absent(`The user with name ${name} cannot be found.`);
  return user;
}

export function groupOf({ groups }: PracticeState, name: string): Group {
  const group = groups.find((other) => isSameName(other.name, name));
  if (!group) throw absent(`The group with name ${name} cannot be found.`);
  return group;
}

/** AWS's own policies and the account's, by ARN. */
export function policyOf(state: PracticeState, policyArn: string): Policy {
  const policy =
    managedPolicies[policyArn] ??
    state.policies.find((other) => arn(state, 'policy', other) === policyArn);
  if (!policy) throw absent(`Policy ${policyArn} does not exist or is not attachable.`);
  return policy;
}

/** Documents travel as JSON in the percent-encoding of RFC 3986, which leaves fewer characters alone than JavaScript's. */
export const encoded = (document: string): string =>
  encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
