import type { CredentialSource } from '../auth/credential-source.ts';
import type { Options } from '../cli/options.ts';
import type { RunMode } from '../cli/run-mode.ts';
import type { Terminal } from '../cli/terminal.ts';
import { abortable } from '../engine/abortable.ts';
import type { Host } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { type Folder, stateFolder } from '../state/folder.ts';
import { type Lock, lock } from '../state/lock.ts';
import { practiceCredentials } from './practice-credentials.ts';

/** The account that a run is about: AWS's, or the practice account. */
interface AccountAccess {
  source: CredentialSource;
  practice?: PracticeAccount;
  /** The state folder, of all accounts. */
  folder: Folder;
  /** Held from before the practice account was read: what another run changes must not be overwritten. */
  held?: Lock;
}

/**
 * Finds a way in. Where there is none, and somebody is there, has the owner choose one. `dead`: access keys that this run
 * has made an end of.
 *
 * @throws SignedOut with the ways in, where there is none
 */
export async function openAccount(
  options: Options,
  { env, quit }: Terminal,
  host: Host,
  mode: RunMode,
  dead: ReadonlySet<string>,
): Promise<AccountAccess> {
  const folder = stateFolder();
  // Set but empty is not set, as for the AWS CLI.
  const region = options.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION);
  const inPractice = { state: folder, named: region, host, quit, looks: mode === 'observe' };
  if (options.practice) return openPractice(inPractice, options.practice === 'fresh');
  const { openCredentialSource } = await import('../auth/credential-source.ts');
  const profile = options.profile ?? env.AWS_PROFILE;
  const endpoint = options.endpointUrl ?? env.AWS_ENDPOINT_URL;
  const given = {
    ...(profile && { profile }),
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    ...(options.profile === undefined && hasKeys(env) && { keys: true as const }),
  };
  const asked = mode === 'interactive' ? host : undefined;
  const source = openCredentialSource({ given, folder, env, host: asked, dead });
  if ((await abortable(source.open(), quit)) === 'practice') return openPractice(inPractice, false);
  return { folder, source };
}

const ACCOUNT = 'account.json';

const hasKeys = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY);

interface InPractice {
  state: Folder;
  /** The region that the owner has named. */
  named: string | undefined;
  host: Host;
  quit: AbortSignal;
  /** Nothing will be changed. */
  looks: boolean;
}

/** What was answered and sent there belongs to the pretend account, and starts over with it. */
async function openPractice(
  { state, named, host, quit, looks }: InPractice,
  fresh: boolean,
): Promise<AccountAccess> {
  const { openPractice: open } = await import('../practice/account-file.ts');
  const { checkedRegion } = await import('../auth/region.ts');
  const region = checkedRegion(named);
  const folder = state.folder('practice');
  const isThere = !fresh && folder.read(ACCOUNT) !== undefined;
  const held = looks && isThere ? undefined : await abortable(lock(folder), quit);
  let keep = false;
  try {
    if (fresh) for (const file of ['book.json', 'receipt.json']) folder.remove(file);
    const practice = await open(`${folder.path}/${ACCOUNT}`, fresh);
    keep = !looks;
    const source = practiceCredentials(practice, region, host);
    return { folder: state, practice, source, ...(held && keep && { held }) };
  } finally {
    if (!keep) await held?.unlock();
  }
}
