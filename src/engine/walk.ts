import { setImmediate } from 'node:timers/promises';
import { asNeeded, awaitedSignIn, offerToChangeUser } from './change-user.ts';
import { Blocked, isOffline, leaving } from './errors.ts';
import { nextStep, openSteps, takeable } from './next-step.ts';
import { withReauthentication } from './reauthenticate.ts';
import { rowsOf } from './rows.ts';
import type { RunState } from './run-state.ts';
import { secureStep, takeOffers } from './secure-step.ts';
import type { Row, Step } from './step.ts';
import { awaitsConsole, isChosen, stateOf } from './step-state.ts';
import { observeStep, observeSteps, observeUnread, showFilling } from './survey.ts';

/**
 * Takes the owner through the steps that are not secure yet, and returns the final rows.
 *
 * @throws Leave('quit') if the owner stops. What is done stays done
 */
export async function walk(run: RunState): Promise<Row[]> {
  const rechecked = new Set<Step>();
  let showMenu = run.context.interactive;
  let isStart = true;
  // Since the survey, this run may have waited for another one on the same account.
  run.invalidate();
  for (;;) {
    if (openSteps(run).length === 0 && (await recheckLateChanges(run, rechecked))) continue;
    await offerToChangeUser(run);
    const step = await (isStart ? firstStep(run, showMenu) : nextStep(run, showMenu, false));
    if (!step) return rowsOf(run);
    // It was chosen before anybody had looked at it.
    if (!takeable(run).includes(step)) continue;
    isStart = false;
    showMenu = (await takeStep(run, step)) === 'back';
    // Without the menu, the next step is observed again anyway when it is taken.
    const shown = showMenu ? [] : openSteps(run).slice(0, 1);
    const awaited = awaitedSignIn(run);
    const affected = [step, ...awaited].flatMap((one) => affectedBy(run, one));
    await refreshAndShow(run, [...affected, ...awaited, ...shown], step.id);
  }
}

/** Asks for the first step. What the survey has left is looked at while the owner reads. */
async function firstStep(run: RunState, showMenu: boolean): Promise<Step | undefined> {
  if (run.steps.every((step) => run.isObserved(step))) return nextStep(run, showMenu, true);
  let isOver = false;
  let step: Step | undefined;
  const show = () => {
    // A step that AWS has signed out may still come in after all the others.
    if (!isOver) showFilling(run, step);
  };
  const observe = () => observeUnread(run, show);
  const choosing = nextStep(run, showMenu, true);
  // The owner may leave before anybody awaits it.
  choosing.catch(() => undefined);
  // The menu is drawn first.
  await setImmediate();
  let reading: Promise<void> | undefined = observe();
  // Whoever has to sign in again is asked after the menu.
  reading.catch(() => undefined);
  step = await choosing;
  show();
  await withReauthentication(run, () => {
    const current = reading ?? observe();
    reading = undefined;
    return current;
  });
  isOver = true;
  const closed = step && !takeable(run).includes(step) ? step.id : undefined;
  run.context.host.emit({ type: 'rows', rows: rowsOf(run), ...(closed && { closed }) });
  return step;
}

/** `taken`: the id of the step that has just been taken. */
async function refreshAndShow(run: RunState, steps: Step[], taken?: string): Promise<void> {
  const stale = () => [...new Set(steps)].filter((step) => !run.isFresh(step));
  await withReauthentication(run, () => observeSteps(run, stale()));
  run.context.host.emit({ type: 'rows', rows: rowsOf(run), ...(taken && { taken }) });
}

/**
 * The last chance: checks again the console changes that AWS shows late, once for each step. Returns whether there
 * were any.
 */
async function recheckLateChanges(run: RunState, rechecked: Set<Step>): Promise<boolean> {
  const late = run.steps.filter((step) => awaitsConsole(run, step) && !rechecked.has(step));
  if (late.length === 0) return false;
  for (const step of late) {
    run.stopAwaitingAws(step);
    rechecked.add(step);
  }
  run.invalidate();
  await refreshAndShow(
    run,
    late.flatMap((step) => [step, ...affectedBy(run, step)]),
  );
  return true;
}

/** Takes one step. If the owner leaves it, or if it turns out blocked, the walk goes on with the others. */
async function takeStep(run: RunState, step: Step): Promise<'done' | 'back'> {
  const state = stateOf(run, step);
  const isOffering = state === 'secure';
  if (state === 'blocked') await observeHiddenAgain(run);
  run.takeUp(step);
  const { revision } = run;
  try {
    const take = () => (isOffering ? takeOffers(run, step) : secureStep(run, step));
    await asNeeded(run, step, () => withReauthentication(run, take));
  } catch (error) {
    const leave = leaving(error);
    if (leave !== 'back' && leave !== 'skip' && !(error instanceof Blocked)) throw error;
    // What was seen before the step's own changes is wrong by now.
    const isKnown = run.revision === revision || (await lookAgain(run, step));
    if (error instanceof Blocked && isOffering && isKnown) run.recordOfferError(step, error);
    else if (error instanceof Blocked) run.block(step, error, isKnown);
    else if (leave === 'skip') run.skip(step);
    else return 'back';
    // The next step would fail alike, or turn out to be one that nobody has asked for.
    if (error instanceof Blocked && isOffline(error) && run.context.interactive) return 'back';
  }
  return 'done';
}

/** Needed steps without a row may be what blocks a step, and nobody can take them up by themselves. */
async function observeHiddenAgain(run: RunState): Promise<void> {
  const hidden = run.steps.filter(
    (step) => !isChosen(run, step) && run.observationOf(step).error !== undefined,
  );
  await withReauthentication(run, () => observeSteps(run, hidden));
}

/** Observes a step that was left half-way, if nobody did since its last change. Returns whether its state is known. */
async function lookAgain(run: RunState, step: Step): Promise<boolean> {
  if (run.isFresh(step)) return true;
  try {
    await withReauthentication(run, () => observeStep(run, step));
    return true;
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    run.block(step, error, false);
    return false;
  }
}

/**
 * Returns the steps that may look different after this one: those that need or follow it, also indirectly, and those that it
 * needs itself, since AWS records their use. After the last step of a chain nothing of AWS is observed, because the step may
 * have ended the session.
 */
function affectedBy(run: RunState, { id, needs = [] }: Step): Step[] {
  const dependants = new Set([id]);
  const after = run.steps.filter((step) => {
    const depends = [...(step.needs ?? []), ...(step.follows ?? [])].some((id) =>
      dependants.has(id),
    );
    if (depends) dependants.add(step.id);
    return depends;
  });
  const before = run.steps.filter((step) => needs.includes(step.id));
  return after.some(({ onComputer }) => !onComputer) ? [...before, ...after] : after;
}
