import { t } from '../text/text.ts';
import { ask } from './ask.ts';
import { Blocked, leaving } from './errors.ts';
import { withReauthentication } from './reauthenticate.ts';
import {
  isChosen,
  isFresh,
  offersOf,
  openChanges,
  type RunState,
  rowsOf,
  stateOf,
} from './run-state.ts';
import { secureStep, takeOffers } from './secure-step.ts';
import type { Row, Step } from './step.ts';
import { block, observeSteps, recordOfferError } from './survey.ts';

/**
 * Takes the owner through what is not secure yet, one step after the other, each looked at again before and after.
 *
 * @throws Leave('quit') where the owner stops; what was done stays done
 */
export async function walk(run: RunState): Promise<Row[]> {
  const { host, interactive } = run.context;
  const show = () => host.emit({ type: 'rows', rows: rowsOf(run) });
  const waitedFor = new Set<string>();
  let menu = interactive;
  // Another run on this account may have been waited for since the survey.
  run.revision++;
  for (;;) {
    const late = openSteps(run).length === 0 ? lateOf(run, waitedFor) : [];
    if (late.length > 0) {
      const all = new Set(late.flatMap((step) => [step, ...affectedBy(run, step)]));
      await withReauthentication(run, () => observeSteps(run, [...all]));
      show();
      continue;
    }
    const step = await next(run, menu);
    if (!step) return rowsOf(run);
    menu = (await takeStep(run, step)) === 'back';
    // The step that is next looks by itself, and need not once more.
    const first = menu ? [] : openSteps(run).slice(0, 1);
    const all = [...new Set([...affectedBy(run, step), ...first])];
    await withReauthentication(run, () =>
      observeSteps(
        run,
        all.filter((one) => !isFresh(run, one)),
      ),
    );
    show();
  }
}

/** Nothing else is left: what the console takes its time to show may be there by now. It is waited for once more. */
function lateOf(run: RunState, waitedFor: Set<string>): Step[] {
  const late = run.steps.filter((step) => {
    const inConsole = openChanges(run, step).some(
      ({ kind, shownLate }) => kind === 'console' && shownLate,
    );
    return inConsole && run.awaitingAws.has(step.id) && !waitedFor.has(step.id);
  });
  for (const { id } of late) {
    run.awaitingAws.delete(id);
    waitedFor.add(id);
  }
  return late;
}

const openSteps = (run: RunState): Step[] =>
  run.steps.filter((step) => isChosen(run, step) && stateOf(run, step) === 'pending');

/** The step to go on with: the first open one, or the owner's choice. */
async function next(run: RunState, menu: boolean): Promise<Step | undefined> {
  const open = openSteps(run);
  const [first] = open;
  if (first && !menu) return first;
  const offering = run.context.interactive ? run.steps.filter((step) => hasOffer(run, step)) : [];
  const choices = [...open, ...offering];
  if (choices.length === 0) return undefined;
  const finish = { value: 'finish', label: t('Nothing more for now') };
  const chosen = await ask(run, 'next', {
    kind: 'select',
    role: 'menu',
    message: first
      ? t('Where to go on?')
      : t('All is done that can be done now. Look closer at one?'),
    initial: first?.id ?? finish.value,
    choices: [...choices.map(({ id, title }) => ({ value: id, label: title })), finish],
    notPersisted: true,
  });
  return choices.find(({ id }) => id === chosen);
}

const hasOffer = (run: RunState, step: Step): boolean =>
  isChosen(run, step) && stateOf(run, step) === 'secure' && offersOf(run, step).length > 0;

/** One step. The owner may leave it, AWS may end the session in it, and it may turn out blocked: the walk goes on. */
async function takeStep(run: RunState, step: Step): Promise<'done' | 'back'> {
  const isOffering = stateOf(run, step) === 'secure';
  try {
    await withReauthentication(run, () =>
      isOffering ? takeOffers(run, step) : secureStep(run, step),
    );
  } catch (error) {
    if (leaving(error) === 'back') return 'back';
    if (leaving(error) === 'skip') run.skipped.add(step.id);
    else if (!(error instanceof Blocked)) throw error;
    else if (isOffering) recordOfferError(run, step, error);
    else block(run, step, error);
  }
  return 'done';
}

/**
 * What may look different after this step: all that waits for it, directly or by way of another, and what it stands on,
 * which may show only now that it was used. Nothing behind the last one: what it did may have ended the session.
 */
function affectedBy(run: RunState, { id, needs = [] }: Step): Step[] {
  const found = new Set([id]);
  const waiting = run.steps.filter((step) => {
    const depends = step.needs?.some((need) => found.has(need)) ?? false;
    if (depends) found.add(step.id);
    return depends;
  });
  const before = run.steps.filter((step) => needs.includes(step.id));
  return waiting.length > 0 ? [...before, ...waiting] : [];
}
