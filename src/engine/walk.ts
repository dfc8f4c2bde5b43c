import { t } from '../text/text.ts';
import { ask } from './ask.ts';
import { Blocked, leaving } from './errors.ts';
import { signedIn } from './reauthenticate.ts';
import { isChosen, isFresh, missing, offersOf, type Run, rowsOf, stateOf } from './run-state.ts';
import { secure, takeOffers } from './secure-step.ts';
import type { Row, Step } from './step.ts';
import { block, lookAt, remark } from './survey.ts';

/**
 * Takes the owner through what is not secure yet, one step after the other, each looked at again before and after.
 *
 * @throws Leave('quit') where the owner stops; what was done stays done
 */
export async function walk(run: Run): Promise<Row[]> {
  const { host, interactive } = run.world;
  const show = () => host.emit({ type: 'rows', rows: rowsOf(run) });
  const waitedFor = new Set<string>();
  let menu = interactive;
  // Another run on this account may have been waited for since the survey.
  run.happened++;
  for (;;) {
    const late = openSteps(run).length === 0 ? lateOf(run, waitedFor) : [];
    if (late.length > 0) {
      const all = new Set(late.flatMap((step) => [step, ...affectedBy(run, step)]));
      await signedIn(run, () => lookAt(run, [...all]));
      show();
      continue;
    }
    const step = await next(run, menu);
    if (!step) return rowsOf(run);
    menu = (await takeStep(run, step)) === 'back';
    // The step that is next looks by itself, and need not once more.
    const first = menu ? [] : openSteps(run).slice(0, 1);
    const all = [...new Set([...affectedBy(run, step), ...first])];
    await signedIn(run, () =>
      lookAt(
        run,
        all.filter((one) => !isFresh(run, one)),
      ),
    );
    show();
  }
}

/** Nothing else is left: what the console takes its time to show may be there by now. It is waited for once more. */
function lateOf(run: Run, waitedFor: Set<string>): Step[] {
  const late = run.steps.filter((step) => {
    const inConsole = missing(run, step).some(({ kind, slow }) => kind === 'console' && slow);
    return inConsole && run.awaited.has(step.id) && !waitedFor.has(step.id);
  });
  for (const { id } of late) {
    run.awaited.delete(id);
    waitedFor.add(id);
  }
  return late;
}

const openSteps = (run: Run): Step[] =>
  run.steps.filter((step) => isChosen(run, step) && stateOf(run, step) === 'pending');

/** The step to go on with: the first open one, or the owner's choice. */
async function next(run: Run, menu: boolean): Promise<Step | undefined> {
  const open = openSteps(run);
  const [first] = open;
  if (first && !menu) return first;
  const offering = run.world.interactive ? run.steps.filter((step) => hasOffer(run, step)) : [];
  const choices = [...open, ...offering];
  if (choices.length === 0) return undefined;
  const finish = { value: 'finish', label: t('Nothing more for now') };
  const chosen = await ask(run, 'next', {
    kind: 'select',
    message: first
      ? t('Where to go on?')
      : t('All is done that can be done now. Look closer at one?'),
    initial: first?.id ?? finish.value,
    choices: [...choices.map(({ id, title }) => ({ value: id, label: title })), finish],
    private: true,
  });
  return choices.find(({ id }) => id === chosen);
}

const hasOffer = (run: Run, step: Step): boolean =>
  isChosen(run, step) && stateOf(run, step) === 'secure' && offersOf(run, step).length > 0;

/** One step. The owner may leave it, AWS may end the session in it, and it may turn out blocked: the walk goes on. */
async function takeStep(run: Run, step: Step): Promise<'done' | 'back'> {
  const isOffering = stateOf(run, step) === 'secure';
  try {
    await signedIn(run, () => (isOffering ? takeOffers(run, step) : secure(run, step)));
  } catch (error) {
    if (leaving(error) === 'back') return 'back';
    if (leaving(error) === 'skip') run.skipped.add(step.id);
    else if (!(error instanceof Blocked)) throw error;
    else if (isOffering) remark(run, step, error);
    else block(run, step, error);
  }
  return 'done';
}

/**
 * What may look different after this step: all that waits for it, directly or by way of another, and what it stands on,
 * which may show only now that it was used. Nothing behind the last one: what it did may have ended the session.
 */
function affectedBy(run: Run, { id, needs = [] }: Step): Step[] {
  const found = new Set([id]);
  const waiting = run.steps.filter((step) => {
    const depends = step.needs?.some((need) => found.has(need)) ?? false;
    if (depends) found.add(step.id);
    return depends;
  });
  const before = run.steps.filter((step) => needs.includes(step.id));
  return waiting.length > 0 ? [...before, ...waiting] : [];
}
