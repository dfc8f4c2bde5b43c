import { Blocked, leaving } from '../engine/errors.ts';
import type { Host } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import type { OwnersFiles } from './owners-files.ts';
import { signOut } from './sign-out.ts';

/** What signing root out needs. */
export interface SignOutParts {
  /** Absent if nobody can answer. */
  host: Host | undefined;
  env: NodeJS.ProcessEnv;
  files: OwnersFiles;
  /** The command that signs a profile out. */
  signOutCommand(profile: string): string;
}

/** Offers to sign the root user out of each profile. Says how to do it if nobody answers, or the owner does not want it now. */
export async function offerSignOuts(
  profiles: Iterable<string>,
  parts: SignOutParts,
): Promise<Text[]> {
  const left: (Text | undefined)[] = [];
  for (const profile of profiles) left.push(await offerSignOut(profile, parts));
  return left.filter((text) => text !== undefined);
}

async function offerSignOut(
  profile: string,
  { host, signOutCommand, ...parts }: SignOutParts,
): Promise<Text | undefined> {
  const question = t('The root user is still signed in on this computer, as {profile}. Sign out?', {
    profile,
  });
  const left = t('The root user is still signed in on this computer. Sign out with: {command}', {
    command: signOutCommand(profile),
  });
  if (!host || !(await confirms(host, 'sign-in.logout', question))) return left;
  try {
    await signOut(profile, parts);
    return undefined;
  } catch (error) {
    if (error instanceof Blocked) return left;
    throw error;
  }
}

/** The run's work is done, so leaving this question counts as no. */
const confirms = async (host: Host, id: string, message: Text): Promise<boolean> =>
  (await host
    .ask(id, { kind: 'confirm', role: 'sign-in', message, initial: true })
    .catch(ignoreLeave)) ?? false;

function ignoreLeave(error: unknown): undefined {
  if (!leaving(error)) throw error;
}
