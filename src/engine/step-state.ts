import { type Change, isOffer, type Offer } from './change.ts';
import type { Blocked } from './errors.ts';
import type { StepState } from './host.ts';
import type { RunState } from './run-state.ts';
import type { Step } from './step.ts';

/** The first state that applies, in this order. */
export function stateOf(run: RunState, step: Step): StepState {
  const own = ownState(run, step);
  if (own) return own;
  if (run.isSkipped(step)) return 'skipped';
  if (hiddenError(run, step)) return 'blocked';
  if (unmetNeeds(run, step).length > 0 || run.isAwaitingAws(step)) return 'waiting';
  return 'pending';
}

/** The state that a step has whatever it needs. */
function ownState(run: RunState, step: Step): StepState | undefined {
  const { error, changes } = run.observationOf(step);
  if (error) return error.notYet ? 'waiting' : 'blocked';
  if (changes.every(isOffer)) return 'secure';
  if (openChanges(run, step).length > 0) return undefined;
  return changes.some(({ gated }) => gated) ? 'waiting' : 'attested';
}

/** Whether the state can be told while others are still observed: a step that is open may wait for one of those. */
export function isKnown(run: RunState, step: Step): boolean {
  if (!run.isObserved(step)) return false;
  const { error, changes } = run.observationOf(step);
  return error !== undefined || changes.every(isOffer) || isObservedWithNeeds(run, step);
}

const isObservedWithNeeds = (run: RunState, step: Step): boolean =>
  run.isObserved(step) &&
  run.steps.every((need) => !step.needs?.includes(need.id) || isObservedWithNeeds(run, need));

/** The changes to make now: no offers, nothing behind a gate, and nothing that the owner has attested. */
export const openChanges = (run: RunState, step: Step): Change[] =>
  openAmong(run, step, run.observationOf(step).changes);

/** The changes of a plan that would be made now. */
export const openAmong = (run: RunState, step: Step, changes: Change[]): Change[] =>
  changes.filter((change) => !isOffer(change) && !change.gated && !isAttested(run, step, change));

/** The changes that a secure step offers. */
export const offersOf = (run: RunState, step: Step): Offer[] =>
  run
    .observationOf(step)
    .changes.filter(isOffer)
    .filter((change) => !isAttested(run, step, change));

const isAttested = (run: RunState, step: Step, change: Change): boolean =>
  run.attestedAt(step, change) !== undefined;

/** Without it, the account is not secure. A step is essential if it does not say otherwise. */
export const isEssential = ({ level = 'essential' }: Step): boolean => level === 'essential';

/** The step is among those to walk. Steps that are only needed by them are observed, but neither walked nor shown. */
export const isChosen = ({ context }: RunState, { id }: Step): boolean =>
  context.only?.has(id) ?? true;

/** The owner's own change in the console is still to appear. A call that works late, by design, is not. */
export const awaitsConsole = (run: RunState, step: Step): boolean =>
  run.isAwaitingAws(step) &&
  openChanges(run, step).some(({ kind, shownLate }) => kind === 'console' && shownLate);

/** A need is met only if its own needs are: a sign-in that was proven once may have lost its MFA device since. */
export const unmetNeeds = (run: RunState, step: Step): Step[] =>
  run.steps.filter((need) => {
    if (!step.needs?.includes(need.id)) return false;
    // Not `stateOf`, which looks at the needs itself: along a chain of needs, that would be three times as often with each.
    const state = ownState(run, need);
    return (state !== 'secure' && state !== 'attested') || unmetNeeds(run, need).length > 0;
  });

/** The error of a needed step that has no row of its own to show it in. */
export function hiddenError(run: RunState, step: Step): Blocked | undefined {
  const hidden = unmetNeeds(run, step).filter((need) => !isChosen(run, need));
  const errors = hidden.map((need) => run.observationOf(need).error ?? hiddenError(run, need));
  return errors.find((error) => error !== undefined);
}
