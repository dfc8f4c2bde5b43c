import type { ResolvedCredentials } from '../auth/credentials.ts';
import type { UserChange } from '../auth/user-change.ts';
import { abortable } from '../engine/abortable.ts';
import { Blocked, SignedOut } from '../engine/errors.ts';
import type { Account, RunContext } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { abortableReads, type Session, type SessionParts, sessionOf } from './session.ts';
import type { TakeOver, UserSignInParts } from './user-sign-in.ts';

interface Parts extends SessionParts {
  users: UserChange;
  /** The run's own session. */
  session(): Session;
  /** From now on, this is the run's own session. */
  adopt(next: Session): void;
}

/** A run is switched only between sessions of sign-ins by the browser: other credentials have come from elsewhere. */
const browserProfile = ({ renews, profile }: ResolvedCredentials): string | undefined =>
  renews ? profile : undefined;

/**
 * Has the run go on with a session that somebody has signed in to beside it, and keeps that. `undefined` if the run's own session is not one
 * of root's by the browser.
 */
export function takingOver(parts: Parts & { browser: UserSignInParts }): TakeOver | undefined {
  const goOn = goingOnAs(parts);
  if (!goOn) return undefined;
  return async (login) => {
    // Few runs need it.
    const { administratorProfile, keepSession } = await import('../auth/browser/keep-session.ts');
    const profile = await administratorProfile(login.arn);
    await goOn(login.arn, profile, keepSession(login, profile, parts.browser));
  };
}

/** `putBack` takes away again what was kept for the profile. */
export type GoOnAs = (arn: string, profile: string, putBack?: () => void) => Promise<void>;

/**
 * Has the run go on as whoever the profile is of. Until a read works with it, root's session stays. `undefined` if the run's own session is
 * not one of root's by the browser.
 */
export function goingOnAs(parts: Parts): GoOnAs | undefined {
  const { users, source, adopt } = parts;
  const { credentials, account } = parts.session();
  if (!browserProfile(credentials) || account.identity.kind !== 'root') return undefined;
  return async (arn, profile, putBack) => {
    const useFormer = users.useProfile(profile);
    let next: Session;
    try {
      next = await workingSession((identity) => identity.arn === arn, parts);
    } catch (error) {
      useFormer();
      putBack?.();
      throw asBlocked(error);
    }
    await users.signRootOut();
    adopt(next);
    // Only now: a run that is killed before goes on as root.
    remember(next, source);
  };
}

/** Has the owner sign in as root for one thing, and then go on as before. */
export const becomingRoot =
  (parts: Parts): NonNullable<RunContext['becomeRoot']> =>
  async (why) => {
    const { users, source, quit, adopt } = parts;
    // The run's account object is changed by `adopt`.
    const before = { ...parts.session(), account: { ...parts.session().account } };
    const { id, identity } = before.account;
    if (!browserProfile(before.credentials)) return undefined;
    const user = identity.arn.split('/').at(-1) ?? identity.arn;
    let useFormer: () => void;
    for (let reason: Text = why; ; ) {
      const profile = await abortable(users.askForRoot(reason, id, user), quit);
      if (profile === undefined) {
        // Root may have signed in, and a read did not work.
        await users.signRootOut();
        return undefined;
      }
      useFormer = users.useProfile(profile);
      try {
        const next = await workingSession(({ kind }) => kind === 'root', parts);
        adopt(next);
        remember(next, source);
        break;
      } catch (error) {
        useFormer();
        const problem = asBlocked(error);
        if (!(problem instanceof Blocked)) throw problem;
        reason = problem.text;
      }
    }
    return async () => {
      useFormer();
      adopt(before);
      await users.signRootOut();
      remember(before, source);
    };
  };

/**
 * The session of the profile in use, with which a read has worked.
 *
 * @param isWanted whether this is who is to take over
 * @throws Blocked if it is not the session of whoever is wanted, in this account
 */
async function workingSession(
  isWanted: (identity: Account['identity']) => boolean,
  parts: Parts,
): Promise<Session> {
  const { source, quit } = parts;
  const before = parts.session();
  // A renewal that nobody waits for would store its session after all was put back.
  const credentials = await source.resolve();
  quit.throwIfAborted();
  const next = await sessionOf(credentials, parts, before);
  const { id, endpoint, identity } = next.account;
  if (id !== before.account.id || endpoint !== before.account.endpoint || !isWanted(identity)) {
    const { profile = '' } = credentials;
    if (endpoint !== before.account.endpoint) {
      const message = t(
        'The profile {profile} does not use the endpoint of this run: its endpoint_url differs.',
        {
          profile,
        },
      );
      throw new Blocked(message);
    }
    throw new Blocked(t('The profile {profile} is that of {arn}.', { profile, arn: identity.arn }));
  }
  await abortableReads(next.connection.reads(), quit).read('iam', 'GetAccountSummary', {});
  return next;
}

/** The run has its session already, so a disk that refuses to remember it does not matter. */
function remember({ credentials, account }: Session, source: SessionParts['source']): void {
  try {
    source.onSessionEstablished(credentials, account.identity);
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
  }
}

/** The run goes on as before, whatever is wrong with the other session or its profile. */
function asBlocked(error: unknown): unknown {
  if (error instanceof SignedOut) return new Blocked(error.text, error.fix, { cause: error });
  return error instanceof Usage ? new Blocked(error.text, [], { cause: error }) : error;
}
