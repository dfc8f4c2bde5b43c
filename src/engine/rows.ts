import { practiceText } from '../text/address.ts';
import { sameCommand } from '../text/program.ts';
import { type Text, t } from '../text/text.ts';
import type { Row, StepState } from './host.ts';
import type { RunState } from './run-state.ts';
import type { Chapter, Step } from './step.ts';
import {
  awaitsConsole,
  hiddenError,
  isChosen,
  isKnown,
  openChanges,
  stateOf,
  unmetNeeds,
} from './step-state.ts';

/** Returns the chosen steps as hosts show them. */
export const rowsOf = (run: RunState): Row[] =>
  rowsBy(run, (step, chapter) => rowOf(run, step, chapter));

/** The same while the survey goes on. */
export const rowsSoFar = (run: RunState): Row[] =>
  rowsBy(run, (step, chapter) =>
    isKnown(run, step) ? rowOf(run, step, chapter) : unreadRow(run, step, chapter),
  );

const rowsBy = (run: RunState, row: (step: Step, chapter: Chapter) => Row): Row[] =>
  run.chapters.flatMap((chapter) =>
    chapter.steps.filter((step) => isChosen(run, step)).map((step) => row(step, chapter)),
  );

const unreadRow = (run: RunState, step: Step, chapter: Chapter): Row => ({
  ...fixedPart(run, step, chapter),
  state: 'unread',
  status: t('unknown'),
  changes: [],
});

function fixedPart(
  { context }: RunState,
  { id, title, why, cost, level = 'essential', controls }: Step,
  { id: chapterId, title: heading, why: reason, about }: Chapter,
) {
  const { short = reason, long } = about?.(context.account) ?? {};
  const chapter = {
    id: chapterId,
    title: heading,
    ...(short && { why: short }),
    ...(long && { note: long }),
  };
  return { id, chapter, title, why, ...(cost && { cost }), level, controls };
}

function rowOf(run: RunState, step: Step, chapter: Chapter): Row {
  // In practice, no address may lead to the real AWS.
  const shown = run.context.account.practice ? practiceText : (text: Text) => text;
  const { seen, error, offerError, changes } = run.observationOf(step);
  const state = stateOf(run, step);
  const unanswered = state === 'skipped' ? run.unansweredOf(step) : [];
  const accessKeys = seen === undefined ? undefined : step.accessKeys?.(seen);
  const row = {
    ...fixedPart(run, step, chapter),
    state,
    changes,
    ...(accessKeys && { accessKeys }),
    ...(unanswered.length > 0 && { unanswered }),
  };
  if (error) {
    const last =
      seen === undefined
        ? { status: t('unknown') }
        : { status: step.status(seen), evidence: step.evidence(seen) };
    return { ...row, ...last, message: error.text, fix: error.fix.map(shown) };
  }
  const problem = offerError ?? (state === 'blocked' ? hiddenError(run, step) : undefined);
  const message = problem?.text ?? messageOf(run, step, state);
  const fix = problem?.fix ?? (state === 'waiting' ? howToTakeNeed(run, step) : []);
  const isOver = ['secure', 'attested'].includes(state);
  const handover = isOver
    ? step
        .handover?.(seen, run.context.account)
        .map(([label, text]): [Text, Text] => [label, shown(text)])
    : undefined;
  const keepSafe = isOver ? step.keepSafe?.(seen) : undefined;
  return {
    ...row,
    status: step.status(seen),
    evidence: step.evidence(seen),
    ...(fix.length > 0 && { fix: fix.map(shown) }),
    ...(handover && { handover }),
    ...(keepSafe && { keepSafe }),
    ...(message && { message }),
  };
}

function messageOf(run: RunState, step: Step, state: StepState): Text | undefined {
  if (state === 'waiting') return whatItWaitsFor(run, step);
  if (state === 'skipped') {
    const ids = run.unansweredOf(step).join(', ');
    return ids === '' ? undefined : t('Skipped: no answer to {ids}.', { ids });
  }
  if (state !== 'attested') return undefined;
  const { changes } = run.observationOf(step);
  const dates = changes.flatMap((change) => run.attestedAt(step, change) ?? []);
  return t('Confirmed by you on {day}.', { day: dates.sort().at(-1)?.slice(0, 10) ?? '' });
}

/** What to run if the need was not chosen: alone, this run ends at once. */
function howToTakeNeed(run: RunState, step: Step): Text[] {
  const [need] = unmetNeeds(run, step);
  if (!need || isChosen(run, need)) return [];
  const ids = `${need.id},${step.id}`;
  return [t('Take both: {command}', { command: sameCommand('--only', ids) })];
}

function whatItWaitsFor(run: RunState, step: Step): Text {
  const [need] = unmetNeeds(run, step);
  if (need) return t('After {step}.', { step: need.title });
  if (!awaitsConsole(run, step)) return t('Started. Run Rootlock again in a few days to finish.');
  const [after] = openChanges(run, step).flatMap((change) =>
    change.kind === 'console' ? (change.shownAfter ?? []) : [],
  );
  return after ?? t('AWS takes a while to record what you did. Run Rootlock again later.');
}
