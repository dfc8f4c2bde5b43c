import type { CredentialSource } from '../auth/credential-source.ts';
import { Blocked } from '../engine/errors.ts';
import type { Host } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { t } from '../text/text.ts';

/** The way into the practice account: always open, but its sessions may end. */
export const practiceCredentials = (
  practice: PracticeAccount,
  region: string,
  host: Host,
): CredentialSource => ({
  resolve: async () => ({
    credentials: async () => practice.credentials,
    region,
    install: practice.install,
    renews: false,
    notices: [],
  }),
  onSessionEstablished: () => undefined,
  async onCredentialsRejected(why, _, account) {
    if (!account) throw why;
    const message = t('{why} Sign in again, then go on at the same step. Signed in?', {
      why: why.text,
    });
    try {
      await host.ask('sign-in', {
        kind: 'confirm',
        role: 'sign-in-menu',
        message,
        initial: false,
        danger: true,
      });
    } catch (error) {
      // A host without hands refuses what is dangerous: then the run ends, instead of asking for ever.
      throw error instanceof Blocked ? why : error;
    }
  },
  roots: { profiles: new Set(), keys: new Set() },
});
