import { connect } from '../aws/connect.ts';
import type { Account, Event, Host } from '../engine/contract.ts';
import { Blocked, leaving, SignedOut } from '../engine/errors.ts';
import { shellLine } from '../engine/shell.ts';
import { type Text, t } from '../engine/text.ts';
import { logoutCommand } from './aws-cli.ts';
import type { Door } from './door.ts';
import { type KeptKey, keptKeys, removeKey } from './key-files.ts';

interface Leaving {
  host: Host;
  account: Account;
  /** Who was root in this run. */
  roots: Door['roots'];
  /** Ids of access keys that this account no longer has. */
  gone: ReadonlySet<string>;
  env: NodeJS.ProcessEnv;
}

/** The ids of access keys that stand in what a run has seen or sent. */
const idsIn = (event: Event): string[] =>
  JSON.stringify(event).match(/\bAKIA[A-Z0-9]{12,}\b/g) ?? [];

/**
 * Hears of every access key of the account that a run sees. `dead`: those that it deletes or switches off. `gone`: those
 * that it deletes, and those that it saw once and no longer does.
 */
export function hearKeys(host: Host): {
  host: Host;
  dead: ReadonlySet<string>;
  gone(): ReadonlySet<string>;
} {
  const known = new Set<string>();
  const dead = new Set<string>();
  const deleted = new Set<string>();
  let there = new Set<string>();
  const emit = (event: Event) => {
    if (event.type === 'rows') there = new Set(idsIn(event));
    for (const id of there) known.add(id);
    if (event.type === 'sent' && event.sent.error === undefined) {
      const { operation, input } = event.sent.request;
      const { AccessKeyId } = input as { AccessKeyId: string };
      if (/^(Delete|Update)AccessKey$/.test(operation)) dead.add(AccessKeyId);
      if (operation === 'DeleteAccessKey') deleted.add(AccessKeyId);
    }
    host.emit(event);
  };
  // One that was switched off can be switched on again: it is there, and its secret is told only once.
  const gone = () => new Set([...deleted, ...[...known].filter((id) => !there.has(id))]);
  return { host: { ...host, emit }, dead, gone };
}

/**
 * After the walk: offers to take off this computer what is left of root and of deleted keys.
 *
 * @returns what is still there, and what only the owner can take away
 */
export async function wayOut(parts: Leaving): Promise<Text[]> {
  const left: Text[] = [];
  const say = (text: Text | undefined) => text && left.push(text);
  for (const key of keptKeys(parts.env)) {
    const isGone = parts.gone.has(key.id);
    const isRoots = parts.roots.keys.has(key.id);
    if (!isGone && !isRoots) continue;
    const alive = await works(key, parts.account);
    if (isGone && alive === false) say(await buryKey(key, parts));
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

async function buryKey(
  { id, file, profile }: KeptKey,
  { host }: Leaving,
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

async function logOut(profile: string, { host }: Leaving): Promise<Text | undefined> {
  const argv = logoutCommand(profile);
  const asked = t('The root user is still signed in on this computer, as {profile}. Sign out?', {
    profile,
  });
  if (await agrees(host, 'sign-in.logout', asked)) {
    const command = { kind: 'command', message: t('This ends the session.'), argv } as const;
    const status = await host.ask('sign-in.command', command).catch(stayed);
    if (status === 0) return undefined;
  }
  return t('The root user is still signed in on this computer. Sign out with: {command}', {
    command: shellLine(argv),
  });
}

/** All is done already: whoever leaves now says no. */
const agrees = (host: Host, id: string, message: Text): Promise<boolean> =>
  host.ask(id, { kind: 'confirm', message, initial: true }).catch((error: unknown) => {
    stayed(error);
    return false;
  });

function stayed(error: unknown): undefined {
  if (!leaving(error)) throw error;
}
