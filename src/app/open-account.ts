import type { CredentialSource } from '../auth/credential-source.ts';
import { checkedRegion } from '../auth/region.ts';
import { asBlocked } from '../aws/errors.ts';
import { requestHandlerFor } from '../aws/request-handler.ts';
import type { Options } from '../cli/options.ts';
import { looksOnly, type RunMode } from '../cli/run-mode.ts';
import type { Terminal } from '../cli/terminal.ts';
import { abortable } from '../engine/abortable.ts';
import type { Host, Request } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import type { PracticeState } from '../practice/state/account-state.ts';
import { type Folder, practiceFolder, stateFolder } from '../state/folder.ts';
import { lastProfileIn } from '../state/last-profile.ts';
import { type Lock, lock } from '../state/lock.ts';
import { loginRegionsIn } from '../state/login-regions.ts';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { browserParts } from './browser-parts.ts';
import { practiceCredentials } from './practice-credentials.ts';
import { requestedSettings } from './requested-settings.ts';

/** The account that a run is about, on AWS or the practice account, and the credentials for it. */
export interface AccountAccess {
  source: CredentialSource;
  practice?: PracticeAccount;
  /** The state folder of all accounts. */
  folder: Folder;
  /** The practice account's lock, taken before its file was read, so that no other run changes the file meanwhile. */
  lock?: Lock;
}

/**
 * Finds the credentials of the run. If there are none and somebody is there, the owner chooses how to sign in.
 *
 * @param deadKeys ids of access keys that this run has deleted or deactivated
 * @param madeSessions gets the profiles that this run signs in by a browser
 * @throws SignedOut with the ways to sign in, if there are no credentials
 */
export async function openAccount(
  options: Options,
  terminal: Terminal,
  host: Host,
  mode: RunMode,
  { deadKeys, madeSessions }: { deadKeys: ReadonlySet<string>; madeSessions: Set<string> },
): Promise<AccountAccess> {
  const { env, quit } = terminal;
  const folder = stateFolder();
  const { profile, region } = requestedSettings(options, env);
  const practice = {
    folder,
    region,
    host,
    quit,
    observes: mode === 'observe' || looksOnly(options.command),
  };
  if (options.practice) return openPractice(practice, options.practice);
  const { openCredentialSource } = await import('../auth/credential-source.ts');
  assertOneEndpoint(env);
  const endpoint = options.endpointUrl ?? env.AWS_ENDPOINT_URL;
  const source = openCredentialSource({
    request: {
      ...(profile && { profile }),
      ...(region && { region }),
      ...(endpoint && { endpoint }),
      ...(options.profile === undefined && hasKeys(env) && { fromEnvironment: true as const }),
    },
    lastProfile: lastProfileIn(folder),
    loginRegions: loginRegionsIn(folder),
    explainError: (error) => asBlocked(error, ASSUME_ROLE),
    requestHandlerFor: (caBundle) => requestHandlerFor(env, caBundle),
    env,
    browser: browserParts(terminal),
    madeSessions,
    host: mode === 'interactive' ? host : undefined,
    deadKeys,
  });
  if ((await abortable(source.open(), quit)) === 'practice') return openPractice(practice, 'keep');
  return { folder, source };
}

/** The call that credentials send themselves most often. Rootlock does not send it, so it is no operation of its own. */
const ASSUME_ROLE = { service: 'sts', operation: 'AssumeRole', input: {} } as unknown as Request;

/**
 * Calls that somebody meant for elsewhere must not reach AWS.
 *
 * @throws Usage if a variable names an endpoint of one service, as the AWS CLI knows them
 */
function assertOneEndpoint(env: NodeJS.ProcessEnv): void {
  const name = Object.keys(env).find(
    (name) => /^AWS_ENDPOINT_URL_(?!SIGNIN$)/.test(name) && env[name],
  );
  if (name === undefined) return;
  throw new Usage(
    t('{name} is for one service. Unset it: AWS_ENDPOINT_URL is for all of them.', { name }),
  );
}

const ACCOUNT = 'account.json';

const hasKeys = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY);

interface PracticeParts {
  /** The state folder of all accounts. */
  folder: Folder;
  /** The region that the owner asks for, not checked yet. */
  region: string | undefined;
  host: Host;
  quit: AbortSignal;
  /** The run changes nothing. */
  observes: boolean;
}

/** All but `keep` start the account over, and with it the answers and the receipt that belong to it. */
async function openPractice(
  { folder, region: wanted, host, quit, observes }: PracticeParts,
  start: NonNullable<Options['practice']>,
): Promise<AccountAccess> {
  const { openPractice: open } = await import('../practice/account-file.ts');
  const region = checkedRegion(wanted);
  const fresh = start !== 'keep';
  const own = practiceFolder(folder);
  const exists = !fresh && own.read(ACCOUNT) !== undefined;
  const held = observes && exists ? undefined : await abortable(lock(own), quit);
  let keepsLock = false;
  try {
    if (fresh) for (const file of ['book.json', 'receipt.json']) own.remove(file);
    const make = await beginningOf(start);
    const practice = await open(`${own.path}/${ACCOUNT}`, fresh, () => make());
    const { organization, home } = practice.state;
    keepsLock = !observes;
    const source = practiceCredentials(
      practice,
      wanted ?? organization?.projectRegion ?? home ?? region,
      host,
    );
    return { folder, practice, source, ...(held && keepsLock && { lock: held }) };
  } finally {
    if (!keepsLock) await held?.unlock();
  }
}

/** What makes the account if it is started over. */
async function beginningOf(start: NonNullable<Options['practice']>): Promise<() => PracticeState> {
  if (start === 'busy') return (await import('../practice/busy/account.ts')).busyAccount;
  const { freshAccount, freshProject } = await import('../practice/fresh-account.ts');
  return start === 'project' ? freshProject : freshAccount;
}
