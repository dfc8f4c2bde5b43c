import { t } from '../text/text.ts';
import { askInStep } from './ask.ts';
import { type Change, isOffer, isSameChange } from './change.ts';
import type { FileEdit } from './computer.ts';
import { Blocked, inRegion, SignedOut } from './errors.ts';
import { makeChange } from './make-change.ts';
import { type Answers, TYPED_KEY } from './questions.ts';
import type { RunState } from './run-state.ts';
import type { Step } from './step.ts';
import { openChanges } from './step-state.ts';
import { observeStep, recordUnobserved, refreshIfStale } from './survey.ts';

/** Pauses between checks whether AWS shows a change, in milliseconds. One minute in all. */
const RECHECK_DELAYS_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Returns a step's plan. Observes the step for it. */
type Replan = () => Promise<Change[]>;

/**
 * Makes the confirmed changes in order, then checks until none of them is planned any more. Returns early if the plan
 * no longer matches what was confirmed: then the walk asks again.
 *
 * @throws Blocked if AWS refuses a change, or does not show it within a minute. If it is one that AWS shows late, the step waits
 * @throws Leave('quit') between two changes, never within one
 */
export async function applyChanges(
  run: RunState,
  step: Step,
  confirmed: Change[],
  answers?: Answers,
): Promise<void> {
  if (confirmed.some(({ gated }) => gated)) throw new Error(`${step.id}: its gate is shut`);
  const { host, signal } = run.context;
  const options = answers ? { answers } : {};
  const replan: Replan = async () => (await observeStep(run, step, options)).changes;
  /** Observes only if the account may have changed since the last time: while the owner was reading, or by a change. */
  const replanIfStale: Replan = async () => (await refreshIfStale(run, step, answers)).changes;
  const stillPlanned = async (changes: Change[]) => matching(changes, await replanIfStale());
  const changes = await stillPlanned(confirmed);
  if (!changes) return;
  const made: Change[] = [];
  /** What AWS has refused in one of many regions. */
  const refused = new Map<string, { change: Change; error: Blocked }>();
  for (const [index, change] of changes.entries()) {
    signal.throwIfAborted();
    const region = oneOfManyRegions(change);
    if (region !== undefined && refused.has(region)) continue;
    host.emit({ type: 'doing', step: step.id, changes, index });
    if (change.confirmPhrase) await askPhrase(run, step, change.confirmPhrase, change);
    if (change.afterShown && !(await becomeVisible(run, made, replanIfStale))) throw notShown();
    const isLastLook =
      change.confirmPhrase || change.danger || change.afterShown || change.replaces;
    if (isLastLook && !matching([change], await replan())) return;
    try {
      await makeChange(run, step, change, replanIfStale);
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      if (region !== undefined && isRefusal(error)) {
        refused.set(region, { change, error: inRegion(region, error) });
        continue;
      }
      if (!(await isMade(run, change, error, replanIfStale))) throw error;
      // Somebody else may have made the change, and others that the remaining changes depend on.
      if (!(await stillPlanned(changes.slice(index + 1)))) return;
    }
    if (change.accountAlias) run.context.account.alias = change.accountAlias;
    made.push(change);
  }
  if (changes.some(({ shownLate }) => shownLate)) run.awaitAws(step);
  // AWS does not show that an offer was taken: the step may offer it again at once.
  const verifiable = made.filter(
    (change) => !isOffer(change) && !(change.shownLate && change.kind === 'console'),
  );
  try {
    const isVisible = await becomeVisible(run, verifiable, replanIfStale);
    // Somebody else may have made what AWS refused.
    const planned = openChanges(run, step);
    const stillRefused = [...refused.values()].find(({ change }) => isPlanned(change, planned));
    if (stillRefused) throw stillRefused.error;
    if (isVisible) return;
  } catch (error) {
    const seen = made.at(-1)?.seenAfter;
    if (!(error instanceof SignedOut) || seen === undefined) throw error;
    // AWS has confirmed the end of the key that signs the run, and rejects the key by now.
    return recordUnobserved(run, step, seen, answers);
  }
  if (verifiable.every(isLocal)) throw unseenHere(verifiable);
  throw verifiable.every((change) => change.shownLate || !isPlanned(change, openChanges(run, step)))
    ? shownLater()
    : notShown();
}

/** A call of this region alone, which calls of others do not depend on: a region that refuses it keeps them from nothing. */
const oneOfManyRegions = (change: Change): string | undefined =>
  change.kind === 'call' && change.together ? change.region : undefined;

