import { expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { person } from '../../../steps/person/index.ts';
import { developers } from '../../support/accounts/developers.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const steps = () => person('kim').flatMap((chapter) => chapter.steps);

it.each<
  [string, NonNullable<PracticeState['users'][number]>['attached'], string | undefined, string]
>([
  ['nothing', [], undefined, 'in Developers'],
  ['AWS’s policy that denies all', [awsPolicy('AWSDenyAll')], undefined, 'denies kim everything'],
  [
    'a boundary that allows nothing of it',
    [],
    awsPolicy('IAMUserChangePassword'),
    'denies kim everything',
  ],
  [
    'AWS’s quarantine',
    [awsPolicy('AWSCompromisedKeyQuarantineV3')],
    undefined,
    'AWS has quarantined kim',
  ],
])(
  'what somebody may do is said with what takes it away: %s',
  async (_, attached, boundary, said) => {
    const state = newAccount();
    developers(state);
    const [kim] = state.users;
    if (kim) Object.assign(kim, { attached, ...(boundary && { boundary }) });
    const { rows } = await runSteps(state, steps(), { observeOnly: true });
    const row = rows.find(({ id }) => id === 'person-group');
    expect(row && say(row.status)).toContain(said);
    expect(row?.handover?.length ?? 0).toBe(said === 'in Developers' ? 0 : 1);
  },
);
