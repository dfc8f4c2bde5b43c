import type { CredentialSource } from '../auth/credential-source.ts';
import {
  offerSignOuts,
  removeLeftoverCredentials,
  type SignOutParts,
} from '../auth/leftover-credentials.ts';
import { rootSessionsAmong } from '../auth/profiles.ts';
import type { TrackedKeys } from '../auth/track-access-keys.ts';
import { connect } from '../aws/connection.ts';
import { commandToRerun } from '../cli/invocation.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Account, Host } from '../engine/step.ts';
import { writeWhole } from '../state/atomic-write.ts';
import { ownersFiles } from '../state/owners-files.ts';
import type { Text } from '../text/text.ts';

interface Parts {
  /** Absent if nobody can answer. */
  host: Host | undefined;
  account: Account;
  source: CredentialSource;
  tracked: TrackedKeys;
  /** The profiles that this run has signed in by a browser. */
  madeSessions: ReadonlySet<string>;
  terminal: Terminal;
}

/**
 * Offers to remove deleted keys and root's sessions from this computer, once the walk is over. Where nobody can answer, root's sessions
 * are named.
 */
export async function removeLeftovers(parts: Parts): Promise<Text[]> {
  const { host, account, source, tracked, madeSessions, terminal } = parts;
  const { profiles: used, keys } = source.rootCredentials;
  const signOutParts = signOutPartsOf(terminal, host);
  const profiles = await rootSessionsAmong([...used, ...madeSessions]);
  if (!host) return offerSignOuts(profiles, signOutParts);
  return removeLeftoverCredentials({
    ...signOutParts,
    host,
    account,
    tracked,
    rootCredentials: { profiles, keys },
    readsWith: (config) =>
      connect({ ...config, ...source.network() }, { sleep: async () => undefined }).reads(),
    writeFile: writeWhole,
  });
}

/** The same for a run that ends early: root's sessions that it has made, and nothing else. */
export async function leaveRootSessions(
  madeSessions: ReadonlySet<string>,
  terminal: Terminal,
  host: Host | undefined,
): Promise<Text[]> {
  return offerSignOuts(await rootSessionsAmong(madeSessions), signOutPartsOf(terminal, host));
}

const signOutPartsOf = ({ env, program }: Terminal, host: Host | undefined): SignOutParts => ({
  host,
  env,
  files: ownersFiles,
  signOutCommand: (profile) => commandToRerun(program, ['sign-out'], { profile }, false),
});
