import type { Request } from '../aws/operations.ts';
import { askInStep } from './ask.ts';
import {
  type ApiCall,
  type Ask,
  type AttestedChange,
  type Change,
  type ConsoleChange,
  type InteractiveChange,
  isSameChange,
  type Send,
} from './change.ts';
import { Blocked } from './errors.ts';
import { askUntilLeft } from './leave-enrolment.ts';
import type { RunState } from './run-state.ts';
import type { Question, Step } from './step.ts';
import { openChanges } from './step-state.ts';

const CONSOLE_CHECK_EVERY_MS = 5000;

/** Network errors in a row after which polling gives up. */
const MAX_NETWORK_ERRORS = 3;

/**
 * Makes one change: sends it, or has the owner make or attest it. `replan` observes the step and returns its plan.
 *
 * @throws Blocked if AWS refuses it
 * @throws Leave if the owner leaves a question
 */
export async function makeChange(
  run: RunState,
  step: Step,
  change: Change,
  replan: () => Promise<Change[]>,
): Promise<void> {
  run.invalidate();
  switch (change.kind) {
    case 'call':
      await sendNoted(run, change, requestOf(change));
      return;
    case 'exchange':
      return runExchange(run, step, change);
    case 'attest':
      await askInStep(run, step, change.id, visitQuestion(change));
      return run.attest(step, change);
    case 'console':
      return waitForConsoleChange(run, step, change, replan);
  }
}

const requestOf = ({ service, operation, input, region }: ApiCall): Request =>
  ({ service, operation, input, ...(region && { region }) }) as Request;

/** A killed run leaves the time before the call. The time after it is later than the change, so no older sign-in counts. */
function sendNoted<R extends Request>(run: RunState, { sentAs }: { sentAs?: string }, request: R) {
  const note = () => {
    if (sentAs) run.context.answerStore.noteSent(sentAs, run.context.reads().clock());
  };
  note();
  return run.context.send(request).finally(note);
}

/** @throws if the exchange sends an operation that it has not shown */
function runExchange(run: RunState, step: Step, change: InteractiveChange): Promise<void> {
  const { clock } = run.context.reads();
  const send: Send = async (request) => {
    const isShown = change.calls.some(
      ({ service, operation }) => service === request.service && operation === request.operation,
    );
    if (!isShown) throw new Error(`${step.id} sends ${request.operation}, which it did not show`);
    return sendNoted(run, change, request);
  };
  const askOwner: Ask = (key, question) => {
    const asked = () => askInStep(run, step, key, { ...question, change });
    return 'seed' in question ? askUntilLeft(run, step, asked) : asked();
  };
  return change.run(send, askOwner, clock);
}

const visitQuestion = (change: ConsoleChange | AttestedChange): Question<'visit'> => ({
  kind: 'visit',
  change,
  message: change.summary,
  url: change.url,
  page: change.page,
  instructions: change.instructions,
  ...(change.privately && { privately: change.privately }),
});

/** Distinguishes the questions if a step plans the same change for several users. */
const questionKey = ({ id, user }: ConsoleChange): string =>
  user === undefined ? id : `${id}-${user}`;

/** Polls until the change is no longer planned, and also checks whenever the owner presses the key. */
async function waitForConsoleChange(
  run: RunState,
  step: Step,
  change: ConsoleChange,
  replan: () => Promise<Change[]>,
): Promise<void> {
  const { host, sleep } = run.context;
  const isOpen = polling(async () => (await replan()).some((one) => isSameChange(change, one)));
  const withdrawal = new AbortController();
  let keyPress: Promise<true> | undefined;
  try {
    for (let looks = 1; ; looks++) {
      if (!(await isOpen())) return;
      host.emit({ type: 'doing', step: step.id, changes: openChanges(run, step), looks });
      keyPress ??= askInStep(
        run,
        step,
        questionKey(change),
        visitQuestion(change),
        withdrawal.signal,
      );
      const timer = new AbortController();
      const pressed = await Promise.race([keyPress, sleep(CONSOLE_CHECK_EVERY_MS, timer.signal)]);
      timer.abort();
      if (!pressed) continue;
      // The owner says that it is done. If AWS shows it late, the walk goes on meanwhile.
      if (change.shownLate && (await isOpen())) return;
      keyPress = undefined;
    }
  } finally {
    // The withdrawn question rejects, and nobody awaits it.
    keyPress?.catch(() => undefined);
    withdrawal.abort();
  }
}

/** Tolerates two network errors in a row: `check` then counts as true. */
function polling(check: () => Promise<boolean>): () => Promise<boolean> {
  let networkErrors = 0;
  return async () => {
    try {
      const result = await check();
      networkErrors = 0;
      return result;
    } catch (error) {
      const isNetworkError = error instanceof Blocked && error.status === undefined;
      if (!isNetworkError || ++networkErrors === MAX_NETWORK_ERRORS) throw error;
      return true;
    }
  };
}
