import { t } from '../text/text.ts';
import { applyChanges } from './apply-changes.ts';
import { ask, askInStep } from './ask.ts';
import { Leave, leaving } from './errors.ts';
import { questionId } from './questions.ts';
import { type Draft, offersOf, openChanges, type RunState, stateOf } from './run-state.ts';
import type { Change, Step } from './step.ts';
import { observeStep, questionsOf, refreshIfStale } from './survey.ts';

/**
 * One step from its first look to the proof: look, ask, show what will change, have it confirmed, change, look again.
 *
 * @throws Leave where the owner leaves the step
 * @throws Blocked where somebody must do something first
 */
export async function secureStep(run: RunState, step: Step): Promise<void> {
  let { seen, answersRead } = await refreshIfStale(run, step);
  if (stateOf(run, step) !== 'pending') return;
  const draft: Draft = {};
  const answered: string[] = [];
  for (;;) {
    try {
      const open = questionsOf(run, step, seen).find(([key]) => !(key in draft));
      if (open) {
        const [key, question] = open;
        draft[key] = await askInStep(run, step, key, question);
        answered.push(key);
        continue;
      }
      // What observe looks at may hang on what was just answered: look again, and ask what that adds.
      if (answered.some((key) => answersRead.has(questionId(step.id, key)))) {
        const before = questionsOf(run, step, seen).length;
        ({ seen } = await refreshIfStale(run, step));
        if (questionsOf(run, step, seen).length !== before) continue;
      }
      const changes = replan(run, step, seen, draft);
      if (changes.length === 0) return;
      await confirm(run, step, changes);
      return await applyChanges(run, step, changes, draft);
    } catch (error) {
      const last = answered.at(-1);
      if (leaving(error) !== 'back' || last === undefined) throw error;
      delete draft[last];
      answered.pop();
      ({ seen, answersRead } = await observeStep(run, step));
    }
  }
}

/** With the answers just given in place of the guesses of the survey. */
function replan(run: RunState, step: Step, seen: unknown, draft: Draft): Change[] {
  const changes = step.plan(seen, draft, run.context.account);
  run.observations.set(step.id, { ...run.observations.get(step.id), seen, changes });
  return openChanges(run, step);
}

/** Nothing is sent before this. What only the owner can do, or attests, asks by itself. */
async function confirm(run: RunState, step: Step, changes: Change[]): Promise<void> {
  const { host } = run.context;
  host.emit({ type: 'doing', step: step.id, changes });
  const sent = changes.filter(({ kind }) => kind === 'call' || kind === 'exchange');
  if (sent.length === 0) return;
  const danger = sent.some((change) => change.danger);
  const yes = await askInStep(run, step, 'apply', {
    kind: 'confirm',
    role: 'confirm',
    message: danger
      ? t('This gives or takes power. Read it twice. Make these changes?')
      : t('Make these changes?'),
    initial: !danger,
    ...(danger && { danger }),
  });
  if (!yes) throw new Leave('skip');
  await confirmAccount(run, step);
}

/** The first write to an account that this computer has not changed before. */
async function confirmAccount(run: RunState, step: Step): Promise<void> {
  const { account, answerStore } = run.context;
  if (account.practice || answerStore.isAccountTrusted()) return;
  const { id, identity } = account;
  const yes = await ask(run, 'account', {
    kind: 'confirm',
    role: 'confirm',
    step: step.id,
    message: t(
      'Rootlock has not changed this account before: {id}, signed in as {arn}. Is it yours?',
      {
        id,
        arn: identity.arn,
      },
    ),
    initial: false,
    danger: true,
  });
  if (!yes) throw new Leave('quit');
  answerStore.trustAccount();
}

/** What a secure step offers beyond that, each by the owner's own word. */
export async function takeOffers(run: RunState, step: Step): Promise<void> {
  const { host } = run.context;
  await observeStep(run, step);
  for (const offer of offersOf(run, step)) {
    host.emit({ type: 'doing', step: step.id, changes: [offer] });
    const yes = await askInStep(run, step, offer.offerId, {
      kind: 'confirm',
      role: 'offer',
      change: offer,
      message: t('Make this change?'),
      initial: false,
      ...(offer.danger && { danger: offer.danger }),
    });
    if (!yes) continue;
    await confirmAccount(run, step);
    await applyChanges(run, step, [offer]);
  }
}
