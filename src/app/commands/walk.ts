import type { UserChange } from '../../auth/user-change.ts';
import type { Options } from '../../cli/options.ts';
import { runModeOf } from '../../cli/run-mode.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { Blocked, Leave, leaving, SignedOut } from '../../engine/errors.ts';
import { ACCOUNT_ID } from '../../engine/questions.ts';
import type { Account, Host } from '../../engine/step.ts';
import { tap } from '../../engine/tap.ts';
import { exitCode } from '../../reports/exit-code.ts';
import type { Lock } from '../../state/lock.ts';
import { type Text, t } from '../../text/text.ts';
import { Usage } from '../../text/usage.ts';
import type { AnswersFile } from '../answers-file.ts';
import { openHost, withPracticeOwner } from '../open-host.ts';
import { assertSubject, chaptersOf, openTopic, playbookOf, type Topic } from '../playbooks.ts';
import { requestedSettings } from '../requested-settings.ts';
import { countChanges } from '../run-stats.ts';
import { keepHeapSmall, leaveUnoptimized } from '../v8-flags.ts';
import type { Run } from './index.ts';

/** Surveys the account, then walks through what is not secure yet. `status` and `--dry-run` end after the survey. */
export const run: Run = async (options, terminal) => {
  const mode = runModeOf(options, terminal);
  const playbook = await playbookOf(options);
  if (playbook) assertSubject(playbook, options, mode);
  const file = await answersIn(options, terminal);
  const answers = file ? { ...file.answers, [ACCOUNT_ID]: true } : {};
  const { host: opened, close } = await openHost(mode, options, terminal, answers);
  leaveUnoptimized();
  const counted = countChanges();
  const madeSessions = new Set<string>();
  let heldLock: Lock | undefined;
  let users: UserChange | undefined;
  try {
    // These load behind the first screen: they bring the SDK.
    const [
      ofAccount,
      { openAccount },
      { openRunContext },
      { executeRun },
      { trackAccessKeys },
      { leaveRootSessions },
      { printSummary },
      { afterEndedKey },
      { browserParts },
      { thisComputer },
    ] = await Promise.all([
      playbook ? undefined : import('../../../steps/index.ts'),
      import('../open-account.ts'),
      import('../run-context.ts'),
      import('../execute-run.ts'),
      import('../../auth/track-access-keys.ts'),
      import('../leave-root-sessions.ts'),
      import('../print-summary.ts'),
      import('../../auth/sign-in-help.ts'),
      import('../browser-parts.ts'),
      import('../this-computer.ts'),
    ]);
    const tracked = trackAccessKeys();
    const host = tap(tap(opened, counted.onEvent), tracked.onEvent);
    const access = await openAccount(options, terminal, host, mode, {
      deadKeys: tracked.dead,
      madeSessions,
    });
    const { source, practice, folder } = access;
    users = source.users;
    heldLock = access.lock;
    const openKeyPlace =
      options.command === 'key'
        ? (await import('../open-key-place.ts')).keyPlaceOf(practice, terminal.env)
        : undefined;
    const context = await openRunContext({
      ...(openKeyPlace && { openKeyPlace }),
      forgetsAnswers: playbook !== undefined,
      host: practice ? await withPracticeOwner(host, mode, practice) : host,
      source,
      practice,
      browser:
        mode === 'interactive' && !practice
          ? { ...terminal, ...browserParts(terminal) }
          : undefined,
      computer: practice
        ? (await import('../../practice/pretend-computer.ts')).pretendComputer(practice)
        : thisComputer({ terminal, folder, tracked, source }),
      folder,
      answers,
      quit: terminal.quit,
      interactive: mode === 'interactive',
      skip: options.skip,
      only: options.only,
    });
    const { account } = context;
    if (file) assertAccount(file, account);
    const topic: Topic = playbook
      ? await openTopic(playbook, context, terminal, options)
      : { chapters: ofAccount?.chapters ?? [] };
    const { chapters, about } = topic;
    // Not before: until here most of what is made stays.
    keepHeapSmall();
    const outcome = await executeRun({
      chapters,
      context: { ...context, ...(about && { words: about.words }) },
      heldLock,
      mode,
      answers,
      yes: options.yes,
    });
    await topic.end?.(outcome.rows).catch(unlessLeft);
    const { accessKeyId } = account.identity;
    const signInAgain = tracked.dead.has(accessKeyId)
      ? await afterEndedKey(accessKeyId, account.id)
      : undefined;
    const isInteractive = mode === 'interactive';
    const leftovers =
      (isInteractive || mode === 'unattended') && !practice
        ? await leaveRootSessions(
            [...source.rootCredentials.profiles, ...madeSessions],
            terminal,
            isInteractive ? host : undefined,
          )
        : [];
    const goOnWith = await profileToGoOnWith(options, terminal, users);
    await close();
    printSummary(options, terminal, account, outcome, {
      ...counted.stats(),
      leftovers,
      ...(signInAgain && { signInAgain }),
      ...(goOnWith && { goOnWith }),
      ...(about && { about }),
    });
    const code = exitCode(outcome.rows, {
      all: options.all,
      chosen: options.only.length > 0,
      playbook: about !== undefined,
    });
    return outcome.unanswered.length > 0 ? Math.max(code, 2) : code;
  } catch (error) {
    const left = await leftByEarlyEnd(error, madeSessions, terminal, opened);
    await close();
    const { printSentences } = await import('../print-sentences.ts');
    printSentences(terminal, left);
    if (leaving(error) !== 'quit') throw error;
    throw new Leave('quit', await profileToGoOnWith(options, terminal, users));
  } finally {
    await close();
    await heldLock?.unlock();
  }
};

