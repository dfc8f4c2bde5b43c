import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import type { Profile } from './profiles.ts';

/** Other endpoints of AWS, in the names of the SDK. */
export type EndpointVariants = {
  useFipsEndpoint: boolean;
  useDualstackEndpoint: boolean;
};

export const NO_VARIANTS: EndpointVariants = {
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
};

/**
 * As in the AWS CLI, the environment wins over the profile. The SDK by itself would look into another profile than --profile.
 *
 * @param endpoint the owner's own endpoint
 * @throws Usage if a variant is asked for beside an endpoint: no such endpoint has any
 */
export function endpointVariants(
  env: NodeJS.ProcessEnv,
  profile: Profile,
  endpoint: string | undefined,
): EndpointVariants {
  const fips = env.AWS_USE_FIPS_ENDPOINT || profile.useFips;
  const dualStack = env.AWS_USE_DUALSTACK_ENDPOINT || profile.useDualStack;
  if (endpoint && fips === 'true') throw notWithEndpoint(endpoint, 'use_fips_endpoint');
  if (endpoint && dualStack === 'true') throw notWithEndpoint(endpoint, 'use_dualstack_endpoint');
  return { useFipsEndpoint: fips === 'true', useDualstackEndpoint: dualStack === 'true' };
}

const notWithEndpoint = (endpoint: string, setting: string): Usage =>
  new Usage(
    t(
      '{endpoint} is your own endpoint, but {setting} needs one of AWS. Set {variable}=false, or remove the endpoint.',
      { endpoint, setting, variable: `AWS_${setting.toUpperCase()}` },
    ),
  );
