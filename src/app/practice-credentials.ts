import type { CredentialSource } from '../auth/credential-source.ts';
import { Blocked, Finish } from '../engine/errors.ts';
import type { Host } from '../engine/step.ts';
import { ownerOf } from '../practice/authentication.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { t } from '../text/text.ts';

/** The practice account always gives credentials, but its sessions may end. Nothing is kept, so a profile is the id of who is signed in. */
export const practiceCredentials = (
  practice: PracticeAccount,
  region: string,
  host: Host,
): CredentialSource => {
  let profile = ownerOf(practice.state);
  return {
    resolve: async () => {
      const principal = profile;
      return {
        credentials: async () => practice.credentialsOf(principal),
        profile,
        region,
        requestHandler: NO_NETWORK,
        variants: { useFipsEndpoint: false, useDualstackEndpoint: false },
        renews: true,
        notices: [],
      };
    },
    users: {
      useProfile(id) {
        const before = profile;
        profile = id;
        return () => {
          profile = before;
        };
      },
      // The command line names none.
      profile: () => undefined,
      async askForRoot(why, accountId, insteadOf) {
        // Few runs need it.
        const { rehearseRootSignIn } = await import('./rehearse-root-sign-in.ts');
        return rehearseRootSignIn(host, practice, { why, accountId, insteadOf });
      },
      signRootOut: async () => undefined,
    },
    onSessionEstablished: () => undefined,
    async onCredentialsRejected(reason, _, account) {
      if (!account) throw reason;
      const message = t('{why} Sign in again to continue with the same step. Signed in?', {
        why: reason.text,
      });
      let isSignedIn = false;
      try {
        isSignedIn = await host.ask('sign-in', {
          kind: 'confirm',
          role: 'sign-in-menu',
          message,
          initial: false,
          danger: true,
        });
      } catch (error) {
        // If nobody can answer, the run ends instead of asking for ever.
        throw error instanceof Blocked ? reason : error;
      }
      if (!isSignedIn) throw new Finish();
    },
    network: () => ({}),
    rootCredentials: { profiles: new Set(), keys: new Set() },
  };
};

/** The practice account answers before anything is sent. Nothing may slip past it to AWS, and Node's HTTPS need not be loaded. */
const NO_NETWORK = {
  handle: async () => {
    throw new Error('in practice nothing is sent');
  },
};
