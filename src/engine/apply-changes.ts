import type { Request } from '../aws/operations.ts';
import { t } from '../text/text.ts';
import { askInStep } from './ask.ts';
import { Blocked } from './errors.ts';
import { questionId } from './questions.ts';
import { type Draft, isSameChange, openChanges, type RunState } from './run-state.ts';
import type {
  ApiCall,
  AttestedChange,
  Change,
  ConsoleChange,
  InteractiveChange,
  Question,
  Send,
  Step,
} from './step.ts';
import { observeStep, refreshIfStale } from './survey.ts';

/** How long AWS may take to show a change before that is said: a minute, looked at ever less often. */
const LOOK_AGAIN = [1000, 2000, 4000, 8000, 15_000, 30_000];
const LOOK_FOR_CONSOLE_EVERY = 5000;

/**
 * Makes the changes in order, then looks until none of them is planned any more.
 *
 * @throws Blocked where AWS refuses one, or does not show it within a minute
 * @throws Leave('quit') between two changes, never inside one
 */
export async function applyChanges(
  run: RunState,
  step: Step,
  confirmed: Change[],
  draft?: Draft,
): Promise<void> {
  const { host, signal } = run.context;
  const planned = async () => (await observeStep(run, step, { draft })).changes;
  // The account may have changed while the owner read: what means something else by now is asked afresh.
  const stillPlanned = async (changes: Change[]) =>
    asConfirmed(changes, (await refreshIfStale(run, step, draft)).changes);
  const changes = await stillPlanned(confirmed);
  if (!changes) return;
  const made: Change[] = [];
  for (const [at, change] of changes.entries()) {
    signal.throwIfAborted();
    host.emit({ type: 'doing', step: step.id, changes, at });
    if (change.confirmPhrase) await askPhrase(run, step, change.confirmPhrase, change);
    if ((change.confirmPhrase || change.danger) && !asConfirmed([change], await planned())) return;
    try {
      await make(run, step, change, planned);
    } catch (error) {
      if (!(error instanceof Blocked) || !(await isDone(run, change, planned, error))) throw error;
      // Done, but perhaps by somebody else: then the rest may mean something else too.
      if (!(await stillPlanned(changes.slice(at + 1)))) return;
    }
    if (change.accountAlias) run.context.account.alias = change.accountAlias;
    made.push(change);
  }
  if (changes.some(({ shownLate }) => shownLate)) run.awaitingAws.add(step.id);
  // An offer may be there for the taking again: that AWS took it is all that there is to see.
  const shown = made.filter(
    ({ kind, offerId, shownLate }) => !offerId && !(shownLate && kind === 'console'),
  );
  if (await settles(run, shown, planned)) return;
  throw new Blocked(t('AWS does not show the change yet.'), [
    t('Wait a minute, then run Rootlock again. It goes on where it stopped.'),
  ]);
}

type Planned = () => Promise<Change[]>;

/** The same changes as they are planned now; `undefined` where one is gone, or would do more than the owner saw. */
function asConfirmed(confirmed: Change[], now: Change[]): Change[] | undefined {
  const fresh = confirmed.flatMap((change) => {
    const found = now.find((other) => isSameChange(change, other));
    return found && extent(found) === extent(change) ? [found] : [];
  });
  return fresh.length === confirmed.length ? fresh : undefined;
}

const extent = (change: Change): string =>
  JSON.stringify([change.danger, change.confirmPhrase, change.kind === 'exchange' && change.calls]);

/**
 * The SDK sends a write again when its reply is lost, and then reports "already exists". So after any error of a write
 * only a new look tells whether it is done. Where it was sent more than once, the look is given time to catch up.
 */
async function isDone(
  run: RunState,
  change: Change,
  planned: Planned,
  error: Blocked,
): Promise<boolean> {
  if (change.kind === 'console' || change.kind === 'attest') return false;
  if (change.kind === 'call' && error.attempts > 1) return settles(run, [change], planned);
  return !isPlanned(change, await planned());
}

