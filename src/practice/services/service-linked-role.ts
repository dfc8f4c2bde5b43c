import { newId } from '../ids.ts';
import type { PracticeState } from '../state/account-state.ts';

/** The role that a service of AWS makes for itself at its first use. Nothing if it is there. */
export function giveServiceLinkedRole(
  state: PracticeState,
  now: Date,
  { name, service, policy }: { name: string; service: string; policy: string },
): void {
  if (state.roles.some((role) => role.name === name)) return;
  const Principal = { Service: `${service}.amazonaws.com` };
  state.roles.push({
    id: newId('AROA'),
    name,
    path: `/aws-service-role/${service}.amazonaws.com/`,
    created: now.toISOString(),
    trust: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
    }),
    inline: {},
    attached: [`arn:aws:iam::aws:policy/aws-service-role/${policy}`],
    tags: [],
  });
}
