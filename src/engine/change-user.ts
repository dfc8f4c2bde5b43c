import { t } from '../text/text.ts';
import { ask } from './ask.ts';
import { Blocked, leaving } from './errors.ts';
import { openSteps } from './next-step.ts';
import { withReauthentication } from './reauthenticate.ts';
import type { RunState } from './run-state.ts';
import type { Step, Text } from './step.ts';
import { stateOf } from './step-state.ts';
import { refreshIfStale } from './survey.ts';

/** Milliseconds between two looks whether AWS shows the sign-in. A look takes seconds, and AWS some minutes. */
const LOOK_EVERY_MS = 60_000;

/** The step of a sign-in that AWS has not shown yet, if it is time to look for it again. */
export function awaitedSignIn({ standby, context }: RunState): Step[] {
  if (!standby) return [];
  const now = context.reads().clock();
  if (now - standby.lookedAt < LOOK_EVERY_MS) return [];
  standby.lookedAt = now;
  return [standby.step];
}

/**
 * Offers, once, to go on as the user whose sign-in is proven, and to sign root out. Does not if all that is left to do needs root.
 *
 * @throws Leave('quit') if the owner stops
 */
export async function offerToChangeUser(run: RunState): Promise<void> {
  const { standby } = run;
  // Somebody else may have signed in since, when root's session ended.
  if (!standby || run.context.account.identity.kind !== 'root') return;
  if (stateOf(run, standby.step) !== 'secure') return;
  if (openSteps(run).every((step) => rootReason(run, step))) return;
  run.standby = undefined;
  const { user, takeOver } = standby;
  let message = t(
    'Your sign-in as {user} is proven. Go on as {user}, and sign the root user out on this computer? A program that already has the keys of this session can use them for up to 15 minutes more. Rootlock asks for root again only where AWS demands it.',
    { user },
  );
  while (await agrees(run, message)) {
    try {
      await takeOver();
      return run.invalidate();
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      message = t('{why} You are still signed in as the root user. Try again to go on as {user}?', {
        why: error.text,
        user,
      });
    }
  }
}

/** Enter alone is no yes. */
async function agrees(run: RunState, message: Text): Promise<boolean> {
  try {
    return await ask(run, 'sign-in.change-user', {
      kind: 'confirm',
      role: 'sign-in',
      message,
      initial: false,
      danger: true,
    });
  } catch (error) {
    if (['back', 'skip'].includes(leaving(error) ?? '')) return false;
    throw error;
  }
}

/** Does some work for a step, as the root user if it needs root and the owner signs in as root for it. */
export async function asNeeded(
  run: RunState,
  step: Step,
  work: () => Promise<void>,
): Promise<void> {
  const { account, becomeRoot } = run.context;
  if (!becomeRoot || !step.needsRoot || account.identity.kind === 'root') return work();
  await withReauthentication(run, () => refreshIfStale(run, step));
  const why = stateOf(run, step) === 'pending' ? rootReason(run, step) : undefined;
  if (!why) return work();
  const goBack = await becomeRoot(why);
  // Somebody took time to answer, or somebody else looks now.
  run.invalidate();
  if (!goBack) return work();
  try {
    await work();
  } finally {
    await goBack();
    run.invalidate();
  }
}

/** Why the step needs the root user, as far as anybody has seen. */
function rootReason(run: RunState, step: Step): Text | undefined {
  const { seen } = run.observationOf(step);
  return seen === undefined ? undefined : step.needsRoot?.(seen);
}