async function settles(run: RunState, changes: Change[], planned: Planned): Promise<boolean> {
  for (const wait of [...LOOK_AGAIN, 0]) {
    const now = await planned();
    if (!changes.some((change) => change.kind !== 'attest' && isPlanned(change, now))) return true;
    if (wait > 0) await run.context.sleep(wait);
    run.context.signal.throwIfAborted();
  }
  return false;
}

const isPlanned = (change: Change, changes: Change[]): boolean =>
  changes.some((other) => isSameChange(change, other));

async function make(run: RunState, step: Step, change: Change, planned: Planned): Promise<void> {
  run.revision++;
  switch (change.kind) {
    case 'call':
      return void (await run.context.send(requestOf(change)));
    case 'exchange':
      return exchange(run, step, change);
    case 'attest':
      await askInStep(run, step, change.id, visitQuestion(change));
      return attest(run, questionId(step.id, change.id), change);
    case 'console':
      return waitForConsole(run, step, change, planned);
  }
}

function attest(run: RunState, id: string, { once }: AttestedChange): void {
  if (once) run.attested.set(id, new Date().toISOString());
  else run.context.answerStore.attest(id);
}

function requestOf({ service, operation, input, region }: ApiCall): Request {
  return { service, operation, input, ...(region && { region }) } as Request;
}

async function askPhrase(run: RunState, step: Step, word: string, change: Change): Promise<void> {
  const { summary } = change;
  await askInStep(run, step, 'typed', {
    kind: 'text',
    role: 'type-to-confirm',
    change,
    danger: true,
    example: word,
    message: t('{summary}: there is no way back. Type {word} to go on.', { summary, word }),
    validate: (typed) =>
      typed.trim() === word ? undefined : t('That is not it. Type {word}.', { word }),
  });
}

/** May send only what it has shown. */
function exchange(run: RunState, step: Step, change: InteractiveChange): Promise<void> {
  const send: Send = async (request) => {
    const shown = change.calls.some(
      ({ service, operation }) => service === request.service && operation === request.operation,
    );
    if (!shown) throw new Error(`${step.id} sends ${request.operation}, which it did not show`);
    return run.context.send(request);
  };
  const { clock } = run.context.reads();
  return change.run(
    send,
    (key, question) => askInStep(run, step, key, { ...question, change }),
    clock,
  );
}

const visitQuestion = (change: ConsoleChange | AttestedChange): Question<'visit'> => ({
  kind: 'visit',
  change,
  message: change.summary,
  url: change.url,
  instructions: change.instructions,
});

/** One step may ask the same of several users. */
const keyOf = ({ id, user }: ConsoleChange): string => (user === undefined ? id : `${id}-${user}`);

/** Looks by the clock or by the owner's key, whichever is first, until the change is no longer planned. */
async function waitForConsole(
  run: RunState,
  step: Step,
  change: ConsoleChange,
  planned: Planned,
): Promise<void> {
  const { host, sleep } = run.context;
  const withdraw = new AbortController();
  let key: Promise<true> | undefined;
  let unseen = 0;
  /** A look that the network ate says nothing, and the next is near. Three in a row do say something. */
  const isLeft = async () => {
    try {
      const now = await planned();
      unseen = 0;
      return isPlanned(change, now);
    } catch (error) {
      const isNetwork = error instanceof Blocked && error.status === undefined;
      if (!isNetwork || ++unseen === 3) throw error;
      return true;
    }
  };
  try {
    for (let looks = 1; ; looks++) {
      if (!(await isLeft())) return;
      host.emit({ type: 'doing', step: step.id, changes: openChanges(run, step), looks });
      key ??= askInStep(run, step, keyOf(change), visitQuestion(change), withdraw.signal);
      const round = new AbortController();
      const pressed = await Promise.race([key, sleep(LOOK_FOR_CONSOLE_EVERY, round.signal)]);
      round.abort();
      if (!pressed) continue;
      // Done, says the owner. What shows later is waited for while the walk goes on.
      if (change.shownLate && (await isLeft())) return;
      key = undefined;
    }
  } finally {
    // A question that is withdrawn rejects, and nobody waits for it any more.
    key?.catch(() => undefined);
    withdraw.abort();
  }
}
