import type { ClientConfig } from '../aws/client.ts';
import type { Connection } from '../aws/connection.ts';
import type { RunContext } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import type { GoOnAs } from './change-user.ts';
import type { Session } from './session.ts';

interface Parts {
  practice: PracticeAccount;
  connectWith(config: ClientConfig): Connection;
  /** The run's own session. */
  session(): Session;
  /** `undefined` if the run keeps its own session. */
  goingOn(): GoOnAs | undefined;
  sleep: RunContext['sleep'];
}

/** Rehearses signing in as a user besides the run's own session. Nothing listens, and the practice owner signs in. */
export const practiceSignInAs =
  ({
    practice,
    connectWith,
    session,
    goingOn,
    sleep,
  }: Parts): NonNullable<RunContext['signInAs']> =>
  async (user) => {
    const [{ recordIdentityCheck, SIGN_IN_ADDRESS, signInByBrowser }, { assertIsUser }] =
      await Promise.all([
        import('../practice/owner/sign-in-page.ts'),
        import('../auth/browser/sign-in-as.ts'),
      ]);
    const { refusedInBrowser } = await import('../auth/browser/token-refusals.ts');
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const signedIn = arrival.then(async () => {
      const own = signInByBrowser(practice, user);
      if (!own) throw refusedInBrowser('access_denied');
      const { account, credentials } = session();
      const { region } = account;
      const reads = connectWith({ ...credentials, credentials: async () => own, region }).reads();
      const { Arn = '' } = await reads.read('sts', 'GetCallerIdentity', {});
      assertIsUser(Arn, { user, accountId: account.id });
      recordIdentityCheck(practice, own, region);
      // Whoever practises need not wait for CloudTrail.
      await sleep(practice.state.evidenceDelay);
      const goOn = goingOn();
      return {
        id: `${own.accessKeyId} ${region}`,
        ...(goOn && { takeOver: () => goOn(Arn, idOf(practice, user)) }),
      };
    });
    return {
      url: SIGN_IN_ADDRESS,
      session: signedIn,
      close: () => undefined,
      async simulate() {
        arrive();
        // Whoever waits for the session hears of it first.
        await signedIn.catch(() => undefined);
        return true;
      },
    };
  };

const idOf = ({ state }: PracticeAccount, user: string): string =>
  state.users.find(({ name }) => name === user)?.id ?? '';
