import type { AwsCredentialIdentity, Provider } from '@aws-sdk/types';
import type { LeftoverKey } from '../engine/computer.ts';
import { Blocked, SignedOut } from '../engine/errors.ts';
import type { Reads } from '../engine/step.ts';
import { t } from '../text/text.ts';
import { linesOfKey, type StoredKey, storedKeys } from './credentials-file.ts';
import { planEdit } from './edit-file.ts';
import type { OwnersFiles } from './owners-files.ts';
import type { TrackedKeys } from './track-access-keys.ts';

interface Parts {
  env: NodeJS.ProcessEnv;
  files: Pick<OwnersFiles, 'read'>;
  tracked: TrackedKeys;
  /** Ids of root's access keys that this run has used. */
  rootKeys: ReadonlySet<string>;
  region: string;
  /** Reads that other credentials than the run's sign. */
  readsWith(config: { credentials: Provider<AwsCredentialIdentity>; region: string }): Reads;
  /** A run on this computer has deleted the key of this id. */
  wasDeleted(id: string): boolean;
}

/**
 * The access keys on this computer that are deleted, or that are root's.
 *
 * @throws Blocked if a file cannot be read: nobody knows what it holds. Also if AWS cannot be asked about a key
 */
export async function leftoverKeys(parts: Parts): Promise<LeftoverKey[]> {
  const { keys, unreadable } = storedKeys(parts.env);
  const [file] = unreadable;
  if (file !== undefined) throw cannotBeRead(file);
  const found = await Promise.all(keys.map((key) => leftoverOf(key, parts)));
  return found.filter((key) => key !== undefined);
}

async function leftoverOf(key: StoredKey, parts: Parts): Promise<LeftoverKey | undefined> {
  const { tracked, rootKeys, wasDeleted, files } = parts;
  const { id, file, profile } = key;
  const isRoots = rootKeys.has(id);
  // A key of another account is none of our business.
  if (!tracked.known.has(id) && !isRoots && !wasDeleted(id)) return undefined;
  // AWS rejects an inactive key too, but the owner may activate it again.
  const isDeleted = !tracked.inactive.has(id) && (await isGone(key, parts));
  if (!isDeleted && !isRoots) return undefined;
  if (file === undefined) return { id, isDeleted };
  const edit = planEdit(file, (text) => linesOfKey(text, id), files);
  return { id, isDeleted, file, profile: profile ?? '', ...(edit && { edit }) };
}

/** AWS may accept a key for some seconds after its deletion, so what this run has deleted is not asked about. */
const isGone = async (key: StoredKey, parts: Parts): Promise<boolean> =>
  parts.tracked.dead.has(key.id) || !(await isAccepted(key, parts));

/** Whether AWS accepts the key. The call changes nothing. */
async function isAccepted(
  { id, secret }: StoredKey,
  { region, readsWith }: Parts,
): Promise<boolean> {
  const credentials = async () => ({ accessKeyId: id, secretAccessKey: secret.reveal() });
  const reads = readsWith({ credentials, region });
  try {
    await reads.read('sts', 'GetCallerIdentity', {});
    return true;
  } catch (error) {
    if (error instanceof SignedOut) return false;
    throw error;
  }
}

const cannotBeRead = (file: string): Blocked =>
  new Blocked(t('{file} cannot be read, so it may hold a deleted key.', { file }), [
    t('Look at the file yourself, or make it readable. Then run Rootlock again.'),
  ]);