/**
 * Root's profile may be gone by now. Without a profile on the command line, the next run finds the last one.
 *
 * @returns `undefined` if the profile that the owner has named will do
 */
async function profileToGoOnWith(
  options: Options,
  { env }: Terminal,
  users: UserChange | undefined,
): Promise<Leave['goOnWith']> {
  const { profile: named } = requestedSettings(options, env);
  if (!named || !users) return undefined;
  const { profiles } = await import('../../auth/profiles.ts');
  const profile = users.profile() ?? named;
  const exists = (await profiles()).some(({ name }) => name === profile);
  return exists && profile === named ? undefined : { profile: exists ? profile : undefined };
}

/** The owner is asked if they still can answer. Whatever fails here must not hide why the run ends. */
async function leftByEarlyEnd(
  error: unknown,
  madeSessions: ReadonlySet<string>,
  terminal: Terminal,
  host: Host,
): Promise<Text[]> {
  if (madeSessions.size === 0) return [];
  const isExpected = [Blocked, SignedOut, Leave].some((kind) => error instanceof kind);
  const canAsk = isExpected && !terminal.quit.aborted;
  const { leaveRootSessions } = await import('../leave-root-sessions.ts');
  return leaveRootSessions(madeSessions, terminal, canAsk ? host : undefined).catch(() => []);
}

/** Whoever leaves what is handed over has seen enough of it. */
function unlessLeft(error: unknown): void {
  if (leaving(error) === undefined) throw error;
}

async function answersIn(options: Options, { quit }: Terminal): Promise<AnswersFile | undefined> {
  if (options.answers === undefined) return undefined;
  const [{ readAnswers }, chapters] = await Promise.all([
    import('../answers-file.ts'),
    chaptersOf(options),
  ]);
  return readAnswers(
    options.answers,
    chapters.flatMap(({ steps }) => steps),
    quit,
  );
}

/** @throws Usage if the answers were written for another account */
function assertAccount({ account }: AnswersFile, { id }: Account): void {
  if (account === id) return;
  throw new Usage(
    t('The answers are for the account {account}, but this is {id}.', { account, id }),
  );
}
