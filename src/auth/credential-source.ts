import { leaving, SignedOut } from '../engine/errors.ts';
import type { Account, Host } from '../engine/step.ts';
import type { Folder } from '../state/folder.ts';
import { t } from '../text/text.ts';
import {
  type CredentialRequest,
  type ResolvedCredentials,
  resolveCredentials,
} from './credentials.ts';
import { lastProfile, rememberProfile } from './last-profile.ts';
import { explainRejectedCredentials } from './sign-in-help.ts';
import { type Choice, login, menu } from './sign-in-menu.ts';

/** How a run gets into the account, at its start and when a session ends in the middle. */
export interface CredentialSource {
  /** Finds credentials: by flags and environment, as the owner chose, or as the last time. Asks AWS nothing itself. */
  resolve(): Promise<ResolvedCredentials>;
  /** AWS has said who this is. */
  onSessionEstablished(how: ResolvedCredentials, who: Account['identity']): void;
  /** AWS takes no credentials, or no longer. Has the owner sign in in another way. Rejects where nobody is there to. */
  onCredentialsRejected(
    why: SignedOut,
    how?: ResolvedCredentials,
    account?: Account,
  ): Promise<void>;
  /** What has been the root user's in this run: profiles of `aws login`, and ids of access keys. */
  roots: { profiles: ReadonlySet<string>; keys: ReadonlySet<string> };
}

interface Around {
  /** From flags and environment. */
  given: CredentialRequest;
  /** The state folder, of all accounts. */
  folder: Folder;
  env: NodeJS.ProcessEnv;
  /** Where somebody is there to be asked. */
  host: Host | undefined;
  /** Access keys that this run has deleted or switched off. */
  dead: ReadonlySet<string>;
}

export function openCredentialSource({
  given,
  folder,
  env,
  host,
  dead,
}: Around): CredentialSource & {
  /** The first way in. The practice account may be chosen instead. */
  open(): Promise<'practice' | 'open'>;
} {
  const roots = { profiles: new Set<string>(), keys: new Set<string>() };
  let way = given;

  /** Flags and environment win, then come the AWS CLI's own defaults, then the profile that was used last. */
  async function find(): Promise<ResolvedCredentials> {
    if (way.profile || way.keys || way.pasted) return resolveCredentials(way);
    const last = await lastProfile(folder);
    if (!last || last === 'default') return resolveCredentials(way);
    const usual = await resolveCredentials(way).catch((error: unknown) => {
      if (error instanceof SignedOut) return undefined;
      throw error;
    });
    if (usual && !host) return usual;
    way = { ...given, profile: usual && host ? await whichProfile(host, last) : last };
    return resolveCredentials(way);
  }

  async function choose(
    why: SignedOut,
    how?: ResolvedCredentials,
    account?: Account,
  ): Promise<Choice> {
    if (!host) throw why;
    const last = way.profile ?? (await lastProfile(folder));
    const choice = await menu({
      host,
      env,
      why: why.text,
      region: given.region,
      last,
      dead,
      account: account?.id,
      returning: how !== undefined,
    });
    const { region, endpoint } = given;
    const around = { ...(region && { region }), ...(endpoint && { endpoint }) };
    if (choice !== 'practice') way = { ...around, ...choice };
    return choice;
  }

  async function refused(
    why: SignedOut,
    how?: ResolvedCredentials,
    account?: Account,
  ): Promise<void> {
    const told = how ? await explainRejectedCredentials(why, how, dead) : why;
    if (!host) throw told;
    // The same session again is the shortest way on.
    if (account && how?.renews && how.profile && (await loggedIn(host, how.profile))) return;
    await choose(told, how, account);
  }

  async function loggedIn(asked: Host, profile: string): Promise<boolean> {
    try {
      const done = await login({ host: asked, env, region: given.region }, profile);
      return 'profile' in done;
    } catch (error) {
      if (leaving(error) === 'quit') throw error;
      return false;
    }
  }

  return {
    resolve: find,
    onCredentialsRejected: refused,
    roots,
    onSessionEstablished({ profile, renews }, { kind, isLongTerm, accessKeyId }) {
      if (kind === 'root' && isLongTerm) roots.keys.add(accessKeyId);
      else if (kind === 'root' && renews && profile) roots.profiles.add(profile);
      if (profile && host) rememberProfile(folder, profile);
    },
    async open() {
      for (;;) {
        try {
          await find();
          return 'open';
        } catch (error) {
          if ((await choose(otherwise(error))) === 'practice') return 'practice';
        }
      }
    },
  };
}

/**
 * Why to choose among all ways in. No question comes before that for a profile: back from it leads here.
 *
 * @throws the error itself, where another way in is no answer to it
 */
function otherwise(error: unknown): SignedOut {
  if (leaving(error) === 'back') return new SignedOut(t('Choose how to sign in.'), []);
  if (error instanceof SignedOut) return error;
  throw error;
}

async function whichProfile(host: Host, last: string): Promise<string> {
  return host.ask('sign-in.profile', {
    kind: 'select',
    role: 'sign-in',
    message: t('Which profile of the AWS CLI? The first was used last.'),
    initial: last,
    choices: [last, 'default'].map((value) => ({ value, label: t('{value}', { value }) })),
    notPersisted: true,
  });
}
