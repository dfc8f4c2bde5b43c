import type { PracticeState } from '../state/account-state.ts';

type Kind = 'user' | 'group' | 'role' | 'policy' | 'mfa' | 'instance-profile';

export const iamArn = (
  { id }: PracticeState,
  kind: Kind,
  { path, name }: { path: string; name: string },
) => `arn:aws:iam::${id}:${kind}${path}${name}`;

export const rootArn = ({ id }: PracticeState): string => `arn:aws:iam::${id}:root`;

/** `id`: of a user, or of a role in a session. Any other is the root user. */
export function callerArn(state: PracticeState, id: string): string {
  const user = state.users.find((one) => one.id === id);
  if (user) return iamArn(state, 'user', user);
  const role = state.roles.find((one) => one.id === id);
  return role
    ? `arn:aws:sts::${state.id}:assumed-role/${role.name}/practice-owner`
    : rootArn(state);
}
