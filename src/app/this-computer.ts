import type { CredentialSource } from '../auth/credential-source.ts';
import type { TrackedKeys } from '../auth/track-access-keys.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Computer } from '../engine/computer.ts';
import type { Folder } from '../state/folder.ts';

interface Parts {
  terminal: Terminal;
  /** The state folder of all accounts. */
  folder: Folder;
  /** The access keys that this run has come across, and has used. */
  tracked: TrackedKeys;
  source: Pick<CredentialSource, 'rootCredentials' | 'network'>;
}

/**
 * This computer, if it is the owner's: CloudShell's is AWS's, and forgets what is installed. Each question loads what it needs, so that
 * a run which asks none pays nothing.
 */
export function thisComputer({ terminal, folder, tracked, source }: Parts): Computer | undefined {
  const { env } = terminal;
  if (env.AWS_EXECUTION_ENV === 'CloudShell') return undefined;
  const answers = () => import('./computer-answers.ts');
  return {
    system: async () => (await answers()).systemOf(),
    awsCli: async () => (await import('../auth/aws-cli.ts')).awsCli(),
    git: async () => (await answers()).gitSettings(env),
    profiles: async () => (await answers()).profilesHere(),
    whoIs: async (profile) => (await answers()).whoIs(profile, terminal, folder),
    loginCommand: async (profile, region) =>
      (await import('../auth/aws-cli.ts')).loginCommand(profile, region, env),
    leftoverKeys: async (region, wasDeleted) =>
      (await answers()).leftoverKeysHere({ env, tracked, source, region, wasDeleted }),
    editFile: async (edit) => (await answers()).editFileHere(edit),
  };
}
