import type { Options } from '../cli/options.ts';

/**
 * The profile and the region that the command line asks for, else the environment. A variable that is set but empty counts as not
 * set, as in the AWS CLI.
 */
export const requestedSettings = (
  { profile, region }: Pick<Options, 'profile' | 'region'>,
  env: NodeJS.ProcessEnv,
): { profile: string | undefined; region: string | undefined } => ({
  profile: profile ?? (env.AWS_PROFILE || env.AWS_DEFAULT_PROFILE || undefined),
  region: region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined),
});
