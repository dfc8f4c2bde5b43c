import { Blocked, leaving } from '../../engine/errors.ts';
import type { Host } from '../../engine/step.ts';
import { accountNumber } from '../../text/account-number.ts';
import { type Text, t } from '../../text/text.ts';
import type { OwnersFiles } from '../owners-files.ts';
import { hasCredentials, isRoot, type Profile, profiles, unusedName } from '../profiles.ts';
import { checkedRegion } from '../region.ts';
import { byCallback, byPastedText } from './browser-ways.ts';
import { keepSession } from './keep-session.ts';
import { isProfileName } from './login-profile.ts';
import type { Sending } from './post-json.ts';
import { newProofKey } from './proof-key.ts';
import { signInService } from './sign-in-service.ts';
import { exchangeCode, type LoginSession } from './token-call.ts';
import { refusedInBrowser } from './token-refusals.ts';

/** What signing in needs of other rooms. */
export interface BrowserParts {
  env: NodeJS.ProcessEnv;
  /** Absent if nobody is there to answer. */
  host: Pick<Host, 'ask'> | undefined;
  /** Shows the address to open, if nobody is there to answer. */
  show(text: Text, address: string): void;
  /** Opens an address in the owner's browser, or says why it cannot. */
  openBrowser(address: string): Promise<Text | undefined>;
  /** How the SDK sends. `caBundle`: the file of certificates that the profile names. */
  requestHandlerFor(caBundle?: string): Promise<Record<string, unknown>>;
  /** What the owner is told about an error of the network. */
  explainError(error: unknown): unknown;
  files: OwnersFiles;
  /** Ends the waiting. */
  quit: AbortSignal;
}

/** What to sign in to. */
export interface BrowserRequest {
  /** The profile that gets the session. It is made if it does not exist. */
  profile: string;
  /** Absent: that of the profile, else us-east-1. */
  region?: string | undefined;
  /** The only account that will do. Absent: whoever signs in is asked whether it is the right one. */
  accountId?: string | undefined;
  /** The browser is on another device. */
  remote?: boolean | undefined;
  /** Nobody but the root user will do. */
  asRoot?: boolean | undefined;
}

/** Who has signed in, and as which profile. */
export interface SignedIn {
  profile: string;
  arn: string;
  accountId: string;
}

/**
 * Signs in by the browser, without the AWS CLI and without an access key. Keeps the session where the AWS CLI and the SDKs keep theirs.
 * Nothing is kept before the owner, or `accountId`, has said that it is the right account.
 *
 * @throws Blocked if it fails
 * @throws Leave if the owner leaves a question
 * @throws Usage if the region or the profile will not do
 */
export async function signInByBrowser(
  request: BrowserRequest,
  parts: BrowserParts,
): Promise<SignedIn> {
  const existing = await usableProfile(request.profile, parts.host);
  const { name: profile } = existing;
  const region = checkedRegion(request.region ?? existing.region);
  const service = signInService(parts.env, region);
  const sending = (await parts.requestHandlerFor(existing.caBundle)) as Sending;
  const way = request.remote ? byPastedText : byCallback;
  const { authorization, returned } = await way(service, { ...parts, asRoot: request.asRoot });
  if ('error' in returned) throw refusedInBrowser(returned.error);
  let session: LoginSession;
  try {
    session = await exchangeCode(service, authorization, returned.code, newProofKey(), sending);
  } catch (error) {
    throw error instanceof Blocked ? error : parts.explainError(error);
  }
  await confirmSession(session, request, existing, parts.host);
  keepSession(session, profile, parts);
  return { profile, arn: session.arn, accountId: session.accountId };
}

/** A profile that may get a session. If the wished one has credentials of another kind, the owner names another. */
async function usableProfile(wished: string, host: BrowserParts['host']): Promise<Profile> {
  const all = await profiles();
  const problem = problemWith(wished, all);
  const name = problem ? await otherName(problem, all, host) : wished;
  return all.find((profile) => profile.name === name) ?? { name };
}

function problemWith(name: string, all: Profile[]): Text | undefined {
  const found = all.find((profile) => profile.name === name);
  if (!found) {
    return isProfileName(name)
      ? undefined
      : t('{name} cannot be the name of a profile: letters, digits, dots and dashes.', { name });
  }
  // Another kind would go before the session, or be lost.
  return hasCredentials({ ...found, session: '' })
    ? t('The profile {name} has credentials of another kind, which stay as they are.', { name })
    : undefined;
}

async function otherName(
  problem: Text,
  all: Profile[],
  host: BrowserParts['host'],
): Promise<string> {
  if (!host) throw new Blocked(problem, [OTHER_NAME]);
  return host.ask('sign-in.profile-name', {
    kind: 'text',
    role: 'sign-in',
    message: t('{problem} What should a new profile be called?', { problem }),
    initial: unusedName('rootlock', all),
    notPersisted: true,
    validate: (name) => problemWith(name, all),
  });
}

const OTHER_NAME = t('Sign in with another name: --profile NAME. A new profile is made.');

/**
 * The owner has to agree to who has signed in, unless the profile is theirs already.
 *
 * @throws Blocked if they do not, or if it is another account or user than was asked for
 */
export async function confirmSession(
  { arn, accountId }: Pick<LoginSession, 'arn' | 'accountId'>,
  { accountId: wanted, asRoot }: Pick<BrowserRequest, 'accountId' | 'asRoot'>,
  { name: profile, session: before }: Pick<Profile, 'name' | 'session'>,
  host: BrowserParts['host'],
): Promise<void> {
  if (wanted && accountId !== wanted) {
    throw new Blocked(
      t('You signed in to the account {other}, and not to {id}. Nothing was kept.', {
        other: accountNumber(accountId),
        id: accountNumber(wanted),
      }),
      [
        t('Sign in again. The page lists who is signed in: take {id}.', {
          id: accountNumber(wanted),
        }),
      ],
    );
  }
  if (asRoot && !isRoot(arn)) {
    throw new Blocked(
      t('You signed in as {arn}, and not as the root user. Nothing was kept.', { arn }),
      [t('Sign in again.')],
    );
  }
  if (before === arn) return;
  if (!wanted && !(await agrees(host, 'sign-in.identity', whoText(arn, accountId)))) {
    throw new Blocked(t('Nothing was kept.'), [t('Sign in again, as somebody else.')]);
  }
  if (before === undefined) return;
  const text = t('The profile {profile} is that of {before}. Give it to {arn} instead?', {
    profile,
    before,
    arn,
  });
  if (await agrees(host, 'sign-in.replace', text)) return;
  throw new Blocked(
    t('The profile {profile} stays that of {before}. Nothing was kept.', { profile, before }),
    [OTHER_NAME],
  );
}

const whoText = (arn: string, id: string): Text =>
  arn.endsWith(':root')
    ? t('You are the root user of the account {id}. Is this you?', { id: accountNumber(id) })
    : t('You are {arn}, in the account {id}. Is this you?', { arn, id: accountNumber(id) });

/**
 * Takes no Enter for a yes. Enter is the key of the page before, and another user of this computer, who sees the address in the list
 * of processes, could have sent the answer of a sign-in of their own.
 */
async function agrees(host: BrowserParts['host'], id: string, message: Text): Promise<boolean> {
  if (!host) return false;
  try {
    const danger = true;
    return await host.ask(id, {
      kind: 'confirm',
      role: 'sign-in',
      message,
      initial: false,
      danger,
    });
  } catch (error) {
    if (leaving(error) === 'back') return false;
    throw error;
  }
}
