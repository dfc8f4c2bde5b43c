import type { Row } from '../../../src/engine/step.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import everyonesMfa from '../../../steps/everyones-mfa.ts';
import { REQUIRE_MFA, requireMfaDocument } from '../../../steps/people/require-mfa-policy.ts';
import requireMfa from '../../../steps/require-mfa.ts';
import { NOW } from './new-account.ts';
import { giveGroup, giveUser } from './people.ts';
import { runSteps } from './run-steps.ts';

/** Two developers with MFA, kim and lee. */
export function developers(state: PracticeState): void {
  giveGroup(state, 'Developers', 'PowerUserAccess');
  for (const name of ['kim', 'lee']) {
    giveUser(state, name, { signsIn: true, mfa: true, groups: ['Developers'] });
  }
}

/** A policy of the account's own: the one that requires MFA, unless told otherwise. */
export function givePolicy(
  state: PracticeState,
  name = REQUIRE_MFA,
  document = requireMfaDocument({ partition: 'aws' }),
): void {
  const id = 'ANPAREQUIREMFA00000001';
  state.policies.push({ id, name, path: '/', created: NOW.toISOString(), document });
}

/** Developers, of whom kim tries the policy. */
export function trying(state: PracticeState): void {
  developers(state);
  givePolicy(state);
  const policyArn = `arn:aws:iam::${state.id}:policy/${REQUIRE_MFA}`;
  state.users[0]?.attached.push(policyArn);
}

/** CloudTrail shows when kim got the policy. */
export function recordTrial(state: PracticeState): void {
  const policyArn = `arn:aws:iam::${state.id}:policy/${REQUIRE_MFA}`;
  state.events.push({
    id: '0b5e0000-0000-4000-8000-000000000002',
    at: NOW.toISOString(),
    region: 'us-east-1',
    source: 'iam.amazonaws.com',
    name: 'AttachUserPolicy',
    user: { id: state.id, name: 'root' },
    detail: { requestParameters: { userName: 'kim', policyArn } },
  });
}

/** The row of require-mfa, as a look finds it. */
export async function lookAtRequireMfa(
  state: PracticeState,
  more: Parameters<typeof runSteps>[2] = {},
) {
  const steps = [everyonesMfa, requireMfa];
  const { rows, calls, seen } = await runSteps(state, steps, { observeOnly: true, ...more });
  const row = rows.find(({ id }) => id === requireMfa.id);
  if (!row) throw new Error('no row');
  return { ...row, calls, seen: seen[requireMfa.id] };
}

/** What is planned, in words. */
export const plannedIn = ({ changes }: Pick<Row, 'changes'>): string[] =>
  changes.map(({ summary, gated, offerId, danger }) =>
    [
      say(summary),
      ...(gated ? ['later'] : []),
      ...(offerId ? ['offer'] : []),
      ...(danger ? ['danger'] : []),
    ].join(' | '),
  );
