import { type Text, t } from '../text/text.ts';
import { askInStep } from './ask.ts';
import { type AttestedChange, type Change, type ConsoleChange, isSameChange } from './change.ts';
import type { SignInAttempt, UserSession } from './context.ts';
import { Blocked, isOffline } from './errors.ts';
import { questionId, SESSION_KEY } from './questions.ts';
import type { RunState } from './run-state.ts';
import type { Question, Step } from './step.ts';
import { openChanges } from './step-state.ts';

const CHECK_EVERY_MS = 5000;

/** Network errors in a row after which polling gives up. */
const MAX_NETWORK_ERRORS = 3;

/** The question that sends the owner to the page of a change. */
export const visitQuestion = (change: ConsoleChange | AttestedChange): Question<'visit'> => ({
  kind: 'visit',
  change,
  message: change.summary,
  url: change.url,
  page: change.page,
  instructions: change.instructions,
  ...(change.first && { first: change.first }),
  ...(change.privately && { privately: change.privately }),
});

/** Distinguishes the questions if a step plans the same change for several users. */
const questionKey = ({ id, user }: ConsoleChange): string =>
  user === undefined ? id : `${id}-${user}`;

/** Polls until the change is no longer planned, and also checks whenever the owner presses the key. */
export async function waitForConsoleChange(
  run: RunState,
  step: Step,
  change: ConsoleChange,
  replanIfStale: () => Promise<Change[]>,
): Promise<void> {
  const { host, sleep } = run.context;
  const look = polling(async () =>
    (await replanIfStale()).some((one) => isSameChange(change, one)),
  );
  const withdrawal = new AbortController();
  let answer: Promise<true> | undefined;
  try {
    for (let looks = 1; ; looks++) {
      const { isOpen, unread } = await look();
      if (!isOpen) return;
      const changes = openChanges(run, step);
      host.emit({ type: 'doing', step: step.id, changes, looks, ...(unread && { unread }) });
      answer ??= askToMake(run, step, change, withdrawal.signal);
      const timer = new AbortController();
      const answered = await Promise.race([answer, sleep(CHECK_EVERY_MS, timer.signal)]);
      timer.abort();
      run.invalidate();
      if (!answered) continue;
      // The owner says that it is done. If AWS shows it late, the walk goes on meanwhile.
      if (change.shownLate) return;
      answer = undefined;
    }
  } finally {
    // The withdrawn question rejects, and nobody awaits it.
    answer?.catch(() => undefined);
    withdrawal.abort();
  }
}

/** Asks the owner to make the change. A sign-in by the browser that comes back answers too. If it is refused, asks again. */
async function askToMake(
  run: RunState,
  step: Step,
  change: ConsoleChange,
  signal: AbortSignal,
): Promise<true> {
  const { byBrowser, user } = change;
  let question = visitQuestion(change);
  for (;;) {
    const attempt = byBrowser && user ? await run.context.signInAs?.(user) : undefined;
    if (!attempt || !user) return askInStep(run, step, questionKey(change), question, signal);
    const { url, simulate } = attempt;
    question = { ...question, ...byBrowser, url, ...(simulate && { simulate }) };
    const outcome = await askMeanwhile(run, step, attempt, questionKey(change), question, signal);
    if (outcome === true) return true;
    if (outcome instanceof Blocked) {
      const message = t('{why} {what}', { why: outcome.text, what: change.summary });
      question = { ...question, message };
      continue;
    }
    const id = questionId(step.id, SESSION_KEY);
    const { answerStore, reads } = run.context;
    answerStore.noteSent(id, reads().clock());
    run.answer(id, `${outcome.id} ${user}`);
    run.noteUserSession(step, user, outcome, reads().clock());
    return true;
  }
}

/** The owner's answer, or the session of the sign-in, or why that was refused. */
async function askMeanwhile(
  run: RunState,
  step: Step,
  { session, close }: SignInAttempt,
  key: string,
  question: Question<'visit'>,
  signal: AbortSignal,
): Promise<true | UserSession | Blocked> {
  const withdrawal = new AbortController();
  const either = AbortSignal.any([signal, withdrawal.signal]);
  const answer = askInStep(run, step, key, question, either);
  const arrival = session.catch((error: unknown) => {
    if (error instanceof Blocked) return error;
    throw error;
  });
  // One of the two is awaited, and the other may reject later.
  for (const promise of [answer, arrival]) promise.catch(() => undefined);
  try {
    return await Promise.race([answer, arrival]);
  } finally {
    withdrawal.abort();
    close();
  }
}

/** Tolerates two network errors in a row: the change then counts as open, and `unread` says why nobody knows. */
function polling(check: () => Promise<boolean>): () => Promise<{ isOpen: boolean; unread?: Text }> {
  let networkErrors = 0;
  return async () => {
    try {
      const isOpen = await check();
      networkErrors = 0;
      return { isOpen };
    } catch (error) {
      if (!isOffline(error) || ++networkErrors === MAX_NETWORK_ERRORS) throw error;
      return { isOpen: true, unread: error.text };
    }
  };
}
