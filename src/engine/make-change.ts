import type { Request } from '../aws/operations.ts';
import { shellLine } from '../text/shell-quote.ts';
import { t } from '../text/text.ts';
import { askInStep } from './ask.ts';
import type { ApiCall, Ask, Change, InteractiveChange, LocalChange, Send } from './change.ts';
import type { FileEdit } from './computer.ts';
import { visitQuestion, waitForConsoleChange } from './console-change.ts';
import { Blocked } from './errors.ts';
import { askUntilLeft } from './leave-enrolment.ts';
import type { RunState } from './run-state.ts';
import type { Step } from './step.ts';

/**
 * Makes one change: sends it, or has the owner make or attest it. `replanIfStale` returns the step's plan, and observes the step
 * if that may be another by now.
 *
 * @throws Blocked if AWS refuses it
 * @throws Leave if the owner leaves a question
 */
export async function makeChange(
  run: RunState,
  step: Step,
  change: Change,
  replanIfStale: () => Promise<Change[]>,
): Promise<void> {
  // While it is open, a change in the console has changed nothing.
  if (change.kind !== 'console') run.invalidate();
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
      return waitForConsoleChange(run, step, change, replanIfStale);
    case 'local':
      await (change.edit ? editFile(run, change.edit) : runCommand(run, step, change));
      return run.context.host.emit({ type: 'changedHere', change });
  }
}

/** @throws Blocked if the command fails */
async function runCommand(
  run: RunState,
  step: Step,
  change: LocalChange & { argv: string[] },
): Promise<void> {
  const { argv, summary, id } = change;
  const status =
    run.context.computer?.pretend?.(argv) ??
    (await askInStep(run, step, id, { kind: 'command', message: summary, argv, change }));
  run.invalidate();
  if (status === 0) return;
  throw new Blocked(t('"{command}" failed ({status}).', { command: shellLine(argv), status }), [
    t('Run it in a terminal of your own: it says why. Then run Rootlock again.'),
  ]);
}

/** @throws Blocked if the file is another by now, or if the disk refuses */
async function editFile({ context }: RunState, edit: FileEdit): Promise<void> {
  if (!context.computer) throw new Error('no step about this computer is taken elsewhere');
  await context.computer.editFile(edit);
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
  return change.run(send, askOwner, clock, run.context.keyPlace);
}
