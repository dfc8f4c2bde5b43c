import type { UserChange } from '../auth/credential-source.ts';
import type { ResolvedCredentials } from '../auth/credentials.ts';
import { abortable } from '../engine/abortable.ts';
import { Blocked, SignedOut } from '../engine/errors.ts';
import type { Account, RunContext } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { abortableReads, type Session, type SessionParts, sessionOf } from './session.ts';
import type { TakeOver, UserSignInParts } from './user-sign-in.ts';

interface Parts extends SessionParts {
  users: UserChange;
  browser: UserSignInParts;
  /** The run's own session. */
  session(): Session;
  /** From now on, this is the run's own session. */
  adopt(next: Session): void;
}

/** A run is switched only between sessions of sign-ins by the browser: other credentials have come from elsewhere. */
const browserProfile = ({ renews, profile }: ResolvedCredentials): string | undefined =>
  renews ? profile : undefined;

/**
 * Has the run go on with a session that somebody has signed in to beside it. Until a read works with it, root's session stays. `undefined`
 * if the run's own session is not one of root's by the browser.
 */
export function takingOver(parts: Parts): TakeOver | undefined {
  const { users, browser, source, adopt } = parts;
  const before = parts.session();
  const own = browserProfile(before.credentials);
  if (!own || before.account.identity.kind !== 'root') return undefined;
  return async (login) => {
    // Few runs need it.
    const { administratorProfile, keepSession } = await import('../auth/browser/keep-session.ts');
    const profile = await administratorProfile(login.arn);
    const putBack = keepSession(login, profile, browser);
    let next: Session;
    try {
      next = await workingSession(profile, ({ arn }) => arn === login.arn, parts);
    } catch (error) {
      users.useProfile(own);
      putBack();
      throw error instanceof SignedOut ? asBlocked(error) : error;
    }
    await users.signRootOut();
    // Only now: a run that is killed before goes on as root.
    source.onSessionEstablished(next.credentials, next.account.identity);
    adopt(next);
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
    const own = browserProfile(before.credentials);
    if (!own) return undefined;
    const user = identity.arn.split('/').at(-1) ?? identity.arn;
    for (let reason: Text = why; ; ) {
      const profile = await abortable(users.askForRoot(reason, id, user), quit);
      if (profile === undefined) return undefined;
      try {
        const next = await workingSession(profile, ({ kind }) => kind === 'root', parts);
        source.onSessionEstablished(next.credentials, next.account.identity);
        adopt(next);
        break;
      } catch (error) {
        users.useProfile(own);
        if (!(error instanceof Blocked || error instanceof SignedOut)) throw error;
        reason = error.text;
      }
    }
    return async () => {
      users.useProfile(own);
      adopt(before);
      await users.signRootOut();
      source.onSessionEstablished(before.credentials, identity);
    };
  };

/**
 * The session of a profile, with which a read has worked.
 *
 * @param isWanted whether this is who is to take over
 * @throws Blocked if it is not the session of whoever is wanted, in this account
 */
async function workingSession(
  profile: string,
  isWanted: (identity: Account['identity']) => boolean,
  parts: Parts,
): Promise<Session> {
  const { users, source, quit } = parts;
  const before = parts.session();
  users.useProfile(profile);
  const credentials = await abortable(source.resolve(), quit);
  const next = await sessionOf(credentials, parts, before);
  const { id, endpoint, identity } = next.account;
  if (id !== before.account.id || endpoint !== before.account.endpoint || !isWanted(identity)) {
    throw new Blocked(t('The profile {profile} is that of {arn}.', { profile, arn: identity.arn }));
  }
  await abortableReads(next.connection.reads(), quit).read('iam', 'GetAccountSummary', {});
  return next;
}

const asBlocked = (error: SignedOut): Blocked =>
  new Blocked(error.text, error.fix, { cause: error });
