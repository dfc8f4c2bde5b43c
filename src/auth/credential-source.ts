import { leaving, SignedOut } from '../engine/errors.ts';
import type { Account, Host } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import type { BrowserParts } from './browser/browser-sign-in.ts';
import {
  type CredentialRequest,
  type CredentialSettings,
  type ResolvedCredentials,
  resolveCredentials,
} from './credentials.ts';
import { profiles } from './profiles.ts';
import { browserLogin, type LoginRegions } from './run-login.ts';
import { explainRejectedCredentials } from './sign-in-help.ts';
import { askHowToSignIn, type SignInChoice, type SignInMenu } from './sign-in-menu.ts';
import { signRootOut, type UserChange } from './user-change.ts';

/** Where a run gets its credentials: at the start, and again when a session ends in the middle. */
export interface CredentialSource {
  /** Finds credentials by flags and environment, by the owner's choice, or as the last run did. Does not ask AWS. */
  resolve(): Promise<ResolvedCredentials>;
  /** AWS has accepted these credentials and said whose they are. */
  onSessionEstablished(credentials: ResolvedCredentials, identity: Account['identity']): void;
  /**
   * AWS does not accept these credentials, or there are none. Has the owner sign in in another way.
   *
   * @throws SignedOut if nobody is there to sign in
   */
  onCredentialsRejected(
    reason: SignedOut,
    credentials?: ResolvedCredentials,
    account?: Account,
  ): Promise<void>;
  /** Absent if the run stays whoever has signed in. */
  users?: UserChange;
  /** The root user's credentials that this run has used: profiles signed in by a browser, and ids of access keys. */
  rootCredentials: { profiles: ReadonlySet<string>; keys: ReadonlySet<string> };
  /** How the SDK sends for the credentials that AWS accepted last. */
  network(): Network;
}

type Network = Partial<Pick<ResolvedCredentials, 'requestHandler' | 'variants'>>;

interface Parts extends CredentialSettings {
  /** What flags and environment ask for. */
  request: CredentialRequest;
  /** The profile that was used last on this computer. */
  lastProfile: { get(): string | undefined; set(name: string): void };
  loginRegions: LoginRegions;
  /** What signing in by the browser needs. */
  browser: Omit<BrowserParts, 'host'>;
  /** Gets the profiles that this run signs in by a browser. */
  madeSessions: Set<string>;
  /** Absent if nobody is there to answer. */
  host: Host | undefined;
  /** Ids of access keys that this run has deleted or deactivated. */
  deadKeys: ReadonlySet<string>;
}

