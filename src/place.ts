import { type Folder, stateFolder } from './disk/folder.ts';
import type { Host } from './engine/contract.ts';
import type { Manner } from './manner.ts';
import type { Options } from './options.ts';
import { orQuit } from './or-quit.ts';
import type { Practice } from './practice/account.ts';
import { practiceDoor } from './practice-door.ts';
import type { Door } from './sign-in/door.ts';
import type { Terminal } from './terminal.ts';

/** The account that a run is about: AWS's, or the practice account. */
interface Place {
  door: Door;
  practice?: Practice;
  /** The state folder, of all accounts. */
  folder: Folder;
}

/**
 * Finds a way in. Where there is none, and somebody is there, has the owner choose one.
 *
 * @throws SignedOut with the ways in, where there is none
 */
export async function openPlace(
  options: Options,
  { env, quit }: Terminal,
  host: Host,
  manner: Manner,
): Promise<Place> {
  const folder = stateFolder();
  // Set but empty is not set, as for the AWS CLI.
  const region = options.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION);
  if (options.practice) return openPractice(options.practice === 'fresh', folder, region, host);
  const { openDoor } = await import('./sign-in/door.ts');
  const profile = options.profile ?? env.AWS_PROFILE;
  const endpoint = options.endpointUrl ?? env.AWS_ENDPOINT_URL;
  const given = {
    ...(profile && { profile }),
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    ...(options.profile === undefined && hasKeys(env) && { keys: true as const }),
  };
  const door = openDoor({ given, folder, env, host: manner === 'terminal' ? host : undefined });
  if ((await orQuit(door.open(), quit)) === 'practice')
    return openPractice(false, folder, region, host);
  return { folder, door };
}

const hasKeys = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY);

/** What was answered and sent there belongs to the pretend account, and starts over with it. */
async function openPractice(
  fresh: boolean,
  state: Folder,
  named: string | undefined,
  host: Host,
): Promise<Place> {
  const { openPractice: open } = await import('./practice/file.ts');
  const { checkedRegion } = await import('./sign-in/region.ts');
  const folder = state.folder('practice');
  if (fresh) for (const file of ['book.json', 'receipt.json']) folder.remove(file);
  const region = checkedRegion(named);
  const practice = await open(`${folder.path}/account.json`, fresh);
  return { folder: state, practice, door: practiceDoor(practice, region, host) };
}
