import { expect, it } from 'vitest';
import type { Question, Step } from '../../../src/engine/step.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import adminGroup from '../../../steps/admin-group.ts';
import adminUser from '../../../steps/admin-user.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { NONE } from '../../../steps/iam/owner-administrator.ts';
import { steps as keySteps, program } from '../../support/accounts/key-program.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveMachine } from '../../support/accounts/owner-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket } from '../../support/accounts/trails.ts';

const OURS = 'rootlock-trail-111122223333-us-east-1-an';

/** What the card says beside a question while each of these answers is typed, before there is one. */
async function cardAt(
  question: string,
  typed: unknown[],
  { state, steps, answers }: { state: PracticeState; steps: Step[]; answers?: object },
): Promise<string[][]> {
  let cards: string[][] = [];
  await runSteps(state, steps, {
    ...(answers && { answers: answers as Record<string, unknown> }),
    onAsk(id, { preview }: Question) {
      if (id !== question || cards.length > 0) return;
      const changesFor = preview?.changesFor as Exclude<
        Question<'text'>['preview'],
        undefined
      >['changesFor'];
      cards = typed.map((one) => changesFor(one as string).map(({ summary }) => say(summary)));
    },
  });
  return cards;
}

const NEW_TRAIL = ['Create the trail rootlock-trail', 'Start the trail rootlock-trail'];

it('the card names the bucket that is typed', async () => {
  const state = newAccount();
  giveBucket(state, 'company-logs');
  const typed = ['own-logs/team', 'company-logs', '/team', OURS];
  const [own = [], company, folder = [], ours = []] = await cardAt('cloudtrail.bucket', typed, {
    state,
    steps: [cloudtrail],
    // What an earlier run was told.
    answers: { 'cloudtrail.bucket': 'other-logs' },
  });
  expect(own[0]).toBe('Create the bucket own-logs');
  expect([folder[0], ours[0]]).toEqual(Array(2).fill(`Create the bucket ${OURS}`));
  // Nobody has looked at its settings before it is the answer: others may write to it.
  expect(company).toEqual([
    'Allow this trail to write to the bucket company-logs, and require TLS for everybody',
    ...NEW_TRAIL,
  ]);
});

it('the card makes an administrator only for an owner who says that they are nobody yet', async () => {
  const state = newAccount();
  giveMachine(state, 'terraform');
  const steps = [adminGroup, adminUser];
  const cards = await cardAt('admin-user.owner', [undefined, 'terraform', NONE], { state, steps });
  expect(cards).toEqual([
    ['Say which administrator you are: terraform, or none of them'],
    [],
    [
      'Create the group Administrators',
      'Give the group Administrators full access (AdministratorAccess)',
      'Create the user (your answer), without a password yet',
      'Add (your answer) to the group Administrators',
    ],
  ]);
});

it('the card says for how many days nothing may have used the old key', async () => {
  const state = await program({ made: 100, used: 3 }, { made: 1, used: 0 });
  const cards = await cardAt('key-old.days', [2, 30], { state, steps: keySteps() });
  expect(cards.flat()).toEqual([
    expect.stringMatching(/off, once nothing has used it for 2 days$/),
    expect.stringMatching(/off, once nothing has used it for 30 days$/),
  ]);
});

it('the card does nothing about keys that both stay, and no other question follows', async () => {
  const state = () => program({ made: 100, used: 2 }, { made: 20, used: 0 });
  const cards = await cardAt('key-old.both', ['goes', 'keep'], {
    state: await state(),
    steps: keySteps(),
  });
  expect(cards).toEqual([[expect.stringMatching(/^Switch the old key/)], []]);
  const asked: string[] = [];
  await runSteps(await state(), keySteps(), {
    answers: { 'key-old.both': 'keep' },
    onAsk: (id) => void asked.push(id),
  });
  expect(asked.filter((id) => id.startsWith('key-old'))).not.toContain('key-old.days');
});
