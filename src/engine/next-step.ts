import { type Text, t } from '../text/text.ts';
import { isProject } from './applicable.ts';
import { ask } from './ask.ts';
import { leaving } from './errors.ts';
import { isDone, isSecure } from './host.ts';
import { rowsOf } from './rows.ts';
import type { RunState } from './run-state.ts';
import type { Step } from './step.ts';
import { awaitsConsole, isChosen, isKnown, offersOf, stateOf } from './step-state.ts';
import { firstMenu } from './welcome.ts';

/** The steps to walk that somebody has looked at, and at what they need. */
const knownSteps = (run: RunState): Step[] =>
  run.steps.filter((step) => isChosen(run, step) && isKnown(run, step));

/** The steps that can be taken now, in the order of the list. */
export const openSteps = (run: RunState): Step[] =>
  knownSteps(run).filter((step) => stateOf(run, step) === 'pending');

/** The steps that the owner may choose. */
export function takeable(run: RunState): Step[] {
  const open = openSteps(run);
  if (!run.context.interactive) return open;
  const known = knownSteps(run);
  return [
    ...open,
    ...known.filter((step) => canBeTakenUp(run, step)),
    ...known.filter((step) => hasOffer(run, step)),
  ];
}

/**
 * Returns the owner's choice, or without a menu the first open step. `undefined` ends the walk. `isStart`: no step was
 * taken yet.
 */
export async function nextStep(
  run: RunState,
  showMenu: boolean,
  isStart: boolean,
): Promise<Step | undefined> {
  const open = openSteps(run);
  const [first] = open;
  if (first && !showMenu) return first;
  const { signal } = run.context;
  const known = takeable(run);
  // An optional step that was left out keeps nobody from being done.
  const isLeft = ({ level }: Step) => run.context.only !== undefined || level !== 'optional';
  const unread = run.steps.filter((step) => isChosen(run, step) && !isKnown(run, step));
  const choices = [...known, ...unread];
  if (choices.length === 0) return undefined;
  const someAreLeft = known.some((step) => isLeft(step) && canBeTakenUp(run, step));
  const finish = {
    value: 'finish',
    label: first || someAreLeft ? t('Finish for now') : t('Finish'),
  };
  const chosen = await ask(run, 'next', {
    kind: 'select',
    role: 'menu',
    ...(first && isStart
      ? firstMenu(run)
      : {
          message: first ? t('What next?') : endMessage(run, someAreLeft),
        }),
    initial: first?.id ?? finish.value,
    choices: [...choices.map(({ id, title }) => ({ value: id, label: title })), finish],
    notPersisted: true,
  }).catch((error: unknown) => {
    // No step is open, so to quit is to finish. A signal to the program ends it as everywhere else.
    if (first || leaving(error) !== 'quit' || signal.aborted) throw error;
    return finish.value;
  });
  return choices.find(({ id }) => id === chosen);
}

function endMessage(run: RunState, isLeft: boolean): Text {
  if (isLeft) return t('Some steps are left. Continue with one, or finish for now?');
  if (run.context.only && rowsOf(run).every(isDone)) {
    return t('The chosen steps are done. Press Enter to finish, or look at a step.');
  }
  const { words } = run.context;
  if (words && isSecure(rowsOf(run))) {
    return t('{over} Press Enter to finish, or look at a step.', { over: words.over });
  }
  if (words || !isLockedDown(run)) {
    return t('Nothing more can be done now. Press Enter to finish, or look at a step.');
  }
  return isProject(run.context.account)
    ? t(
        'What Rootlock can secure in this project is secure. Press Enter to finish, or look at a step.',
      )
    : t('Your account is locked down. Press Enter to finish, or look at a step.');
}

/** Only a run that has looked at every step may say so. */
const isLockedDown = (run: RunState): boolean =>
  run.context.only === undefined && isSecure(rowsOf(run));

/**
 * A step that was skipped, is blocked, or waits for the console or for what AWS prepares may be looked at again at any time. `--skip` is for the
 * whole run. What a deactivated key breaks shows in days: its deletion is for a later run.
 */
function canBeTakenUp(run: RunState, step: Step): boolean {
  const state = stateOf(run, step);
  if (state === 'skipped') return !run.context.skip.has(step.id);
  return (
    state === 'blocked' ||
    (state === 'waiting' &&
      (awaitsConsole(run, step) || run.observationOf(step).error !== undefined))
  );
}

const hasOffer = (run: RunState, step: Step): boolean =>
  stateOf(run, step) === 'secure' && offersOf(run, step).length > 0;
