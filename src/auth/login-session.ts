import type { AwsCredentialIdentity, Provider } from '@aws-sdk/types';

/** The SDK renews a session that ends sooner than this. */
const RENEWED_MS = 5 * 60_000;

/**
 * The session of `aws login`. AWS renews it only in the region where it was signed in, and the AWS CLI writes that region down only if
 * it had to ask for it (aws/aws-cli#10613). So the regions are tried in turn, the likeliest first.
 *
 * @param inRegion gives the SDK's own provider, which renews in that region
 */
export function loginSession(
  regions: string[],
  inRegion: (region: string) => Provider<AwsCredentialIdentity>,
): Provider<AwsCredentialIdentity> {
  let providers = [...new Set(regions)].map(inRegion);
  return async () => {
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
  };
}

const endsSoon = ({ expiration }: AwsCredentialIdentity): boolean =>
  expiration !== undefined && expiration.getTime() - Date.now() <= RENEWED_MS;
