import type { CredentialSource } from '../auth/credential-source.ts';
import type { ClientConfig } from '../aws/client.ts';
import { connect } from '../aws/connection.ts';
import type { Computer } from '../engine/computer.ts';
import { Blocked, SignedOut } from '../engine/errors.ts';
import type { KeyPlace, NewKey } from '../engine/key-place.ts';
import type { Account, Host, Reads, Request, RunContext, Sent } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { receipt } from '../reports/receipt.ts';
import { forThisRun, openAnswerStore } from '../state/answer-store.ts';
import { type Folder, practiceFolder } from '../state/folder.ts';
import { openReceipt, type RunReceipt } from '../state/receipt-file.ts';
import { notices } from './account-notices.ts';
import { becomingRoot, goingOnAs, takingOver } from './change-user.ts';
import { practiceSignInAs } from './practice-sign-in-as.ts';
import { abortableReads, establishSession, type Session, type SessionParts } from './session.ts';
import { sleeper } from './sleeper.ts';
import { signingInAs, type UserSignInParts } from './user-sign-in.ts';

interface Parts {
  host: Host;
  source: CredentialSource;
  /** Answers in AWS's place. */
  practice?: PracticeAccount | undefined;
  /** What signing in as a user needs. Absent if nobody is there who could. */
  browser?: UserSignInParts | undefined;
  /** Where new access keys are kept. Absent if the run makes none. */
  openKeyPlace?(parts: {
    whoSigns(key: NewKey): Promise<string | undefined>;
    sleep(ms: number): Promise<void>;
  }): KeyPlace;
  /** Absent if it is not the owner's. */
  computer?: Computer | undefined;
  /** The state folder of all accounts. */
  folder: Folder;
  /** Answers from the answers file, by question id. */
  answers: Record<string, unknown>;
  /** No later run is to know the answers. */
  forgetsAnswers?: boolean;
  quit: AbortSignal;
  interactive: boolean;
  skip: string[];
  only: string[];
}

/**
 * Signs in and gathers all that a run needs. Sends only reads.
 *
 * @throws SignedOut if nobody is signed in
 * @throws Blocked if AWS cannot be asked who is signed in
 */
export async function openRunContext(parts: Parts): Promise<RunContext & { folder: Folder }> {
  const { host, source, folder, quit } = parts;
  const practice = parts.practice !== undefined;
  const sleep = sleeper(quit);
  let sent: (ReturnType<typeof receipt> & RunReceipt) | undefined;
  // Throws if the disk refuses: a write that cannot be noted is not sent.
  const onWrite = (request: Request) => {
    sent?.write(sent.linesWith(request, new Date()));
  };
  const onSent = (one: Sent) => {
    host.emit({ type: 'sent', sent: one });
    sent?.add(one, new Date());
    if (!one.write || !sent) return;
    try {
      sent.write(sent.lines);
    } catch (error) {
      // The call was noted before it was sent. AWS's answer must not get lost because the disk is full now.
      if (!(error instanceof Blocked)) throw error;
    }
  };
  const install = parts.practice?.install;
  const connectWith = (config: ClientConfig) =>
    connect({ ...config, ...(install && { install }) }, { onWrite, onSent, sleep });
  const signInParts = { source, practice, quit, connectWith, noticesOf: notices };
  let session = await establishSession(signInParts);
  const { account } = session;
  const accountFolder = folderOf(folder, account);
  const answerStore = openAnswerStore(accountFolder, parts.answers);
  sent = { ...receipt(account, new Date()), ...openReceipt(accountFolder) };
  host.emit({ type: 'account', account });

  /** A client keeps an access key for good, so each session has clients of its own. */
  const adopt = (next: Session): void => {
    session = next;
    account.identity = next.account.identity;
    host.emit({ type: 'account', account });
  };

  const signIn = async (): Promise<void> => {
    adopt(await establishSession(signInParts, session));
  };

  // The survey follows at once, and asks for some of what told who is signed in.
  let recent: Reads | undefined = session.reads;
  const reads = (): Reads => {
    const shared = recent ?? abortableReads(session.connection.reads(), quit);
    recent = undefined;
    return shared;
  };

  const whoSigns = async ({ id, secret }: NewKey): Promise<string | undefined> => {
    const credentials = async () => ({ accessKeyId: id, secretAccessKey: secret.reveal() });
    const { region } = account;
    const own = connectWith({ ...session.credentials, credentials, region });
    try {
      return (await own.reads().read('sts', 'GetCallerIdentity', {})).Arn ?? '';
    } catch (error) {
      // AWS does not know the key yet.
      if (error instanceof SignedOut) return undefined;
      throw error;
    }
  };

  return {
    host,
    account,
    folder: accountFolder,
    reads,
    send: (request) => session.connection.send(request),
    // Nobody signs in to anything but AWS with the AWS CLI's own commands.
    ...(parts.computer && !account.endpoint && { computer: parts.computer }),
    answerStore: parts.forgetsAnswers ? forThisRun(answerStore) : answerStore,
    signal: quit,
    interactive: parts.interactive,
    skip: new Set(parts.skip),
    ...(parts.only.length > 0 && { only: new Set(parts.only) }),
    signIn,
    ...(parts.openKeyPlace && { keyPlace: parts.openKeyPlace({ whoSigns, sleep }) }),
    ...signInsBeside(parts, { ...signInParts, sleep, session: () => session, adopt }),
    sleep,
  };
}

/** What lets the owner sign in besides the run's own session, if somebody is there who could. */
function signInsBeside(
  { browser, practice, interactive, source: { users } }: Parts,
  run: SessionParts & {
    session(): Session;
    adopt(next: Session): void;
    sleep: RunContext['sleep'];
  },
): Pick<RunContext, 'signInAs' | 'becomeRoot'> {
  const change = interactive && users && { ...run, users };
  const signInAs = practice
    ? practiceSignInAs({
        ...run,
        practice,
        goingOn: () => (change ? goingOnAs(change) : undefined),
      })
    : browser &&
      signingInAs({
        ...run,
        browser,
        takingOver: () => (change ? takingOver({ ...change, browser }) : undefined),
      });
  if (!signInAs) return {};
  return { signInAs, ...(change && { becomeRoot: becomingRoot(change) }) };
}

/** Behind the owner's own endpoint, the same number is another account than AWS's. */
function folderOf(folder: Folder, { id, practice, endpoint }: Account): Folder {
  if (practice) return practiceFolder(folder);
  const host = endpoint ? `-at-${new URL(endpoint).host.replace(/[^\w.-]/g, '-')}` : '';
  return folder.folder('accounts').folder(`${id}${host}`);
}
