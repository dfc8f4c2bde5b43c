import type { AwsCredentialIdentity, Provider } from '@aws-sdk/types';
import { Blocked, leaving, SignedOut } from '../engine/errors.ts';
import type { Account, Host, Reads } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { removeKey, type StoredKey, storedKeys, type WriteFile } from './credentials-file.ts';
import type { OwnersFiles } from './owners-files.ts';
import { signOut } from './sign-out.ts';
import type { TrackedKeys } from './track-access-keys.ts';

interface Parts extends SignOutParts {
  host: Host;
  account: Pick<Account, 'region' | 'endpoint'>;
  /** The profiles with which root is signed in, and ids of root's access keys that this run has used. */
  rootCredentials: { profiles: Iterable<string>; keys: ReadonlySet<string> };
  tracked: TrackedKeys;
  /** Reads that other credentials than the run's sign. */
  readsWith(config: {
    credentials: Provider<AwsCredentialIdentity>;
    region: string;
    endpoint?: string;
  }): Reads;
  writeFile: WriteFile;
}

/**
 * Offers to remove deleted access keys and root's sessions from this computer, once the walk is over.
 *
 * @returns what is still there, and what only the owner can remove
 */
export async function removeLeftoverCredentials(parts: Parts): Promise<Text[]> {
  const { env, rootCredentials, tracked } = parts;
  const leftovers: (Text | undefined)[] = [];
  const { keys, unreadable } = storedKeys(env);
  for (const key of keys) {
    const isRoots = rootCredentials.keys.has(key.id);
    // A key of another account is none of our business.
    if (!tracked.known.has(key.id) && !isRoots) continue;
    // STS may accept a key for some seconds after IAM has deleted it.
    const isDeadHere = tracked.dead.has(key.id);
    const accepted = isDeadHere ? false : await isAccepted(key, parts);
    // AWS rejects an inactive key too, but the owner may activate it again.
    const isDeleted = accepted === false && !tracked.inactive.has(key.id);
    if (isDeleted) leftovers.push(await removeDeletedKey(key, parts));
    else if (isRoots && accepted !== undefined) leftovers.push(rootKey(key));
  }
  if (tracked.dead.size > 0 || rootCredentials.keys.size > 0) {
    leftovers.push(...unreadable.map(unknownContent));
  }
  leftovers.push(...(await offerSignOuts(rootCredentials.profiles, parts)));
  return leftovers.filter((text) => text !== undefined);
}

/** Whether AWS accepts the key; `undefined` if AWS cannot be asked. The call changes nothing. */
async function isAccepted(
  { id, secret }: StoredKey,
  { account: { region, endpoint }, readsWith }: Parts,
): Promise<boolean | undefined> {
  const credentials = async () => ({ accessKeyId: id, secretAccessKey: secret.reveal() });
  const reads = readsWith({ credentials, region, ...(endpoint && { endpoint }) });
  try {
    await reads.read('sts', 'GetCallerIdentity', {});
    return true;
  } catch (error) {
    if (error instanceof SignedOut) return false;
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}

async function removeDeletedKey(
  { id, file, profile }: StoredKey,
  { host, env, writeFile }: Parts,
): Promise<Text | undefined> {
  if (!file || profile === undefined) {
    return t(
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this shell still hold the deleted key {id}: unset them, and remove them from the file that sets them.',
      { id },
    );
  }
  const question = t(
    'The access key {id} no longer exists. Remove it from {file}, profile {profile}? Nothing else in the file changes.',
    { id, file, profile },
  );
  const stillThere = t('{file} still holds the deleted key {id}, in the profile {profile}.', {
    id,
    file,
    profile,
  });
  if (!(await confirms(host, 'sign-in.dead-key', question))) return stillThere;
  try {
    removeKey(file, id, writeFile);
    return undefined;
  } catch {
    const { keys, unreadable } = storedKeys(env);
    if (unreadable.includes(file)) return unknownContent(file);
    return keys.some((key) => key.id === id && key.file === file) ? stillThere : undefined;
  }
}

const unknownContent = (file: string): Text =>
  t('{file} cannot be read: check whether it still holds an access key of the root user.', {
    file,
  });

function rootKey({ id, file, profile }: StoredKey): Text {
  if (!file || profile === undefined) {
    return t("AWS_ACCESS_KEY_ID in this shell holds the root user's access key {id}.", { id });
  }
  return t("{file} holds the root user's access key {id}, in the profile {profile}.", {
    id,
    file,
    profile,
  });
}

/** What signing root out needs. */
export interface SignOutParts {
  /** Absent if nobody can answer. */
  host: Host | undefined;
  env: NodeJS.ProcessEnv;
  files: OwnersFiles;
  /** The command that signs a profile out. */
  signOutCommand(profile: string): string;
}

/** Offers to sign the root user out of each profile. Says how to do it if nobody answers, or the owner does not want it now. */
export async function offerSignOuts(
  profiles: Iterable<string>,
  parts: SignOutParts,
): Promise<Text[]> {
  const left: (Text | undefined)[] = [];
  for (const profile of profiles) left.push(await offerSignOut(profile, parts));
  return left.filter((text) => text !== undefined);
}

async function offerSignOut(
  profile: string,
  { host, signOutCommand, ...parts }: SignOutParts,
): Promise<Text | undefined> {
  const question = t('The root user is still signed in on this computer, as {profile}. Sign out?', {
    profile,
  });
  const left = t('The root user is still signed in on this computer. Sign out with: {command}', {
    command: signOutCommand(profile),
  });
  if (!host || !(await confirms(host, 'sign-in.logout', question))) return left;
  try {
    await signOut(profile, parts);
    return undefined;
  } catch (error) {
    if (error instanceof Blocked) return left;
    throw error;
  }
}

/** The run's work is done, so leaving this question counts as no. */
const confirms = async (host: Host, id: string, message: Text): Promise<boolean> =>
  (await host
    .ask(id, { kind: 'confirm', role: 'sign-in', message, initial: true })
    .catch(ignoreLeave)) ?? false;

function ignoreLeave(error: unknown): undefined {
  if (!leaving(error)) throw error;
}
