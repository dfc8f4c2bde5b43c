import { ask } from './ask.ts';
import type { Row, Step } from './contract.ts';
import { Blocked, leaving, SignedOut } from './errors.ts';
import { isChosen, offersOf, type Run, rowsOf, stateOf } from './run.ts';
import { secure, takeOffers } from './secure.ts';
import { block, lookAt } from './survey.ts';
import { t } from './text.ts';

/**
 * Takes the owner through what is not secure yet, one step after the other, each looked at again before and after.
 *
 * @throws Leave('quit') where the owner stops; what was done stays done
 */
export async function walk(run: Run): Promise<Row[]> {
  const { host } = run.world;
  const show = () => host.emit({ type: 'rows', rows: rowsOf(run) });
  let menu = run.world.interactive;
  for (let step = await next(run, menu); step; step = await next(run, menu)) {
    menu = (await visit(run, step)) === 'back';
    await signedIn(run, () => lookAt(run, dependents(run, step)));
    show();
  }
  const late = run.steps.filter(({ id }) => run.awaited.has(id));
  if (late.length > 0) {
    await signedIn(run, () => lookAt(run, late));
    show();
  }
  return rowsOf(run);
}

/** The step to go on with: the first open one, or the owner's choice. */
async function next(run: Run, menu: boolean): Promise<Step | undefined> {
  const steps = run.steps.filter((step) => isChosen(run, step));
  const open = steps.filter((step) => stateOf(run, step) === 'pending');
  const [first] = open;
  if (first && !menu) return first;
  const offering = run.world.interactive ? steps.filter((step) => hasOffer(run, step)) : [];
  const choices = [...open, ...offering];
  if (choices.length === 0) return undefined;
  const finish = { value: 'finish', label: t('Nothing more for now') };
  const chosen = await ask(run, 'next', {
    kind: 'select',
    message: first ? t('Where to go on?') : t('All is secure that can be. Look closer at one?'),
    initial: first?.id ?? finish.value,
    choices: [...choices.map(({ id, title }) => ({ value: id, label: title })), finish],
    private: true,
  });
  return choices.find(({ id }) => id === chosen);
}

const hasOffer = (run: Run, step: Step): boolean =>
  stateOf(run, step) === 'secure' && offersOf(run, step).length > 0;

/** One step. The owner may leave it, AWS may end the session in it, and it may turn out blocked: the walk goes on. */
async function visit(run: Run, step: Step): Promise<'done' | 'back'> {
  try {
    await signedIn(run, () =>
      stateOf(run, step) === 'secure' ? takeOffers(run, step) : secure(run, step),
    );
  } catch (error) {
    if (leaving(error) === 'back') return 'back';
    if (leaving(error) === 'skip') run.skipped.add(step.id);
    else if (error instanceof Blocked) block(run, step, error);
    else throw error;
  }
  return 'done';
}

/** All that waits for this step, directly or by way of another. */
function dependents(run: Run, { id }: Step): Step[] {
  const found = new Set([id]);
  const waiting = run.steps.filter((step) => {
    const depends = step.needs?.some((need) => found.has(need)) ?? false;
    if (depends) found.add(step.id);
    return depends;
  });
  return waiting.filter((step) => !run.found.get(step.id)?.error);
}

async function signedIn<T>(run: Run, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      await run.world.signIn();
    }
  }
}
