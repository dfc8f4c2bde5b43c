import type { CredentialSource } from '../auth/credential-source.ts';
import { removeLeftoverCredentials } from '../auth/leftover-credentials.ts';
import type { TrackedKeys } from '../auth/track-access-keys.ts';
import { connect } from '../aws/connection.ts';
import type { Account, Host } from '../engine/step.ts';
import { writeWhole } from '../state/atomic-write.ts';
import type { Text } from '../text/text.ts';

interface Parts {
  host: Host;
  account: Account;
  source: CredentialSource;
  tracked: TrackedKeys;
  env: NodeJS.ProcessEnv;
}

/** Gives the sign-in room what it needs from AWS and the disk to remove leftover credentials. */
export const removeLeftovers = ({ source, ...parts }: Parts): Promise<Text[]> =>
  removeLeftoverCredentials({
    ...parts,
    rootCredentials: source.rootCredentials,
    readsWith: (config) =>
      connect({ ...config, ...source.network() }, { sleep: async () => undefined }).reads(),
    writeFile: writeWhole,
  });
