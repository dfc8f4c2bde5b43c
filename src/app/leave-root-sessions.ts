import { offerSignOuts } from '../auth/offer-sign-outs.ts';
import { rootSessionsAmong } from '../auth/profiles.ts';
import { commandToRerun } from '../cli/invocation.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Host } from '../engine/step.ts';
import { ownersFiles } from '../state/owners-files.ts';
import type { Text } from '../text/text.ts';

/**
 * Offers, when a run ends, to sign root out on this computer: no step could do that, since the session signs the run.
 *
 * @param profiles those that the run has used, or signed in by a browser
 * @param host absent if nobody can answer: then the sessions are named
 * @returns how to sign out of those that stay
 */
export async function leaveRootSessions(
  profiles: Iterable<string>,
  { env, program }: Terminal,
  host: Host | undefined,
): Promise<Text[]> {
  return offerSignOuts(await rootSessionsAmong(profiles), {
    host,
    env,
    files: ownersFiles,
    signOutCommand: (profile) => commandToRerun(program, ['sign-out'], { profile }, false),
  });
}