const notShown = () =>
  new Blocked(t('AWS does not show the change yet.'), [
    t('Wait a minute, then run Rootlock again. It continues where it stopped.'),
  ]);

const isLocal = ({ kind }: Change): boolean => kind === 'local';

function unseenHere([change]: Change[]): Blocked {
  const summary = change?.summary ?? '';
  return change?.kind === 'local' && change.edit
    ? new Blocked(t('The file was written, and does not hold the change: {summary}', { summary }), [
        t('Another program may write it too. Run Rootlock again.'),
      ])
    : new Blocked(
        t('The command has ended well, but what it should change is not there: {summary}', {
          summary,
        }),
        [t('Run Rootlock again, and read what the command says.')],
      );
}

/** AWS has taken the change, and is known to show it late. */
const shownLater = () =>
  new Blocked(
    t('AWS has taken the change, and can need ten minutes to show it.'),
    [t('Run Rootlock again then: it looks whether AWS shows it.')],
    { notYet: true },
  );

/**
 * Returns the changes as they are planned now. `undefined` if one is gone, is behind a gate, or asks for
 * more than the owner has seen.
 */
function matching(confirmed: Change[], planned: Change[]): Change[] | undefined {
  const found = confirmed.flatMap((change) => {
    const now = planned.find((other) => !other.gated && isSameChange(change, other));
    return now && warningsOf(now) === warningsOf(change) ? [now] : [];
  });
  return found.length === confirmed.length ? found : undefined;
}

/** What the owner has to see before agreeing to a change. */
const warningsOf = (change: Change): string =>
  JSON.stringify([
    change.danger,
    change.confirmPhrase,
    change.kind === 'exchange' && change.calls,
    change.kind === 'local' && (change.argv ?? shownOf(change.edit)),
  ]);

/** Other lines of the file may have changed meanwhile: the edit is planned anew, of what the file holds then. */
const shownOf = ({ file, target, lines }: FileEdit) => [
  file,
  target,
  lines.map(({ before, after }) => [before, after]),
];

async function askPhrase(run: RunState, step: Step, word: string, change: Change): Promise<void> {
  const { summary } = change;
  await askInStep(run, step, TYPED_KEY, {
    kind: 'text',
    role: 'type-to-confirm',
    change,
    danger: true,
    message: t('{summary}? Type {word} to confirm.', { summary, word }),
    example: word,
    validate: (typed) =>
      typed.trim() === word ? undefined : t('That does not match. Type {word}.', { word }),
  });
}

/**
 * Finds out whether a write was made although it failed. The SDK resends a write if the reply is lost, and then reports
 * "already exists", so only the account can tell. AWS gets time to show a write that was resent, or whose reply was lost.
 */
async function isMade(
  run: RunState,
  change: Change,
  error: Blocked,
  replanIfStale: Replan,
): Promise<boolean> {
  if (change.kind === 'exchange') {
    return !isRefusal(error) && !isPlanned(change, await replanIfStale());
  }
  // What is not sent loses no reply: it has said itself that it failed.
  if (change.kind !== 'call') return false;
  if (error.attempts > 1 || error.lost) return becomeVisible(run, [change], replanIfStale);
  return !isPlanned(change, await replanIfStale());
}

/**
 * AWS answered the first try, so no reply of it was lost. An exchange sends what this run alone knows, a password for
 * example: if the like is there now, somebody else has set another one.
 */
const isRefusal = ({ status, code, attempts, lost }: Blocked): boolean =>
  status !== undefined && code !== 'Unreadable' && attempts === 1 && !lost;

/** Checks for up to a minute whether changes are no longer planned. No API shows what is attested. */
async function becomeVisible(
  run: RunState,
  changes: Change[],
  replanIfStale: Replan,
): Promise<boolean> {
  // A computer shows at once what was changed on it.
  for (const delay of [...(changes.every(isLocal) ? [] : RECHECK_DELAYS_MS), 0]) {
    const planned = await replanIfStale();
    if (!changes.some((change) => change.kind !== 'attest' && isPlanned(change, planned))) {
      return true;
    }
    if (delay > 0) await run.context.sleep(delay);
    run.invalidate();
    run.context.signal.throwIfAborted();
  }
  return false;
}

const isPlanned = (change: Change, planned: Change[]): boolean =>
  planned.some((other) => isSameChange(change, other));
