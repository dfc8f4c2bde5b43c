import { connect } from '../aws/connection.ts';
import { Blocked, leaving, SignedOut } from '../engine/errors.ts';
import type { Account, Event, Host, Row } from '../engine/step.ts';
import { shellLine } from '../text/shell-quote.ts';
import { type Text, t } from '../text/text.ts';
import { logoutCommand } from './aws-cli.ts';
import type { CredentialSource } from './credential-source.ts';
import { type KeptKey, keptKeys, removeKey } from './credentials-file.ts';

interface LeftoverSearch {
  host: Host;
  account: Account;
  /** Who was root in this run. */
  roots: CredentialSource['roots'];
  tracked: Pick<TrackedKeys, 'keys' | 'off'>;
  env: NodeJS.ProcessEnv;
}

/** The access keys that a run hears of, by id. */
interface TrackedKeys {
  /** All of the account's. */
  keys: ReadonlySet<string>;
  /** Those that this run has made an end of. */
  dead: ReadonlySet<string>;
  /** Those that are switched off: they are there, and their secret is told only once. */
  off: ReadonlySet<string>;
}

export function trackAccessKeys(host: Host): TrackedKeys & { host: Host } {
  const keys = new Set<string>();
  const dead = new Set<string>();
  const off = new Set<string>();
  const emit = (event: Event) => {
    if (event.type === 'rows' || event.type === 'sent') {
      for (const [id] of JSON.stringify(event).matchAll(/\bAKIA[A-Z0-9]{12,}\b/g)) keys.add(id);
    }
    if (event.type === 'rows') {
      for (const { id, active } of event.rows.flatMap(keysIn)) {
        if (active) off.delete(id);
        else off.add(id);
      }
    }
    if (event.type === 'sent' && event.sent.error === undefined) {
      const { operation, input } = event.sent.request;
      const { AccessKeyId } = input as { AccessKeyId: string };
      if (/^(Delete|Update)AccessKey$/.test(operation)) dead.add(AccessKeyId);
      if (operation === 'UpdateAccessKey') off.add(AccessKeyId);
      if (operation === 'DeleteAccessKey') off.delete(AccessKeyId);
    }
    host.emit(event);
  };
  return { host: { ...host, emit }, keys, dead, off };
}

/** Those that the step about root's keys has listed. */
const keysIn = ({ evidence }: Row): { id: string; active: boolean }[] =>
  (evidence as { keys?: { id: string; active: boolean }[] | null } | undefined)?.keys ?? [];

/**
 * After the walk: offers to take off this computer what is left of root and of deleted keys.
 *
 * @returns what is still there, and what only the owner can take away
 */
export async function removeLeftoverCredentials(parts: LeftoverSearch): Promise<Text[]> {
  const left: Text[] = [];
  const say = (text: Text | undefined) => text && left.push(text);
  for (const key of keptKeys(parts.env)) {
    const isRoots = parts.roots.keys.has(key.id);
    if (!parts.tracked.keys.has(key.id) && !isRoots) continue;
    const alive = await works(key, parts.account);
    if (alive === false && !parts.tracked.off.has(key.id)) say(await removeDeletedKey(key, parts));
    else if (isRoots && alive !== undefined) say(rootKey(key));
  }
  for (const profile of parts.roots.profiles) say(await logOut(profile, parts));
  return left;
}

/** `undefined` where AWS could not be asked. A key that has been deleted can do nothing, so asking with it is safe. */
async function works({ id, secret }: KeptKey, { region, endpoint }: Account) {
  const credentials = async () => ({ accessKeyId: id, secretAccessKey: secret.reveal() });
  const wire = { credentials, region, ...(endpoint && { endpoint }) };
  try {
    await connect(wire, { sleep: async () => undefined })
      .reads()
      .read('sts', 'GetCallerIdentity', {});
    return true;
  } catch (error) {
    if (error instanceof SignedOut) return false;
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}

async function removeDeletedKey(
  { id, file, profile }: KeptKey,
  { host }: LeftoverSearch,
): Promise<Text | undefined> {
  if (!file || profile === undefined) {
    return t(
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this shell still hold the deleted key {id}: unset them, and take them out of the file that sets them.',
      { id },
    );
  }
  const asked = t(
    'The access key {id} no longer exists. Take it out of {file}, profile {profile}? Nothing else in the file changes.',
    { id, file, profile },
  );
  const kept = t('{file} still holds the deleted key {id}, in the profile {profile}.', {
    id,
    file,
    profile,
  });
  if (!(await agrees(host, 'sign-in.dead-key', asked))) return kept;
  try {
    removeKey(file, id);
    return undefined;
  } catch {
    return kept;
  }
}

function rootKey({ id, file, profile }: KeptKey): Text {
  if (!file || profile === undefined) {
    return t("AWS_ACCESS_KEY_ID in this shell holds the root user's access key {id}.", { id });
  }
  return t("{file} holds the root user's access key {id}, in the profile {profile}.", {
    id,
    file,
    profile,
  });
}

async function logOut(profile: string, { host }: LeftoverSearch): Promise<Text | undefined> {
  const argv = logoutCommand(profile);
  const asked = t('The root user is still signed in on this computer, as {profile}. Sign out?', {
    profile,
  });
  if (await agrees(host, 'sign-in.logout', asked)) {
    const command = {
      kind: 'command',
      role: 'sign-in',
      message: t('This ends the session.'),
      argv,
    } as const;
    const status = await host.ask('sign-in.command', command).catch(stayed);
    if (status === 0) return undefined;
  }
  return t('The root user is still signed in on this computer. Sign out with: {command}', {
    command: shellLine(argv),
  });
}

/** All is done already: whoever leaves now says no. */
const agrees = (host: Host, id: string, message: Text): Promise<boolean> =>
  host
    .ask(id, { kind: 'confirm', role: 'sign-in', message, initial: true })
    .catch((error: unknown) => {
      stayed(error);
      return false;
    });

function stayed(error: unknown): undefined {
  if (!leaving(error)) throw error;
}
