import type { AwsCredentialIdentity, Provider } from '@aws-sdk/types';

/** The SDK renews a session that ends sooner than this. */
const RENEWED_MS = 5 * 60_000;

/** Another process that renews the same session at the same time has stored it within this time. */
const STORED_WITHIN_MS = 2000;
const LOOKS = 20;

/**
 * The session of a sign-in by the browser. AWS renews it only in the region where it was signed in, and the AWS CLI writes that region down
 * only if it had to ask for it (aws/aws-cli#10613). So the regions are tried in turn, the likeliest first.
 *
 * @param inRegion gives the SDK's own provider, which renews in that region
 * @param storedMark says which renewal is stored on this computer. It changes with each
 */
export function loginSession(
  regions: string[],
  inRegion: (region: string) => Provider<AwsCredentialIdentity>,
  storedMark: () => string | undefined,
): Provider<AwsCredentialIdentity> {
  let providers = [...new Set(regions)].map(inRegion);
  return async () => {
    const before = storedMark();
    try {
      return await newest();
    } catch (error) {
      // The refresh token works once: whoever comes second is refused, and finds the renewed session stored.
      if (await isStoredAnew(before)) return newest();
      throw error;
    }
  };

  async function newest(): Promise<AwsCredentialIdentity> {
    let unrenewed: AwsCredentialIdentity | undefined;
    let failure: unknown;
    for (const provider of providers) {
      try {
        const credentials = await provider();
        if (!endsSoon(credentials)) {
          providers = [provider, ...providers.filter((other) => other !== provider)];
          return credentials;
        }
        // A refused renewal leaves the old credentials, which work for some minutes more.
        unrenewed ??= credentials;
      } catch (error) {
        failure ??= error;
      }
    }
    if (unrenewed) return unrenewed;
    throw failure;
  }

  async function isStoredAnew(before: string | undefined): Promise<boolean> {
    for (let look = 0; look < LOOKS; look++) {
      const mark = storedMark();
      if (mark !== undefined && mark !== before) return true;
      if (before === undefined && mark === undefined) return false;
      await new Promise((resolve) => setTimeout(resolve, STORED_WITHIN_MS / LOOKS));
    }
    return false;
  }
}

const endsSoon = ({ expiration }: AwsCredentialIdentity): boolean =>
  expiration !== undefined && expiration.getTime() - Date.now() <= RENEWED_MS;
