import type { Wire } from './aws/wire.ts';
import { type Folder, stateFolder } from './disk/folder.ts';
import type { Options } from './options.ts';
import type { Practice } from './practice/account.ts';
import type { Terminal } from './terminal.ts';

/** The account that a run is about: AWS's, or the practice account. */
interface Place {
  signIn(): Promise<Wire>;
  practice?: Practice;
  /** The state folder, of all accounts. */
  folder: Folder;
}

export async function openPlace(options: Options, { env }: Terminal): Promise<Place> {
  const folder = stateFolder();
  // Set but empty is not set, as for the AWS CLI.
  const region = options.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION);
  if (options.practice) return openPractice(options.practice === 'fresh', folder, region);
  const { signIn } = await import('./sign-in/sign-in.ts');
  const profile = options.profile ?? env.AWS_PROFILE;
  const endpoint = options.endpointUrl ?? env.AWS_ENDPOINT_URL;
  const way = {
    ...(profile && { profile }),
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    ...(options.profile === undefined && hasKeys(env) && { keys: true as const }),
  };
  return { folder, signIn: () => signIn(way) };
}

const hasKeys = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY);

/** What was answered and sent there belongs to the pretend account, and starts over with it. */
async function openPractice(
  fresh: boolean,
  state: Folder,
  named: string | undefined,
): Promise<Place> {
  const { openPractice: open } = await import('./practice/file.ts');
  const { checkedRegion } = await import('./sign-in/region.ts');
  const folder = state.folder('practice');
  if (fresh) for (const file of ['book.json', 'receipt.json']) folder.remove(file);
  const region = checkedRegion(named);
  const practice = await open(`${folder.path}/account.json`, fresh);
  const { install } = practice;
  return {
    folder: state,
    practice,
    signIn: async () => ({ credentials: async () => practice.credentials, region, install }),
  };
}
