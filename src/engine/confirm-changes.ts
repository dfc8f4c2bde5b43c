import { accountNumber } from '../text/account-number.ts';
import { type Text, t } from '../text/text.ts';
import { ask, askInStep } from './ask.ts';
import { ourChanges } from './change.ts';
import { Leave } from './errors.ts';
import { ACCOUNT_ID, APPLY_KEY } from './questions.ts';
import type { RunState } from './run-state.ts';
import type { Change, Step } from './step.ts';

/**
 * Asks whether to make these changes. Nothing is sent, and no command runs, before this. Console and attested changes need no confirmation: each has a question of its
 * own. So has a change whose phrase is typed.
 *
 * @throws Leave if the owner says no
 */
export async function confirm(run: RunState, step: Step, changes: Change[]): Promise<void> {
  const { host } = run.context;
  host.emit({ type: 'doing', step: step.id, changes });
  const ours = ourChanges(changes);
  if (ours.length === 0) return;
  if (ours.some((change) => !change.confirmPhrase || change.danger)) await agreeTo(run, step, ours);
  if (ours.some(({ kind }) => kind !== 'local')) await confirmAccount(run, step);
}

async function agreeTo(run: RunState, step: Step, ours: Change[]): Promise<void> {
  const price = priceOf(step);
  const isDanger = ours.some(({ danger }) => danger);
  const danger = isDanger || price !== undefined;
  const yes = await askInStep(run, step, APPLY_KEY, {
    kind: 'confirm',
    role: 'confirm',
    message: isDanger
      ? t('This changes access or existing settings. Read it twice. Make these changes?')
      : price
        ? t('The price: {price}. Make these changes?', { price })
        : t('Make these changes?'),
    initial: !danger,
    ...(danger && { danger }),
  });
  if (yes) return;
  // Where somebody answers, "no" leads back to the question before: they may have meant one answer only. No to a price is no to the step.
  const isAboutPrice = price !== undefined && !isDanger;
  throw new Leave(run.context.interactive && !isAboutPrice ? 'back' : 'skip');
}

/** What an optional step costs, if it is not free. The owner agrees to it by a word of its own: Enter alone buys nothing, nor does --yes. */
export const priceOf = ({ level, cost = 'free' }: Step): Text | undefined =>
  level === 'optional' && cost !== 'free' ? cost : undefined;

/** Asked before the first write to an account that was never changed from this computer. */
export async function confirmAccount(run: RunState, step: Step): Promise<void> {
  const { account, answerStore } = run.context;
  if (account.practice || answerStore.isAccountTrusted()) return;
  const { identity, endpoint } = account;
  const { arn } = identity;
  const id = accountNumber(account.id);
  const yes = await ask(run, ACCOUNT_ID, {
    kind: 'confirm',
    role: 'confirm',
    step: step.id,
    message: endpoint
      ? t(
          'Rootlock has not changed this account before: {id} at {endpoint}, which is not AWS, signed in as {arn}. Is it yours?',
          { id, endpoint, arn },
        )
      : t('Rootlock has not changed this account before: {id}, signed in as {arn}. Is it yours?', {
          id,
          arn,
        }),
    initial: false,
    danger: true,
  });
  if (!yes) throw new Leave('quit');
  answerStore.trustAccount();
}