/** A source for one run. It finds nothing before `open` or `resolve` is called. */
export function openCredentialSource({
  request,
  lastProfile,
  host,
  deadKeys,
  browser,
  madeSessions,
  ...settings
}: Parts): CredentialSource & {
  /** Finds the first credentials. The owner may choose the practice account instead. */
  open(): Promise<'practice' | 'aws'>;
} {
  const rootCredentials = { profiles: new Set<string>(), keys: new Set<string>() };
  let current = request;
  let network: Network = {};

  /** The last profile, if it still exists. */
  async function existingLastProfile(): Promise<string | undefined> {
    const last = lastProfile.get();
    return (await profiles()).find(({ name }) => name === last)?.name;
  }

  /** Flags and environment win, then the AWS CLI's own defaults, then the last profile. */
  async function resolve(): Promise<ResolvedCredentials> {
    if (current.profile || current.fromEnvironment || current.pastedKey) {
      return resolveCredentials(current, settings);
    }
    const last = await existingLastProfile();
    if (!last || last === 'default') return resolveCredentials(current, settings);
    const byDefault = await resolveCredentials(current, settings).catch((error: unknown) => {
      if (error instanceof SignedOut) return undefined;
      throw error;
    });
    if (byDefault && !host) return byDefault;
    const profile = byDefault && host ? await askWhichProfile(host, last) : last;
    current = { ...request, profile };
    return resolveCredentials(current, settings);
  }

  const askHow = (
    terminal: Host,
    reason: Text,
    asked: Pick<SignInMenu, 'accountId' | 'returning' | 'asRoot'>,
  ) =>
    askHowToSignIn({
      ...asked,
      host: terminal,
      browser,
      madeSessions,
      env: settings.env,
      reason,
      region: request.region,
      loginRegions: settings.loginRegions,
      lastProfile: current.profile ?? lastProfile.get(),
      deadKeys,
    });

  function use(credentials: Pick<CredentialRequest, 'profile' | 'pastedKey'>): void {
    const { region, endpoint } = request;
    current = { ...(region && { region }), ...(endpoint && { endpoint }), ...credentials };
  }

  async function choose(
    reason: SignedOut,
    credentials?: ResolvedCredentials,
    account?: Account,
  ): Promise<SignInChoice> {
    if (!host) throw reason;
    const returning = credentials !== undefined;
    const choice = await askHow(host, reason.text, { accountId: account?.id, returning });
    if (typeof choice !== 'string') use(choice);
    return choice;
  }

  const usersOf = (terminal: Host): UserChange => ({
    useProfile(profile) {
      const before = current;
      use({ profile });
      return () => {
        current = before;
      };
    },
    profile: () => current.profile,
    async askForRoot(why, accountId, insteadOf) {
      const asked = { accountId, returning: true, asRoot: { insteadOf } };
      const choice = await askHow(terminal, why, asked);
      return typeof choice !== 'string' && 'profile' in choice ? choice.profile : undefined;
    },
    signRootOut: () =>
      signRootOut([rootCredentials.profiles, madeSessions], {
        env: settings.env,
        files: browser.files,
      }),
  });

  async function onCredentialsRejected(
    reason: SignedOut,
    credentials?: ResolvedCredentials,
    account?: Account,
  ): Promise<void> {
    const explained = credentials
      ? await explainRejectedCredentials(reason, credentials, deadKeys)
      : reason;
    if (!host) throw explained;
    // In the middle of a run, renewing the same session is the shortest way on.
    const { renews, profile } = credentials ?? {};
    if (account && renews && profile && (await renewSession(host, profile, account.id))) return;
    await choose(explained, credentials, account);
  }

  async function renewSession(
    terminal: Host,
    profile: string,
    accountId: string,
  ): Promise<boolean> {
    try {
      const { env, loginRegions } = settings;
      const { region } = request;
      const parts = { host: terminal, browser, env, region, loginRegions, accountId, madeSessions };
      const outcome = await browserLogin(parts, { profile });
      return 'profile' in outcome;
    } catch (error) {
      if (leaving(error) === 'quit') throw error;
      return false;
    }
  }

  return {
    resolve,
    onCredentialsRejected,
    ...(host && { users: usersOf(host) }),
    rootCredentials,
    network: () => network,
    onSessionEstablished(credentials, { kind, isLongTerm, accessKeyId }) {
      const { profile, renews } = credentials;
      const { requestHandler, variants } = credentials;
      network = { requestHandler, variants };
      if (kind === 'root' && isLongTerm) rootCredentials.keys.add(accessKeyId);
      else if (kind === 'root' && renews && profile) rootCredentials.profiles.add(profile);
      if (profile && host) lastProfile.set(profile);
    },
    async open() {
      for (;;) {
        try {
          await resolve();
          return 'aws';
        } catch (error) {
          if ((await choose(reasonToChoose(error))) === 'practice') return 'practice';
        }
      }
    },
  };
}

/**
 * Why the owner has to choose how to sign in. The question for a profile comes first of all, so going back from it
 * leads to that choice too.
 *
 * @throws the error itself, if signing in another way does not help
 */
function reasonToChoose(error: unknown): SignedOut {
  if (leaving(error) === 'back') return new SignedOut(t('Choose how to sign in.'), []);
  if (error instanceof SignedOut) return error;
  throw error;
}

async function askWhichProfile(host: Host, last: string): Promise<string> {
  return host.ask('sign-in.profile', {
    kind: 'select',
    role: 'sign-in',
    message: t('Which AWS CLI profile? The first is the one you used last.'),
    initial: last,
    choices: [last, 'default'].map((value) => ({ value, label: t('{value}', { value }) })),
    notPersisted: true,
  });
}
